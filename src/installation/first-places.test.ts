// The first province and communes as they are typed.

import { describe, expect, it } from 'vitest';
import { day } from '#ground/day.ts';
import { decideFirstPlaces } from './first-places.ts';

const typed = {
  province: ' Tỉnh  Ví Dụ ',
  communes: 'Xã Một\r\n\r\n Xã  Hai \nXã Một\n',
  from: day('2026-01-01'),
  legalAct: 'Nghị quyết ví dụ',
};

describe('the first places', () => {
  it('are tidied, each commune once, one a line', () => {
    expect(decideFirstPlaces(typed)).toEqual({
      ok: true,
      value: {
        province: 'Tỉnh Ví Dụ',
        communes: ['Xã Một', 'Xã Hai'],
        from: '2026-01-01',
        legalAct: 'Nghị quyết ví dụ',
      },
    });
  });

  it.each([
    ['province-missing', { province: '  ' }],
    ['communes-missing', { communes: '\n \n' }],
    [
      'communes-too-many',
      { communes: Array.from({ length: 51 }, (_, at) => `Xã ${at}`).join('\n') },
    ],
    ['name-long', { communes: 'x'.repeat(121) }],
    ['day-missing', { from: undefined }],
    ['legal-act-missing', { legalAct: ' ' }],
  ])('are refused with %s', (refusal, changed) => {
    expect(decideFirstPlaces({ ...typed, ...changed })).toEqual({ ok: false, refusal });
  });
});
