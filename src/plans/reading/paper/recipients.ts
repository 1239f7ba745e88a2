// Nơi nhận: who gets the paper and what for, in its own words.

import { tidy } from '#ground/text.ts';
import type { Recipient } from '../../plan.ts';
import { written } from '../written.ts';
import type { Segment } from './segments.ts';

/** The recipients among the segments after 'Nơi nhận'. */
export const readRecipients = (segments: readonly Segment[]): readonly Recipient[] =>
  entriesOf(segments).map(({ text, from, to }) => ({ ...recipient(text), lines: [from, to] }));

type Entry = { readonly text: string; readonly from: number; readonly to: number };

/** Each recipient whole: a wrapped line goes on with the one before. */
export function entriesOf(segments: readonly Segment[]): readonly Entry[] {
  const entries: Entry[] = [];
  for (const segment of segments) {
    const opens = /^[-–+*•]|^lưu\b/iu.test(segment.text);
    const last = entries.at(-1);
    if (opens || last === undefined)
      entries.push({ text: segment.text, from: segment.no, to: segment.no });
    else
      entries[entries.length - 1] = {
        ...last,
        text: `${last.text} ${segment.text}`,
        to: segment.no,
      };
  }
  return entries;
}

const purposes =
  /\(((?:để )?(?:báo cáo|b\/c|bc|phối hợp|p\/h|ph|thực hiện|t\/h|th|chỉ đạo|theo dõi|biết|để biết|thay báo cáo|lưu|đăng tải)[^()]*)\)|[:,] *((?:để )?(?:báo cáo|b\/c|phối hợp|p\/h|thực hiện|t\/h|chỉ đạo|theo dõi|biết|triển khai)[^()]*)$|(?<!\p{L})((?:để )(?:báo cáo|b\/c|phối hợp|thực hiện|chỉ đạo|theo dõi|biết).*)$/iu;

function recipient(raw: string): { name: string; purpose: string | null } {
  const text = tidy(raw.replace(/^[-–+*•]\s*/u, '')).replace(/[;.,/]+$/u, '');
  const kept = /^(lưu)\s*:?\s*(.*)$/iu.exec(text);
  if (kept !== null) return { name: kept[2] || text, purpose: kept[1] ?? null };
  const match = purposes.exec(text);
  if (match === null) return { name: text, purpose: null };
  const name = written(text.slice(0, match.index) + text.slice(match.index + match[0].length)).text;
  return { name: name.replace(/[:;.,]+$/u, '').trim() || text, purpose: purposeOf(match) };
}

const purposeOf = (match: RegExpExecArray): string | null =>
  (match[1] ?? match[2] ?? match[3])?.trim() ?? null;
