// A paper laid out as final strings by Nghị định 30/2020/NĐ-CP: what DOCX, PDF and HTML all print.

import { showOfficialDay } from '#ground/show.ts';
import { millimetre, ruleLength, type PaperForm } from './measures.ts';
import type { Block, Cell, Paper, PaperHeader, Printed, Run, SignatureBlock } from './paper.ts';
import { balance, type Weight } from './text-width.ts';

export type Signature = {
  /** 'TM. BAN CHỦ NHIỆM', 'TRƯỞNG BAN': one line each. */
  readonly titles: readonly string[];
  readonly name: string;
};

export type SheetBlock =
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2 | 3;
      /** Nesting below the title without a gap: a reader's outline may not skip a level. */
      readonly depth: 1 | 2 | 3;
      readonly text: string;
    }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  /** Items that follow each other: each output sets the sign '-' before them as a list's own. */
  | { readonly kind: 'list'; readonly items: readonly (readonly Run[])[] }
  | {
      readonly kind: 'table';
      readonly caption: string | null;
      readonly head: readonly Required<Cell>[];
      readonly rows: readonly (readonly Required<Cell>[])[];
      readonly widths: readonly number[];
    }
  | Extract<Block, { kind: 'chart' }>;

type Unlisted = Exclude<SheetBlock, { kind: 'list' }> | Extract<Block, { kind: 'item' }>;

export type Sheet = {
  readonly language: 'vi';
  /** For the file's properties: title and subject in one line. */
  readonly name: string;
  /** For the file's properties: the whole name of who issues it; empty where it is left to fill in. */
  readonly author: string;
  readonly country: string;
  readonly motto: string;
  /** Centred texts come as the lines they are broken into. */
  readonly agencyAbove: readonly string[];
  readonly agency: readonly string[];
  readonly number: string;
  /** Null in minutes, whose form has no such line. */
  readonly placeDate: string | null;
  readonly approval: (Signature & { readonly text: readonly string[] }) | null;
  readonly title: string;
  readonly subject: readonly string[];
  readonly addressees: { readonly first: string; readonly others: readonly string[] } | null;
  readonly bases: readonly string[];
  readonly body: readonly SheetBlock[];
  readonly annex: readonly SheetBlock[];
  readonly signature: Signature;
  readonly recipients: { readonly label: string; readonly lines: readonly string[] };
  /** Millimetres of the rules under agency and subject. */
  readonly rules: { readonly agency: number; readonly subject: number };
};

/** Stands before every item of a list, addressee and recipient. */
export const listSign = '-';

/** Turns a paper into its final strings. Every text is made safe for XML here, once. */
export function layOut(paper: Paper, form: PaperForm): Sheet {
  const { columns, sizes, textWidth, ruleShare } = form;
  const agency = inColumn(form, upper(paper.header.agency), 'bold');
  const above = paper.header.agencyAbove;
  const subject = balance(clean(paper.subject).trim(), textWidth * 0.94, mm(sizes.subject), 'bold');
  return {
    language: paper.language,
    name: clean(`${paper.title} ${paper.subject}`).trim(),
    author: authorOf(paper.header),
    country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    agencyAbove: above === null ? [] : inColumn(form, upper(above), 'regular'),
    agency,
    number: numberLine(paper.header, form),
    placeDate: paper.kind === 'BB' ? null : placeDateLine(paper.header, form),
    approval: paper.approval && {
      ...signatureOf(paper.approval),
      text: inColumn(form, clean(paper.approval.text).trim(), 'bold'),
    },
    title: upper(paper.title),
    subject,
    addressees: addresseeLines(paper.addressees),
    bases: closedLines(paper.bases),
    body: paper.printed ? listed(laidOut(paper.body)) : bodyOf(paper.body),
    annex: listed(laidOut(paper.annex ?? [])),
    signature: signatureOf(paper.signature),
    recipients: { label: 'Nơi nhận:', lines: recipientLines(paper) },
    rules: {
      agency: ruleLength(agency, sizes.agency, columns.left, ruleShare),
      subject: ruleLength(subject, sizes.subject, textWidth, ruleShare),
    },
    ...(paper.printed && asPrinted(paper.printed, form)),
  };
}

