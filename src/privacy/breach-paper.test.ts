// The notice of a breach: what it says, and the number of people it does not give away.

import { describe, expect, it } from 'vitest';
import type { Instant } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { breachPaper, sayPeople } from './breach-paper.ts';
import { breachState, type Assessment, type BreachEvent } from './breach.ts';

const foundAt = '2026-11-20T03:00:00.000Z' as Instant;
const breach = { breachId: newId<'breach'>(), foundAt };
const assessed = (assessment: Assessment): BreachEvent => ({
  breachId: breach.breachId,
  kind: 'assessed',
  at: foundAt,
  note: '',
  told: null,
  assessment,
  recordedBy: 'Cán bộ Ví Dụ',
});
const textOf = (assessment: Partial<Assessment>, ...events: readonly BreachEvent[]): string => {
  const first = assessed({
    happened: 'Mất một máy tính dùng chung.',
    touched: ['member_entry'],
    people: 3,
    consequences: '',
    ...assessment,
  });
  const parts = { timeZone: 'Asia/Ho_Chi_Minh', below: 10, source: 'Luật ví dụ, Điều 23' };
  return JSON.stringify(breachPaper(breachState(breach, [first, ...events]), parts));
};

describe('the notice', () => {
  it('says when it was found, what is touched and what was done', () => {
    const measure: BreachEvent = {
      ...assessed({ happened: '', touched: [], people: null, consequences: '' }),
      kind: 'measure',
      note: 'Đã khóa các phiên.',
      assessment: null,
    };
    const text = textOf({}, measure);
    for (const said of [
      '20/11/2026',
      '10:00',
      'Danh sách thành viên',
      'số điện thoại',
      'Đã khóa các phiên.',
      'Luật ví dụ, Điều 23',
      'chưa đối chiếu',
    ])
      expect(text).toContain(said);
  });
  it('does not give a small number of people away, and names nobody', () => {
    expect(textOf({ people: 3 })).toContain('dưới 10');
    expect(textOf({ people: 1_234 })).toContain('1.234');
    expect(textOf({})).not.toContain('Cán bộ Ví Dụ');
  });
  it('says whether sensitive data is among it', () => {
    expect(textOf({ touched: ['stand_in'] })).toContain('Trong đó có dữ liệu cá nhân nhạy cảm');
    expect(textOf({})).toContain('Không có dữ liệu cá nhân nhạy cảm');
  });
  it('leaves the kinds of data blank while nobody knows which are touched, and says whose they are', () => {
    const text = textOf({ touched: [], whose: ['member', 'household'] });
    expect(text).not.toContain('nhạy cảm');
    expect(text).toContain('Loại dữ liệu bị ảnh hưởng: …');
    expect(text).toContain('Dữ liệu của: thành viên điểm mô hình, đại diện hộ.');
  });
  it.each([
    [null, 'chưa xác định'],
    [0, 'dưới 10'],
    [9, 'dưới 10'],
    [10, '10'],
  ])('%s people are “%s”', (people, said) => {
    expect(sayPeople(people, 10)).toBe(said);
  });
});
