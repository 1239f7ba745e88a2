// Chapter IV: what comes next, from the work still open and the days that lie ahead.

import { addDays, addMonths, daysBetween, type Day, type Period } from '#ground/day.ts';
import { showDay, showNumber } from '#ground/show.ts';
import { wholeMonths } from '#sites/comparable.ts';
import { inShort, leadText, lowerFirst, namesSomebody } from '../phrases.ts';
import { untilOf, type ReviewDuty, type ReviewRecords } from '../records.ts';
import { toDuty, toIndicator, toPlan, toStep } from '../references.ts';
import { item, sentence, type Chapter, type Sentence } from '../review.ts';
import { belowTarget } from './targets.ts';
import { dutyStanding, stepStanding } from '../standing.ts';

/** The next ones by day; the rest stands in the plan. */
const mostDuties = 8;

export function directions(records: ReviewRecords, period: Period): Chapter {
  const until = untilOf(records, period);
  const ahead = aheadOf(records, until);
  const found = [
    ...steps(records, until),
    ...duties(ahead, period),
    ...checks(ahead, period),
    ...keptUp(ahead),
    ...targets(records, until),
  ];
  const all = found.length > 0 ? found : [carryOn(records)];
  return { id: 'directions', title: 'Phương hướng, nhiệm vụ trọng tâm', blocks: all.map(item) };
}

type Ahead = { readonly one: ReviewDuty; readonly expected: Day | null };

/** Open duties, the earliest first; an overdue one keeps the new day given with its delay. */
const aheadOf = (records: ReviewRecords, until: Day): readonly Ahead[] =>
  records.duties
    .map((one) => ({ one, at: dutyStanding(one, until) }))
    .filter(({ at }) => at.doneOn === null)
    .map(({ one, at }) => ({ one, expected: at.expected }))
    .toSorted((a, b) => ((a.expected ?? '9') < (b.expected ?? '9') ? -1 : 1));

function steps(records: ReviewRecords, until: Day): readonly Sentence[] {
  return records.steps.flatMap((one) => {
    const at = stepStanding(one, until, records.law);
    if (at.doneOn !== null) return [];
    const what = lowerFirst(inShort(one.step.text));
    const isLate = at.daysLate > 0;
    const verb = one.step.ongoing ? 'Duy trì' : isLateVerb(isLate);
    const text = `${verb} bước ${one.step.number}: ${what}${deadline(at.expected, until)}.`;
    return [sentence(`step-${one.step.number}-next`, text, [toStep(one)])];
  });
}

const isLateVerb = (isLate: boolean): string => (isLate ? 'Tập trung hoàn thành' : 'Hoàn thành');

/** Only a day that lies ahead is a deadline to promise. */
const deadline = (expected: Day | null, until: Day): string =>
  expected === null || expected <= until ? '' : `, chậm nhất ngày ${showDay(expected)}`;

function duties(ahead: readonly Ahead[], period: Period): readonly Sentence[] {
  const horizon = horizonOf(period);
  return (
    ahead
      .filter(
        ({ one, expected }) =>
          one.duty.kind !== 'check' && expected !== null && expected <= horizon,
      )
      .filter(({ one }) => !namesSomebody(one.duty))
      // A review due by the end of the period is this one.
      .filter(({ one, expected }) => one.duty.kind === 'duty' || (expected ?? '') > period.to)
      .slice(0, mostDuties)
      .map(({ one, expected }) => {
        const what = inShort(one.duty.text, 160);
        const text = `${what}${leadText(one.duty.lead)}${deadline(expected, period.to)}.`;
        return sentence(`duty-${one.duty.dutyId}-next`, text, [toDuty(one)]);
      })
  );
}

function checks(ahead: readonly Ahead[], period: Period): readonly Sentence[] {
  const coming = ahead.filter(
    ({ one, expected }) =>
      one.duty.kind === 'check' &&
      expected !== null &&
      expected > period.to &&
      expected <= horizonOf(period),
  );
  const [next] = coming;
  if (!next?.expected) return [];
  const text = `Tổ chức ${showNumber(coming.length)} lượt kiểm tra theo kế hoạch; lượt đầu chậm nhất ngày ${showDay(next.expected)}.`;
  return [
    sentence(
      'checks-next',
      text,
      coming.map(({ one }) => toDuty(one)),
    ),
  ];
}

function keptUp(ahead: readonly Ahead[]): readonly Sentence[] {
  const kept = ahead.filter(({ one, expected }) => expected === null && one.duty.kind === 'duty');
  if (kept.length === 0) return [];
  const text = `Tiếp tục thực hiện thường xuyên ${showNumber(kept.length)} nhiệm vụ theo kế hoạch.`;
  return [
    sentence(
      'duties-kept-up',
      text,
      kept.map(({ one }) => toDuty(one)),
    ),
  ];
}

const targets = (records: ReviewRecords, until: Day): readonly Sentence[] =>
  belowTarget(records, until).map(({ one, target }) => {
    const { key, name, unit } = one.indicator;
    const text = `Phấn đấu đạt chỉ tiêu ${targetText(name, unit, target)}.`;
    return sentence(`target-${key}-next`, text, [toIndicator(one)]);
  });

/** '150 hộ ký cam kết' where the name begins with what it counts; else 'tên: 150 hộ'. */
function targetText(name: string, unit: string, target: number): string {
  const text = lowerFirst(name);
  return text.startsWith(`${unit} `)
    ? `${showNumber(target)} ${text}`
    : `${text}: ${showNumber(target)} ${unit}`;
}

const carryOn = (records: ReviewRecords): Sentence =>
  sentence('carry-on', 'Tiếp tục duy trì hoạt động của mô hình theo kế hoạch.', [toPlan(records)]);

/** As far ahead as the review looked back. */
function horizonOf(period: Period): Day {
  const months = wholeMonths(period);
  if (months !== null) return addMonths(period.to, months);
  return addDays(period.to, daysBetween(period.from, period.to) + 1);
}
