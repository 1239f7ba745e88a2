// A plan put out again in the prescribed form: its own lines, or an extract that says what it lacks.

import { tidy } from '#ground/text.ts';
import type { Block, Paper, Printed } from '#papers/paper.ts';
import { correctionWords } from './correction.words.ts';
import { linesIn, linesNotIn, wordsOf, wordsOfBlocks, wordsOfHeadAndFoot } from './paper-words.ts';
import type { Lines } from './plan.ts';
import { bodyBlocks } from './reading/body-blocks.ts';
import { layoutOf, type Layout } from './reading/paper/layout.ts';
import { firstBodyLine, readPaper, type PaperRead } from './reading/paper/paper.ts';

export type Reprint = {
  readonly paper: Paper;
  /** Whether something of the original is not in it: then no number, approval or signature either. */
  readonly isExtract: boolean;
  /** The lines that found no place in the form, in order. */
  readonly missing: readonly Lines[];
};

/**
 * Made of the original's text alone: what people corrected in the reading changes no word of it.
 * Head and foot take their places in the form; all between, and annexes, stay as they stood.
 */
export function reprint(text: readonly string[]): Reprint {
  const layout = layoutOf(text);
  const zones = zonesOf(text, layout);
  const paper = paperOf(layout, readPaper(text, layout), {
    body: bodyBlocks(text, zones.body),
    annex: bodyBlocks(text, zones.annex),
  });
  const missing = linesNotIn(text, zones.around, wordsOfHeadAndFoot(paper));
  const isWhole = layout.title !== null && missing.length === 0 && hasSameWords(text, zones, paper);
  return isWhole
    ? { paper, isExtract: false, missing }
    : { paper: extractOf(paper, missing), isExtract: true, missing };
}

type Zones = {
  /** Head, title and subject; foot. */
  readonly around: readonly Lines[];
  readonly body: readonly Lines[];
  /** What stands after the signature. */
  readonly annex: readonly Lines[];
};

function zonesOf(text: readonly string[], { title, body, foot }: Layout): Zones {
  const bodyFrom = title === null ? firstBodyLine(text) : (body[0]?.[0] ?? text.length + 1);
  const end = foot?.[0] ?? text.length + 1;
  const isAny = ([from, to]: Lines): boolean => from <= to;
  return {
    around: [[1, Math.min(bodyFrom, end) - 1] as const, ...(foot ? [foot] : [])].filter(isAny),
    body: [[bodyFrom, end - 1] as const].filter(isAny),
    annex: (foot ? [[foot[1] + 1, text.length] as const] : []).filter(isAny),
  };
}

/** All words, those of the body and the annexes in their order; none more, none less. */
function hasSameWords(text: readonly string[], zones: Zones, paper: Paper): boolean {
  const original = (lines: readonly Lines[]): readonly string[] =>
    wordsOf(linesIn(text, lines).join(' '));
  const same = (a: readonly string[], b: readonly string[]): boolean => a.join(' ') === b.join(' ');
  return (
    same(original(zones.body), wordsOfBlocks(paper.body)) &&
    same(original(zones.annex), wordsOfBlocks(paper.annex ?? [])) &&
    same(original(zones.around).toSorted(), wordsOfHeadAndFoot(paper).toSorted())
  );
}

function paperOf(
  { title, subject }: Layout,
  { paper, printed }: PaperRead,
  blocks: Pick<Paper, 'body' | 'annex'>,
): Paper {
  const names = printed.header.agencies;
  return {
    kind: 'KH',
    header: {
      agencyAbove: names.slice(0, -1).join(' ') || null,
      agency: names.at(-1) ?? '',
      number: null,
      symbol: paper.kind ?? 'KH',
      place: paper.place ?? '',
      date: paper.date,
    },
    title: title?.title ?? '',
    subject: tidy(subject?.value ?? ''),
    approval: null,
    addressees: [],
    bases: [],
    ...blocks,
    signature: { authority: null, position: '', rank: null, name: null },
    recipients: [],
    printed: printedOf(printed),
    language: 'vi',
  };
}

function printedOf({ header, foot, approval }: PaperRead['printed']): Printed {
  const isMotto = (text: string): boolean => /hạnh\s+phúc$/iu.test(text);
  return {
    country: header.national.filter((text) => !isMotto(text)).join(' '),
    motto: header.national.filter(isMotto).join(' '),
    number: header.number ?? '',
    placeDate: header.dated ?? foot.dated ?? '',
    approval,
    signature: foot.signature ?? nobody,
    recipients: { label: foot.label, lines: foot.recipients.map(listed) },
  };
}

const nobody: Printed['signature'] = { titles: [], name: '' };

const listed = (text: string): string => text.replace(/^(?:[-–—+*•]\s*)?/u, '- ');

/** Nothing an office, or a court, could take for the signed paper. */
function extractOf(paper: Paper, missing: readonly Lines[]): Paper {
  const { line } = correctionWords.vi;
  const where = missing.map(([from, to]) => line(from, to)).join(', ');
  const lacks = where === '' ? '' : ` Chưa xếp được vào thể thức: ${where} của văn bản gốc.`;
  const text = `Bản trích để tham khảo, không có số, phê duyệt và chữ ký, không thay cho văn bản gốc.${lacks}`;
  const notice: Block = { kind: 'paragraph', runs: [{ text, italic: true }] };
  return {
    ...paper,
    title: `Trích ${paper.title}`,
    body: [notice, ...paper.body],
    ...(paper.printed && {
      printed: { ...paper.printed, number: '', approval: null, signature: nobody },
    }),
  };
}
