// Chapter II, section 1: how far the building steps are, in words and as a table.

import type { Period } from '#ground/day.ts';
import { showDay, showNumber } from '#ground/show.ts';
import { inShort, listed } from '../phrases.ts';
import { isIn, untilOf, type ReviewRecords, type ReviewStep } from '../records.ts';
import { toPlan, toStep } from '../references.ts';
import {
  heading,
  paragraph,
  sentence,
  type DraftBlock,
  type DraftTable,
  type Sentence,
  type TableRow,
} from '../review.ts';
import { stepStanding, type Standing } from '../standing.ts';

type Stood = { readonly one: ReviewStep; readonly at: Standing };

export function stepBlocks(records: ReviewRecords, period: Period): readonly DraftBlock[] {
  const until = untilOf(records, period);
  const stood = records.steps.map((one) => ({ one, at: stepStanding(one, until, records.law) }));
  const sentences = [howFar(records, stood, period), ...doneInPeriod(stood, period)];
  return [
    heading('steps-heading', 'Tiến độ các bước xây dựng mô hình'),
    paragraph('steps', sentences),
    ...(stood.length > 0 ? [stepTable(stood)] : []),
  ];
}

function howFar(records: ReviewRecords, stood: readonly Stood[], period: Period): Sentence {
  const finished = stood.filter(({ at }) => at.doneOn !== null);
  const running = stood.filter(({ at }) => at.doneOn === null && at.begunOn !== null);
  const until = `Đến ngày ${showDay(untilOf(records, period))}`;
  const count =
    finished.length === 0
      ? `chưa có bước nào trong ${showNumber(stood.length)} bước được xác nhận hoàn thành`
      : `đã hoàn thành ${showNumber(finished.length)}/${showNumber(stood.length)} bước xây dựng mô hình`;
  const now = running.length === 0 ? '' : `; đang thực hiện ${numbered(running)}`;
  const refs = stood.map(({ one }) => toStep(one));
  return sentence('steps', `${until}, ${count}${now}.`, refs.length > 0 ? refs : [toPlan(records)]);
}

function doneInPeriod(stood: readonly Stood[], period: Period): readonly Sentence[] {
  const done = stood.filter(({ at }) => at.doneOn !== null && isIn(at.doneOn, period));
  if (done.length === 0) return [];
  const parts = done.map(
    ({ one, at }) =>
      `bước ${one.step.number} (${at.doneOn ? `ngày ${showDay(at.doneOn)}` : ''}${lateness(at)})`,
  );
  const refs = done.map(({ one }) => toStep(one));
  return [sentence('steps-done', `Riêng trong kỳ đã hoàn thành ${listed(parts)}.`, refs)];
}

const lateness = ({ daysLate }: Standing): string =>
  daysLate === 0 ? '' : `, chậm ${showNumber(daysLate)} ngày so với kế hoạch`;

const numbered = (stood: readonly Stood[]): string =>
  `bước ${listed(stood.map(({ one }) => String(one.step.number)))}`;

const stepTable = (stood: readonly Stood[]): DraftTable => ({
  kind: 'table',
  id: 'steps-table',
  caption: 'Tiến độ các bước xây dựng mô hình',
  head: ['Bước', 'Nội dung', 'Thời hạn', 'Hoàn thành', 'Kết quả'].map((text) => ({ text })),
  rows: stood.map(stepRow),
  widths: [0.9, 4.4, 1.8, 1.8, 2],
});

const stepRow = ({ one, at }: Stood): TableRow => ({
  cells: [
    { text: String(one.step.number), align: 'center' },
    { text: inShort(one.step.text, 150) },
    { text: dueText(one), align: 'center' },
    { text: at.doneOn === null ? '–' : showDay(at.doneOn), align: 'center' },
    { text: resultText(one, at), align: 'center' },
  ],
  records: [toStep(one)],
});

function dueText({ step }: ReviewStep): string {
  if (step.ongoing) return 'Thường xuyên';
  return step.due === null ? 'Chưa định' : showDay(step.due);
}

function resultText({ step }: ReviewStep, at: Standing): string {
  if (at.doneOn !== null)
    return at.daysLate === 0 ? inTime(step.due) : `Chậm ${showNumber(at.daysLate)} ngày`;
  if (at.daysLate > 0) return `Quá hạn ${showNumber(at.daysLate)} ngày`;
  if (at.begunOn === null) return 'Chưa thực hiện';
  return step.ongoing ? 'Đang duy trì' : 'Đang thực hiện';
}

const inTime = (due: string | null): string => (due === null ? 'Hoàn thành' : 'Đúng hạn');
