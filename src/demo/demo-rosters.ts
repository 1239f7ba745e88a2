// The rosters of the demo's site: eleven who work for the model, 152 households, most of them committed.

import { addDays, addMonths, monthOf, type Day } from '#ground/day.ts';
import type { HouseholdFacts, MemberFacts } from '#rosters/roster.ts';
import { demoName } from './demo-names.ts';
import { demoCalendar } from './demo-plan.ts';

const households = 152;

/** How many households signed, how many months back and on which day: 132 of them in all. */
const signings = [
  { count: 41, back: 4, date: 16 },
  { count: 55, back: 3, date: 16 },
  { count: 27, back: 2, date: 16 },
  { count: 9, back: 1, date: 14 },
] as const;

const parts: readonly (readonly [part: string, organisation: string])[] = [
  ['Trưởng ban', 'Chi bộ xóm'],
  ['Phó ban', 'Ban công tác Mặt trận xóm'],
  ['Phó ban', 'Công an xã'],
  ['Thư ký', 'Chi đoàn thanh niên'],
  ['Tổ trưởng tổ tự quản số 1', ''],
  ['Tổ trưởng tổ tự quản số 2', ''],
  ['Tổ trưởng tổ tự quản số 3', ''],
  ['Thành viên', 'Chi hội phụ nữ'],
  ['Thành viên', 'Chi hội cựu chiến binh'],
  ['Tổ trưởng tổ tự quản số 4', ''],
  ['Thành viên', 'Trạm y tế xã'],
];
/** The last of them came two months after the others. */
const fromTheStart = 9;
const groups = 4;
const lanes = ['Ngõ 1, gần chợ', 'Ngõ 2, cạnh nhà văn hóa', 'Ngõ 3, đầu dốc', 'Ven đường 263'];

export const demoMembers = (today: Day): readonly MemberFacts[] =>
  parts.map(([part, organisation], at) => {
    const start = demoCalendar(today).coreBy;
    const from = at < fromTheStart ? start : addMonths(start, 2);
    return {
      // Far from the numbers of the households, so that nobody has a double.
      name: demoName(households + at),
      part,
      organisation,
      phone: null,
      core: true,
      consentedOn: addDays(from, -2),
      from,
      to: null,
    };
  });

export function demoHouseholds(today: Day): readonly HouseholdFacts[] {
  const signed = signings.flatMap(({ count, back, date }) =>
    Array.from({ length: count }, () => addDays(addMonths(monthOf(today), -back), date - 1)),
  );
  return Array.from({ length: households }, (_, at) => ({
    number: String(at + 1),
    representative: demoName(at),
    group: `Tổ tự quản số ${1 + (at % groups)}`,
    place: lanes[at % groups] ?? '',
    // A stride without a common divisor: those who have not signed live everywhere in the hamlet.
    committedOn: signed[(at * 37) % households] ?? null,
    from: demoCalendar(today).surveyBy,
    to: null,
  }));
}