/** Head and foot of a paper put out again, made safe and broken to the width, never reworded. */
function asPrinted({ approval, signature, recipients, ...lines }: Printed, form: PaperForm) {
  return {
    country: clean(lines.country),
    motto: clean(lines.motto),
    number: clean(lines.number),
    placeDate: lines.placeDate === '' ? null : clean(lines.placeDate),
    approval: approval && {
      ...printedSignature(approval),
      text: inColumn(form, clean(approval.text).trim(), 'bold'),
    },
    signature: printedSignature(signature),
    recipients: { label: clean(recipients.label), lines: recipients.lines.map(unsigned) },
  } satisfies Partial<Sheet>;
}

/** Printed lines come with the sign of a list, which each output sets. */
const unsigned = (line: string): string => clean(line).replace(/^- /u, '');

const printedSignature = ({ titles, name }: Printed['signature']): Signature => ({
  titles: titles.map(clean),
  name: clean(name),
});

/** 'Số: 05/BC-BCN'; a draft leaves room to write the number in by hand. */
export function numberLine({ number, symbol }: PaperHeader, { numberDigits }: PaperForm): string {
  const digits = number === null ? blank(5) : String(number).padStart(numberDigits, '0');
  return `Số: ${digits}/${upper(symbol)}`;
}

/** 'Phú Thịnh, ngày 05 tháng 11 năm 2026'; a draft leaves room for the date. */
export function placeDateLine({ place, date }: PaperHeader, { zeroMonths }: PaperForm): string {
  const open = `ngày${blank(5)}tháng${blank(5)}năm${blank(7)}`;
  return `${clean(place).trim()}, ${date ? showOfficialDay(date, zeroMonths) : open}`;
}

/** One addressee stands on the line of 'Kính gửi:', several below it with ';' and a closing '.'. */
export function addresseeLines(addressees: readonly string[]): Sheet['addressees'] {
  const [first, ...others] = addressees;
  if (first === undefined) return null;
  if (others.length === 0) return { first: `Kính gửi: ${unclosed(first)}.`, others: [] };
  return { first: 'Kính gửi:', others: closedLines(addressees) };
}

/** 'Như trên;' first where the paper has addressees; 'Lưu: VT, …' last with a full stop. */
export function recipientLines(paper: Pick<Paper, 'recipients' | 'addressees'>): string[] {
  const sameAsAbove = 'Như trên';
  const missing = paper.addressees.length > 0 && !paper.recipients.some((r) => r === sameAsAbove);
  const all = missing ? [sameAsAbove, ...paper.recipients] : paper.recipients;
  return closedLines(all);
}

/** Each line ends with ';' and the last with '.', whatever it ended with before. */
export const closedLines = (lines: readonly string[]): string[] =>
  lines.map((line, at) => `${unclosed(line)}${at === lines.length - 1 ? '.' : ';'}`);

export function signatureOf(block: SignatureBlock): Signature {
  const titles = [block.authority, block.position].filter((text) => text !== null);
  const name = [block.rank, block.name].filter((text) => text !== null).join(' ');
  return { titles: titles.map(upper), name: clean(name) };
}

/** The body laid out, and './.' at its end. */
export const bodyOf = (blocks: readonly Block[]): readonly SheetBlock[] =>
  listed(withEndMark(laidOut(blocks)));

/** The body with its headings in their case, its tables and charts counted. */
function laidOut(blocks: readonly Block[]): readonly Unlisted[] {
  const count = { table: 0, chart: 0 };
  let depth = 0;
  return blocks.map((block): Unlisted => {
    switch (block.kind) {
      case 'heading':
        depth = Math.min(block.level, depth + 1);
        return { ...block, depth: depth as 1 | 2 | 3, text: headingText(block) };
      case 'table':
        return tableOf(block, block.caption === null ? 0 : ++count.table);
      case 'chart':
        return chartOf(block, ++count.chart);
      default:
        return { ...block, runs: cleanRuns(block.runs) };
    }
  });
}

