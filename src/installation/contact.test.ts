// Whom people are told to ask.

import { describe, expect, it } from 'vitest';
import { contactOf, dialled } from './contact.ts';
import { settingOf } from './setting.ts';

describe('whom people ask about their data', () => {
  it('is nobody while neither address nor telephone is set, also where a name is', () => {
    expect(contactOf({})).toBeUndefined();
    expect(contactOf({ 'contact.who': 'Bộ phận một cửa' })).toBeUndefined();
  });

  it('is what was set, and what was not stays empty', () => {
    expect(contactOf({ 'contact.telephone': '0208 000 000' })).toEqual({
      who: '',
      address: '',
      telephone: '0208 000 000',
    });
  });

  it('has a telephone that can be dialled', () => {
    expect(dialled('+84 (208) 000-000')).toBe('+84208000000');
    const { check } = settingOf('contact.telephone');
    expect(['0208 000 000', '+84 208.000.000', '113'].map(check)).not.toContain(undefined);
    expect(['gọi anh Ba', '0208 000 000 hoặc sau 17h', '-'].map(check)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
