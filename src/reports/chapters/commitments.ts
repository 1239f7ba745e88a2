// Chapter II, section 4: the days of signing, and how many households have signed by now.

import type { Period } from '#ground/day.ts';
import { showMonth, showNumber } from '#ground/show.ts';
import { levelAt } from '../counts.ts';
import { compared, comparedWithStart } from '../phrases.ts';
import { comparedPeriod, untilOf, type ReviewIndicator, type ReviewRecords } from '../records.ts';
import { toIndicator } from '../references.ts';
import { sentence, type Sentence } from '../review.ts';
import { about } from './activity-sentence.ts';

export const commitmentSentences = (
  records: ReviewRecords,
  period: Period,
): readonly Sentence[] => [about(records, period, 'commitment'), ...households(records, period)];

function households(records: ReviewRecords, period: Period): readonly Sentence[] {
  const one = records.indicators.find(({ indicator }) => indicator.key === 'households_committed');
  const level = one ? levelAt(one, untilOf(records, period)) : null;
  if (!one || level === null) return [];
  const { target } = one.indicator;
  const aim = target === null ? '' : ` (chỉ tiêu: ${showNumber(target)} hộ)`;
  const text = `Tính đến tháng ${showMonth(level.month)}, có ${showNumber(level.value)} hộ đã ký cam kết${aim}${change(records, period, one)}.`;
  return [sentence('households-committed', text, [toIndicator(one)])];
}

function change(records: ReviewRecords, period: Period, one: ReviewIndicator): string {
  const now = levelAt(one, untilOf(records, period))?.value ?? 0;
  const earlier = comparedPeriod(records, period);
  const before = earlier && levelAt(one, earlier.to);
  if (before !== null) return `, ${compared(now, before.value, 'hộ')}`;
  const { baseline } = one.indicator;
  return baseline === null ? '' : `, ${comparedWithStart(now, baseline, 'hộ')}`;
}
