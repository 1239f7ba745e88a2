// The paper itself: header, title, approval, signature and recipients put together.

import type { Approval, Lines, PaperField, PlanPaper } from '../../plan.ts';
import { takeSign } from '../lines/sign.ts';
import type { When } from '../time/when.ts';
import { fold } from '#ground/text.ts';
import { readFoot, type Foot, type PrintedFoot } from './foot.ts';
import { readHeader, type Found, type Header, type PrintedHeader } from './header.ts';
import { kindInNumber } from './kind.ts';
import type { Layout } from './layout.ts';
import { linesOf, segmentsOf, type Segment } from './segments.ts';
import { printedSignature, readSignature, type PrintedSignature } from './signature.ts';

export type PaperRead = {
  readonly paper: Omit<PlanPaper, 'bases'>;
  readonly agencies: Pick<Header, 'agencyAbove' | 'agency'>;
  readonly when: When;
  /** Lines that are understood without being anybody's item: Quốc hiệu, 'Nơi nhận'. */
  readonly covered: readonly Lines[];
  readonly printed: PrintedPaper;
};

/** Head and foot in their own words, for putting them out again. */
export type PrintedPaper = {
  readonly header: PrintedHeader;
  readonly foot: PrintedFoot;
  readonly approval: (PrintedSignature & { readonly text: string }) | null;
};

export function readPaper(text: readonly string[], layout: Layout): PaperRead {
  const above = segmentsOf(text, 1, (layout.title?.line ?? firstBodyLine(text)) - 1);
  const approval = approvalIn(above);
  const foot = layout.foot === null ? nothingAtFoot : readFoot(text, layout.foot);
  const top = readHeader(
    approval === null ? above : above.filter((one) => !approval.used.includes(one)),
  );
  const header = top.year === null && top.date === null ? { ...top, ...foot.dated } : top;
  const paper = paperOf(layout, header, foot, approval?.approval ?? null);
  return {
    paper,
    agencies: { agencyAbove: header.agencyAbove, agency: header.agency },
    when: whenOf(header, layout, latestYear(text, layout)),
    covered: [...header.mottoLines, ...foot.labelLines].map((no) => [no, no] as const),
    printed: {
      header: header.printed,
      foot: foot.printed,
      approval: approval?.printed ?? null,
    },
  };
}

const nothingAtFoot: Foot = {
  signatory: null,
  recipients: [],
  labelLines: [],
  dated: { place: null, date: null, year: null },
  printed: { dated: null, label: '', recipients: [], signature: null },
};

/** Without a title the header ends where the first numbered paragraph begins. */
export function firstBodyLine(text: readonly string[]): number {
  const at = text.findIndex((line) => takeSign({ text: line, folded: fold(line) }).sign !== null);
  return at < 0 ? 1 : at + 1;
}

function paperOf(
  layout: Layout,
  header: Header,
  foot: Foot,
  approval: Approval | null,
): PaperRead['paper'] {
  const { title, subject } = layout;
  const number = header.number?.value ?? null;
  const sources = sourcesOf(layout, header);
  return {
    kind: title?.kind ?? (number === null ? null : kindInNumber(number)),
    number,
    date: header.date?.value ?? null,
    place: header.place?.value ?? null,
    agencyAbove: header.agencyAbove?.value ?? null,
    agency: header.agency?.value ?? null,
    title: title?.title ?? null,
    subject: subject?.value ?? null,
    sources,
    approval,
    signatory: foot.signatory,
    recipients: foot.recipients,
    lines: headerSpan(layout, sources, header),
  };
}

function sourcesOf({ title, subject }: Layout, header: Header): PlanPaper['sources'] {
  const titled: Found<string> | null =
    title === null ? null : { value: title.title, lines: [title.line, title.line] };
  const fields: readonly (readonly [PaperField, Found<unknown> | null])[] = [
    ['kind', titled ?? header.number],
    ['number', header.number],
    ['date', header.date],
    ['place', header.place],
    ['agencyAbove', header.agencyAbove],
    ['agency', header.agency],
    ['title', titled],
    ['subject', subject],
  ];
  return Object.fromEntries(
    fields.flatMap(([field, found]) => (found === null ? [] : [[field, found.lines]])),
  );
}

/** A date that stands at the foot is no part of the header. */
function headerSpan(
  { title, subject }: Layout,
  sources: PlanPaper['sources'],
  header: Header,
): Lines {
  const end = subject?.lines[1] ?? title?.line ?? Infinity;
  const fields = Object.values(sources).filter(([from]) => from <= end);
  return spanOf([...fields, ...header.mottoLines.map((no) => [no, no] as const)]);
}

function spanOf(lines: readonly Lines[]): Lines {
  if (lines.length === 0) return [1, 1];
  return [Math.min(...lines.map(([from]) => from)), Math.max(...lines.map(([, to]) => to))];
}

/** 'Phê duyệt của …' and the signature under it. */
function approvalIn(segments: readonly Segment[]): {
  approval: Approval;
  printed: PrintedPaper['approval'];
  used: readonly Segment[];
} | null {
  const at = segments.findIndex((segment) => /^(?:y kien )?(?:phe )?duyet\b/u.test(segment.folded));
  const head = segments[at];
  if (head === undefined) return null;
  const found = readSignature(segments.slice(at + 1, at + 9));
  const used = [head, ...(found?.used ?? [])];
  const empty = { authority: null, position: null, rank: null, name: null };
  return {
    used,
    printed: { ...(found ? printedSignature(found) : { titles: [], name: '' }), text: head.text },
    approval: {
      ...(found?.signature ?? empty),
      text: head.text,
      lines: linesOf(used) ?? [head.no, head.no],
    },
  };
}

/** The latest year on the first lines under the title: a paper is not older than its bases. */
function latestYear(text: readonly string[], { title }: Layout): number | null {
  const from = title?.line ?? 0;
  const years =
    text
      .slice(from, from + 20)
      .join(' ')
      .match(/(?<!\d)20\d\d(?!\d)/gu) ?? [];
  return years.length === 0 ? null : Math.max(...years.map(Number));
}

/** A year in the subject after the paper's own is the year the plan is made for. */
function whenOf(header: Header, { subject }: Layout, latest: number | null): When {
  const date = header.date?.value ?? null;
  const own = header.year ?? (date === null ? null : Number(date.slice(0, 4)));
  const named = /năm (\d{4})(?! ?[-–])/u.exec(subject?.value ?? '')?.[1];
  const forYear = named === undefined ? null : Number(named);
  return {
    date,
    year: own ?? forYear ?? latest,
    forYear: forYear !== null && own !== null && forYear > own ? forYear : null,
  };
}
