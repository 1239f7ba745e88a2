// Chapter III: what is late or lacking, with the reasons people recorded and no others.

import { addDays, addMonths, type Day, type Period } from '#ground/day.ts';
import { showDay, showMonth, showNumber } from '#ground/show.ts';
import type { Duty } from '#sites/site.ts';
import { inShort, listed, lowerFirst, namesSomebody } from '../phrases.ts';
import { isIn, monthsOf, untilOf, type ReviewRecords } from '../records.ts';
import { toDuty, toIndicator, toPlan, toStep } from '../references.ts';
import { item, sentence, type Chapter, type RecordRef, type Sentence } from '../review.ts';
import { belowTarget } from './targets.ts';
import { dutyStanding, stepStanding, type Standing } from '../standing.ts';

export function shortcomings(records: ReviewRecords, period: Period): Chapter {
  const found = [
    ...lateWork(records, period),
    ...openChecks(records, period),
    ...quietMonths(records, period),
    ...lacking(records, untilOf(records, period)),
  ];
  const all = found.length > 0 ? found : [nothingLate(records, period)];
  return { id: 'shortcomings', title: 'Tồn tại, hạn chế và nguyên nhân', blocks: all.map(item) };
}

type Work = {
  readonly id: string;
  readonly name: string;
  readonly isCheck: boolean;
  readonly due: Day | null;
  readonly at: Standing;
  readonly ref: RecordRef;
};

/** Work past its day: still open, or done too late within the period. */
function lateWork(records: ReviewRecords, period: Period): readonly Sentence[] {
  const until = untilOf(records, period);
  return worksOf(records, until)
    .filter(({ at }) => at.daysLate > 0 && (at.doneOn === null || isIn(at.doneOn, period)))
    .filter((work) => !isOpenCheck(work))
    .map((work) =>
      sentence(`${work.id}-late`, `${lateText(work, until)} ${reasonText(work)}`, [work.ref]),
    );
}

/** Checks nobody recorded a result of, nor a reason: one sentence for all of them. */
function openChecks(records: ReviewRecords, period: Period): readonly Sentence[] {
  const until = untilOf(records, period);
  const open = worksOf(records, until).filter((work) => work.at.daysLate > 0 && isOpenCheck(work));
  if (open.length === 0) return [];
  const days = listed(open.flatMap(({ due }) => (due === null ? [] : [showDay(due)])));
  const text = `Còn ${showNumber(open.length)} lượt kiểm tra đã đến hạn (${days}) nhưng chưa được ghi nhận kết quả.`;
  return [
    sentence(
      'checks-open',
      text,
      open.map(({ ref }) => ref),
    ),
  ];
}

const isOpenCheck = ({ isCheck, at }: Work): boolean =>
  isCheck && at.doneOn === null && at.reason === null;

/** Reviews are left out: the paper being written is one. */
function worksOf(records: ReviewRecords, until: Day): readonly Work[] {
  const steps = records.steps.map((one) => ({
    id: `step-${one.step.number}`,
    name: `Bước ${one.step.number} (${lowerFirst(inShort(one.step.text, 90))})`,
    isCheck: false,
    due: one.step.due,
    at: stepStanding(one, until, records.law),
    ref: toStep(one),
  }));
  const written = records.duties.filter(({ duty }) => duty.kind !== 'review');
  const duties = written.map((one) => ({
    id: `duty-${one.duty.dutyId}`,
    name: dutyName(one.duty),
    isCheck: one.duty.kind === 'check',
    due: one.duty.due,
    at: dutyStanding(one, until),
    ref: toDuty(one),
  }));
  return [...steps, ...duties];
}

const dutyNames = { duty: 'Nhiệm vụ', check: 'Việc kiểm tra', review: 'Việc sơ kết, tổng kết' };
const dutyName = (duty: Duty): string =>
  namesSomebody(duty)
    ? `${dutyNames[duty.kind]} được phân công`
    : `${dutyNames[duty.kind]} “${inShort(duty.text)}”`;

function lateText({ name, due, at }: Work, until: Day): string {
  const days = `${showNumber(at.daysLate)} ngày`;
  if (at.doneOn !== null)
    return `${name} hoàn thành ngày ${showDay(at.doneOn)}, chậm ${days} so với kế hoạch.`;
  const deadline = due === null ? '' : ` có thời hạn ${showDay(due)},`;
  return `${name}${deadline} đến ngày ${showDay(until)} chưa hoàn thành (quá hạn ${days}).`;
}

function reasonText({ at }: Work): string {
  if (at.reason === null) return 'Nguyên nhân chậm chưa được ghi nhận.';
  return `Nguyên nhân: ${lowerFirst(at.reason.replace(/[\s.;]+$/u, ''))}.`;
}

/** Whole months of the period, already over, in which nothing at all was recorded. */
function quietMonths(records: ReviewRecords, period: Period): readonly Sentence[] {
  const until = untilOf(records, period);
  const begun = { from: records.site.plannedFrom, to: until };
  const quiet = monthsOf(period).filter(
    (month) =>
      month >= begun.from &&
      addDays(addMonths(month, 1), -1) <= until &&
      records.activities.every(({ day }) => day.slice(0, 7) !== month.slice(0, 7)),
  );
  if (quiet.length === 0) return [];
  const text = `Trong kỳ có ${showNumber(quiet.length)} tháng (${listed(quiet.map(showMonth))}) chưa ghi nhận hoạt động nào của mô hình.`;
  return [sentence('quiet-months', text, [toPlan(records)])];
}

const lacking = (records: ReviewRecords, until: Day): readonly Sentence[] =>
  belowTarget(records, until).flatMap(({ one, target, level }) => {
    const { key, name, unit } = one.indicator;
    if (level === null) return [];
    const text = `${name} mới đạt ${showNumber(level)}/${showNumber(target)} ${unit}, còn thiếu ${showNumber(target - level)} ${unit} so với chỉ tiêu.`;
    return [sentence(`target-${key}`, text, [toIndicator(one)])];
  });

function nothingLate(records: ReviewRecords, period: Period): Sentence {
  const until = untilOf(records, period);
  const refs = [toPlan(records), ...worksOf(records, until).map(({ ref }) => ref)];
  const text = `Đến ngày ${showDay(until)}, không có bước hoặc nhiệm vụ nào quá thời hạn của kế hoạch.`;
  return sentence('nothing-late', text, refs);
}
