// The foot of the paper: recipients on the left, signature on the right, in whatever order they come.

import type { Lines, Recipient, Signature } from '../../plan.ts';
import { dateAtFoot, isDateLine, type Header } from './header.ts';
import { cut, isUpper } from '../written.ts';
import { readRecipients } from './recipients.ts';
import { segmentsOf, type Segment } from './segments.ts';
import { nameOf, opensSignature, readSignature } from './signature.ts';

export type Foot = {
  readonly signatory: Signature | null;
  readonly recipients: readonly Recipient[];
  /** Lines that hold only the words 'Nơi nhận'. */
  readonly labelLines: readonly number[];
  readonly dated: Pick<Header, 'place' | 'date' | 'year'>;
};

export function readFoot(text: readonly string[], [from, to]: Lines): Foot {
  const all = segmentsOf(text, from, to).flatMap(splitColumns);
  const segments = all.filter((segment) => !isDateLine(segment));
  const found = readSignature(
    segments.filter((segment) => !isListed(segment) && !isLabel(segment)),
  );
  const used = new Set(found?.used);
  const at = segments.findIndex(isLabel);
  const listed = at < 0 ? [] : listAfter(segments.slice(at + 1), used);
  return {
    signatory: found?.signature ?? null,
    recipients: readRecipients([...labelRest(segments[at]), ...listed]),
    labelLines: at < 0 ? [] : [segments[at]?.no ?? from],
    dated: dateAtFoot(all),
  };
}

const isLabel = (segment: Segment): boolean => /^noi nhan\b/u.test(segment.folded);
const isListed = (segment: Segment): boolean => /^[-–+*•]|^lưu\b/iu.test(segment.text);

/** 'Nơi nhận: Như trên' keeps a first recipient on its own line. */
function labelRest(segment: Segment | undefined): readonly Segment[] {
  const end = segment === undefined ? null : /^noi nhan ?:? ?/u.exec(segment.folded);
  if (segment === undefined || end === null) return [];
  const rest = cut(segment, end[0].length);
  return rest.text === '' ? [] : [{ ...rest, no: segment.no }];
}

/** Recipients and their wrapped lines, up to the first line that is something else. */
function listAfter(segments: readonly Segment[], used: ReadonlySet<Segment>): readonly Segment[] {
  const listed: Segment[] = [];
  for (const segment of segments) {
    if (used.has(segment)) continue;
    const last = listed.at(-1);
    const goesOn =
      last !== undefined &&
      !/[;.]$/u.test(last.text) &&
      !/^\p{Lu}\p{L}*:/u.test(segment.text) &&
      (segment.no - last.no < 3 || (/^\p{Ll}/u.test(segment.text) && segment.no - last.no < 20));
    const isFirst = last === undefined && !isUpper(segment.text);
    if (isListed(segment) || goesOn || isFirst) listed.push(segment);
  }
  return listed;
}

/** '- Như trên; CHỦ TỊCH': a PDF may put both columns on one line with one blank between. */
function splitColumns(segment: Segment): readonly Segment[] {
  if (!isListed(segment) && !isLabel(segment)) return [segment];
  for (const { index } of segment.text.matchAll(/(?<=[;:.)])\s(?=\p{Lu})/gu)) {
    const right = { ...cut(segment, index + 1), no: segment.no };
    if (opensSignature(right) || nameOf(right.text) !== null)
      return [{ ...cut(segment, 0, index), no: segment.no }, right];
  }
  return [segment];
}