/** 'I. TÌNH HÌNH CHUNG' · '1. Tuyên truyền' · 'a) Hộ gia đình' */
export function headingText(block: { level: 1 | 2 | 3; mark: string; text: string }): string {
  const text = block.level === 1 ? upper(block.text) : clean(block.text);
  return `${clean(block.mark)} ${text}`.trim();
}

/**
 * Text every output can hold: NFC, one line, without the characters XML forbids. Spaces that may
 * not break stay.
 */
export const clean = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, (run) => (/^\u00a0+$/u.test(run) ? run : ' '))
    .replace(/[\ufffe\uffff]/gu, '');

const mm = (points: number): number => points * millimetre;

/** A little air is kept between the two halves of the header. */
const inColumn = ({ columns, sizes }: PaperForm, text: string, weight: Weight): string[] =>
  balance(text, columns.left - 3, mm(sizes.agency), weight);

const upper = (text: string): string => clean(text).trim().toLocaleUpperCase('vi');
const blank = (length: number): string => '\u00a0'.repeat(length);
const unclosed = (line: string): string =>
  clean(line)
    .replace(/[\s;.,]+$/u, '')
    .trim();

const authorOf = ({ agency }: PaperHeader): string =>
  /\p{L}/u.test(agency) ? clean(agency).trim() : '';

const cleanRuns = (runs: readonly Run[]): Run[] =>
  runs.map((run) => ({ ...run, text: clean(run.text) })).filter((run) => run.text !== '');

function tableOf(block: Extract<Block, { kind: 'table' }>, number: number): Unlisted {
  const width = Math.max(block.head.length, ...block.rows.map((row) => row.length));
  const row = (cells: readonly Cell[], align: Required<Cell>['align']) =>
    Array.from({ length: width }, (_, at) => cellOf(cells[at], align));
  return {
    kind: 'table',
    caption: block.caption === null ? null : clean(`Bảng ${number}. ${block.caption}`),
    head: block.head.length === 0 ? [] : row(block.head, 'center'),
    rows: block.rows.map((cells) => row(cells, 'left')),
    widths: Array.from({ length: width }, (_, at) => positive(block.widths[at])),
  };
}

const chartOf = (block: Extract<Block, { kind: 'chart' }>, number: number): Unlisted => ({
  ...block,
  caption: clean(`Biểu đồ ${number}. ${block.caption}`),
  alt: clean(block.alt),
});

const cellOf = (cell: Cell | undefined, align: Required<Cell>['align']): Required<Cell> => ({
  text: (cell?.text ?? '').split('\n').map(clean).join('\n'),
  align: cell?.align ?? align,
});

/** Items that follow each other are one list. */
const listed = (blocks: readonly Unlisted[]): SheetBlock[] =>
  blocks.reduce<SheetBlock[]>((all, block) => {
    const last = all.at(-1);
    if (block.kind !== 'item') return [...all, block];
    if (last?.kind !== 'list') return [...all, { kind: 'list', items: [block.runs] }];
    return [...all.slice(0, -1), { kind: 'list', items: [...last.items, block.runs] }];
  }, []);

const positive = (width: number | undefined): number => (width && width > 0 ? width : 1);

/** Ends the text with './.': on the last line of words, or on a line of its own after a picture. */
function withEndMark(blocks: readonly Unlisted[]): readonly Unlisted[] {
  const last = blocks.at(-1);
  const ended = last && 'runs' in last ? endRuns(last.runs) : null;
  if (!last) return blocks;
  if (!ended) return [...blocks, { kind: 'paragraph', runs: [{ text: './.' }] }];
  return [...blocks.slice(0, -1), { ...last, runs: ended } as Unlisted];
}

function endRuns(runs: readonly Run[]): Run[] | null {
  const at = runs.findLastIndex((run) => run.text.trim() !== '');
  const run = runs[at];
  if (!run) return null;
  return [...runs.slice(0, at), { ...run, text: `${run.text.replace(/[\s./;,]+$/u, '')}./.` }];
}
