// Chapter II, section 5: the work given by the plan and the checks, done in the period or not.

import type { Day, Period } from '#ground/day.ts';
import { showDay, showNumber } from '#ground/show.ts';
import { inShort, namesSomebody } from '../phrases.ts';
import { isIn, untilOf, type ReviewDuty, type ReviewRecords } from '../records.ts';
import { toDuty } from '../references.ts';
import { heading, item, paragraph, sentence, type DraftBlock, type Sentence } from '../review.ts';
import { dutyStanding, type Standing } from '../standing.ts';

type Stood = { readonly one: ReviewDuty; readonly at: Standing };

/** More lines than this are a table to file, not a report to read. */
const mostItems = 8;

export function dutyBlocks(records: ReviewRecords, period: Period): readonly DraftBlock[] {
  const until = untilOf(records, period);
  const stood = records.duties.map((one) => ({ one, at: dutyStanding(one, until) }));
  const duties = stood.filter(({ one }) => one.duty.kind === 'duty');
  const sentences = [...dutiesSoFar(duties, until), ...checks(stood, period, until)];
  if (sentences.length === 0) return [];
  return [
    heading('duties-heading', 'Thực hiện nhiệm vụ phối hợp và kiểm tra'),
    paragraph('duties', sentences),
    ...doneItems(duties, period),
  ];
}

function dutiesSoFar(duties: readonly Stood[], until: Day): readonly Sentence[] {
  if (duties.length === 0) return [];
  const finished = duties.filter(({ at }) => at.doneOn !== null);
  const late = finished.filter(({ at }) => at.daysLate > 0);
  const keptUp = duties.filter(({ one, at }) => one.duty.due === null && at.doneOn === null);
  const lead = `Đến ngày ${showDay(until)}, `;
  const said =
    finished.length === 0
      ? `chưa có nhiệm vụ nào trong ${showNumber(duties.length)} nhiệm vụ theo kế hoạch được xác nhận hoàn thành`
      : `đã hoàn thành ${showNumber(finished.length)}/${showNumber(duties.length)} nhiệm vụ theo kế hoạch`;
  const lateness =
    late.length === 0
      ? ''
      : `, trong đó ${showNumber(late.length)} nhiệm vụ hoàn thành sau thời hạn`;
  const kept =
    keptUp.length === 0
      ? ''
      : `; ${showNumber(keptUp.length)} nhiệm vụ được thực hiện thường xuyên`;
  return [
    sentence(
      'duties',
      `${lead}${said}${lateness}${kept}.`,
      duties.map(({ one }) => toDuty(one)),
    ),
  ];
}

/** The checks that fell due in the period, and those made without a day of their own. */
function checks(stood: readonly Stood[], period: Period, until: Day): readonly Sentence[] {
  const inTime = { from: period.from, to: until };
  const due = stood.filter(
    ({ one }) => one.duty.kind === 'check' && one.duty.due !== null && isIn(one.duty.due, inTime),
  );
  if (due.length === 0) return [];
  const made = due.filter(({ at }) => at.doneOn !== null);
  const text =
    made.length === 0
      ? `Trong kỳ có ${showNumber(due.length)} lượt kiểm tra đến hạn, chưa lượt nào được ghi nhận kết quả.`
      : `Trong kỳ đã tiến hành ${showNumber(made.length)}/${showNumber(due.length)} lượt kiểm tra đến hạn theo kế hoạch.`;
  return [
    sentence(
      'checks',
      text,
      due.map(({ one }) => toDuty(one)),
    ),
  ];
}

function doneItems(duties: readonly Stood[], period: Period): readonly DraftBlock[] {
  return duties
    .filter(({ one, at }) => isDoneIn(at, period) && !namesSomebody(one.duty))
    .slice(0, mostItems)
    .map(({ one, at }) => {
      const on = at.doneOn === null ? '' : ` (hoàn thành ngày ${showDay(at.doneOn)})`;
      const text = `${inShort(one.duty.text, 160)}${on}.`;
      return item(sentence(`duty-done-${one.duty.dutyId}`, text, [toDuty(one)]));
    });
}

const isDoneIn = ({ doneOn }: Standing, period: Period): boolean =>
  doneOn !== null && isIn(doneOn, period);
