// What happened at the demo's site, told as data: made up, believable, and counted from today.

import type { ActivityKind } from '#activities/activity.ts';
import { addDays, addMonths, monthOf, type Day } from '#ground/day.ts';
import type { RequirementKey } from '#sites/requirement.ts';
import { demoCalendar } from './demo-plan.ts';

export type DemoActivity = {
  readonly kind: ActivityKind;
  readonly day: Day;
  readonly place: string;
  readonly participants: number | null;
  readonly note: string;
};

export type DemoStep = {
  readonly number: number;
  readonly startedOn: Day;
  /** Null while the step goes on. */
  readonly closedOn: Day | null;
  /** A delay with its reason: the step was then expected on that day. */
  readonly delay: { readonly to: Day; readonly on: Day; readonly reason: string } | null;
  readonly evidence: readonly RequirementKey[];
};

const hall = 'Nhà văn hóa xóm Phố';

export function demoSteps(today: Day): readonly DemoStep[] {
  const when = demoCalendar(today);
  const step = (
    number: number,
    startedOn: Day,
    closedOn: Day | null,
    evidence: readonly RequirementKey[],
    delay: DemoStep['delay'] = null,
  ): DemoStep => ({ number, startedOn, closedOn, delay, evidence });
  return [
    step(1, addDays(when.signed, 2), addDays(when.surveyBy, -2), [
      'survey_report',
      'working_minutes',
      'core_candidates',
    ]),
    step(2, addDays(when.coreBy, -8), addDays(when.coreBy, -1), [
      'core_minutes',
      'consents',
      'core_list',
    ]),
    step(3, addDays(when.coreBy, 1), addDays(when.prepareBy, 4), preparations, {
      to: addDays(when.prepareBy, 5),
      on: addDays(when.prepareBy, -1),
      reason: 'Chờ nhà mạng lắp số đường dây nóng',
    }),
    step(4, addDays(when.assemblyBy, -9), addDays(when.assemblyBy, -3), [
      'assembly_notice',
      'assembly_minutes',
      'tally_minutes',
      'community_decision',
    ]),
    step(5, addDays(when.launchBy, -10), addDays(when.launchBy, -1), [
      'founding_decision',
      'regulation_decision',
      'launch_minutes',
      'commitments',
    ]),
    step(6, addDays(when.launchBy, 5), null, ['model_minutes']),
  ];
}

const preparations: readonly RequirementKey[] = [
  'regulation_draft',
  'founding_draft',
  'budget',
  'commitment_form',
  'box_and_hotline',
  'launch_plan',
];

/** Five months of work, a little more of it each month, up to yesterday. */
export function demoActivities(today: Day): readonly DemoActivity[] {
  const first = addMonths(monthOf(today), -5);
  return [0, 1, 2, 3, 4, 5]
    .flatMap((month) => monthOfWork(addMonths(first, month), month))
    .filter(({ day }) => day < today);
}

function monthOfWork(first: Day, month: number): readonly DemoActivity[] {
  const on = (date: number): Day => addDays(first, date - 1);
  return [
    done('meeting', on(3), hall, 9 + (month % 3), 'Họp ban chủ nhiệm hằng tháng'),
    done('talk', on(8), hall, 46 + month * 7, talks[month % talks.length] ?? talks[0]),
    done('visit', on(14), 'Xóm Phố', null, visit),
    ...patrolsOf(month, on),
    ...occasionsOf(month, on),
  ];
}

const done = (
  kind: ActivityKind,
  day: Day,
  place: string,
  participants: number | null,
  note = '',
): DemoActivity => ({ kind, day, place, participants, note });

const visit = 'Thăm hỏi, giới thiệu nơi tư vấn theo nguyện vọng của gia đình';

const patrolsOf = (month: number, on: (date: number) => Day): readonly DemoActivity[] =>
  [4, 11, 18, 25].slice(0, 2 + (month % 3)).map((date, at) => {
    const place = at % 2 === 0 ? 'Trục đường 263, đoạn qua xóm' : 'Khu chợ và bến xe';
    return done('patrol', on(date), place, 5 + (at % 3));
  });

/** What does not happen every month. */
function occasionsOf(month: number, on: (date: number) => Day): readonly DemoActivity[] {
  const school = 'Kỹ năng nói không khi bị rủ rê, học sinh đóng tình huống';
  const signing = 'Các hộ ký cam kết theo tổ liên gia';
  const peace = 'Hai gia đình thống nhất lại ranh giới lối đi';
  const occasions: readonly (readonly [readonly number[], DemoActivity])[] = [
    [[1, 3, 5], done('talk', on(20), 'Trường THCS Phú Thịnh', 118 + month * 5, school)],
    [[1, 2, 3], done('commitment', on(16), hall, 30 + month * 6, signing)],
    [[2, 4], done('mediation', on(22), 'Tổ liên gia số 3', 6, peace)],
  ];
  return occasions.filter(([months]) => months.includes(month)).map(([, activity]) => activity);
}

const talks = [
  'Nhận biết các chất ma túy và cách nói chuyện với con em',
  'Tác hại của thuốc lá điện tử, bóng cười; hỏi đáp',
  'Ở đâu có tư vấn, điều trị; gia đình nên bắt đầu từ đâu',
] as const;
