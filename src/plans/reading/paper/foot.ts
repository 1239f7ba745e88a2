// The foot of the paper: recipients on the left, signature on the right, in whatever order they come.

import type { Lines, Recipient, Signature } from '../../plan.ts';
import { dateAtFoot, isDateLine, type Header } from './header.ts';
import { cut, isUpper } from '../written.ts';
import { entriesOf, readRecipients } from './recipients.ts';
import { segmentsOf, type Segment } from './segments.ts';
import {
  nameOf,
  opensSignature,
  printedSignature,
  readSignature,
  type PrintedSignature,
} from './signature.ts';

export type Foot = {
  readonly signatory: Signature | null;
  readonly recipients: readonly Recipient[];
  /** Lines that hold only the words 'Nơi nhận'. */
  readonly labelLines: readonly number[];
  readonly dated: Pick<Header, 'place' | 'date' | 'year'>;
  readonly printed: PrintedFoot;
};

/** The foot's own words, for putting it out again. */
export type PrintedFoot = {
  readonly dated: string | null;
  /** 'Nơi nhận:' */
  readonly label: string;
  readonly recipients: readonly string[];
  readonly signature: PrintedSignature | null;
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
  const receivers = [...labelRest(segments[at]), ...listed];
  const { line, ...dated } = dateAtFoot(all);
  return {
    signatory: found?.signature ?? null,
    recipients: readRecipients(receivers),
    labelLines: at < 0 ? [] : [segments[at]?.no ?? from],
    dated,
    printed: {
      dated: line,
      label: labelIn(segments[at]),
      recipients: entriesOf(receivers).map((entry) => entry.text),
      signature: found && printedSignature(found),
    },
  };
}

const isLabel = (segment: Segment): boolean => /^noi nhan\b/u.test(segment.folded);
const isListed = (segment: Segment): boolean => /^[-–+*•]|^lưu\b/iu.test(segment.text);

const labelIn = (segment: Segment | undefined): string =>
  segment === undefined ? '' : segment.text.slice(0, labelEnd(segment));

const labelEnd = (segment: Segment): number =>
  /^noi nhan ?:? ?/u.exec(segment.folded)?.[0].length ?? 0;

/** 'Nơi nhận: Như trên' keeps a first recipient on its own line. */
function labelRest(segment: Segment | undefined): readonly Segment[] {
  if (segment === undefined) return [];
  const rest = cut(segment, labelEnd(segment));
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
