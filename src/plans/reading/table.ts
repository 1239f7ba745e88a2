// Tables of work: STT – Nội dung – Chủ trì – Phối hợp – Thời gian, each row a step or a duty.

import type { PlanDuty, PlanStep } from '../plan.ts';
import { bodiesOfCell } from './bodies.ts';
import type { Paragraph } from './lines/paragraph.ts';
import { stepLabel } from './lines/sign.ts';
import { parseOrdinal } from './number-words.ts';
import type { Item } from './outline.ts';
import { noDue, readDue, type Due } from './time/due.ts';
import type { When } from './time/when.ts';
import { written } from './written.ts';

type Role = 'number' | 'time' | 'lead' | 'support' | 'content' | 'other';
type Columns = readonly (Role | null)[];
export type Table = {
  readonly head: readonly Item[];
  readonly columns: Columns;
  readonly rows: readonly Item[];
};

/** The tables of work among the items: rows one after another under a row that names columns. */
export const tablesIn = (items: readonly Item[]): readonly Table[] =>
  rowGroupsIn(items).flatMap((rows) => tableOf(rows) ?? []);

/** Rows one after another: the tables of the paper, of whatever they are. */
export function rowGroupsIn(items: readonly Item[]): readonly (readonly Item[])[] {
  const groups: Item[][] = [];
  let isOpen = false;
  for (const item of items) {
    const isRow = item.paragraph.cells !== null;
    if (isRow && isOpen) groups.at(-1)?.push(item);
    else if (isRow) groups.push([item]);
    isOpen = isRow;
  }
  return groups;
}

/** The rows as steps, numbered as the paper does where its numbers rise. */
export function stepsOfTable(table: Table, when: When): readonly PlanStep[] {
  const rows = entriesOf(table, when);
  const isRising = rows.every(
    (row, at) => row.number !== null && row.number > (rows[at - 1]?.number ?? 0),
  );
  return rows.map((row, at) => ({
    number: isRising ? (row.number ?? at + 1) : at + 1,
    text: row.text,
    ...row.due,
    lead: row.lead,
    support: row.support,
    lines: row.lines,
  }));
}

export const dutiesOfTable = (table: Table, when: When): readonly PlanDuty[] =>
  entriesOf(table, when).map(({ text, lead, support, due, lines }) => ({
    text,
    lead,
    support,
    due: due.due,
    dueText: due.dueText,
    ongoing: due.ongoing,
    lines,
  }));

const roles: readonly (readonly [Role, RegExp])[] = [
  ['number', /^(?:stt|tt|so tt|so thu tu)$/u],
  ['support', /\bphoi hop\b/u],
  ['content', /\b(?:noi dung|cong viec|nhiem vu|hoat dong|phan viec)\b/u],
  ['time', /\b(?:thoi gian|thoi han|tien do|hoan thanh|thoi diem)\b/u],
  ['lead', /\b(?:chu tri|phu trach|phan cong|thuc hien|co quan|don vi|trach nhiem)\b/u],
  ['content', /^(?:cac )?(?:buoc|giai doan|dot)\b/u],
  ['other', /\b(?:ket qua|san pham|kinh phi|ghi chu|dia diem|thanh phan|du kien)\b/u],
];

function tableOf(rows: readonly Item[]): Table | null {
  const at = rows.findIndex((row) => isHead(rolesOf(row.paragraph)));
  const head = rows[at];
  if (head === undefined) return null;
  const columns = rolesOf(head.paragraph);
  const second = rows[at + 1];
  const under = second === undefined ? [] : rolesOf(second.paragraph);
  const isTwoRows =
    under.length === columns.length &&
    under.some((role) => role === 'lead' || role === 'support') &&
    (!under.includes('content') || (second !== undefined && repeats(second, head, columns)));
  return {
    head: rows.slice(0, at + (isTwoRows ? 2 : 1)),
    columns: isTwoRows ? columns.map((role, column) => under[column] ?? role) : columns,
    rows: rows.slice(at + (isTwoRows ? 2 : 1)),
  };
}

/** Cells that reach over both rows of the head say the same in each. */
const repeats = (second: Item, head: Item, columns: Columns): boolean => {
  const at = columns.indexOf('content');
  return second.paragraph.cells?.[at] === head.paragraph.cells?.[at];
};

const isHead = (columns: Columns): boolean =>
  columns.includes('content') &&
  columns.some((role) => role === 'time' || role === 'lead' || role === 'support');

/** One role for each column; of two alike the first keeps it. */
function rolesOf(row: Paragraph): Columns {
  const taken = new Set<Role>();
  return (row.cells ?? []).map((cell) => {
    const { folded } = written(cell);
    const role =
      folded.length > 60
        ? null
        : (roles.find(([name, pattern]) => !taken.has(name) && pattern.test(folded))?.[0] ?? null);
    if (role !== null) taken.add(role);
    return role;
  });
}

type Entry = {
  readonly number: number | null;
  readonly text: string;
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly due: Due;
  readonly lines: readonly [number, number];
};

function entriesOf({ columns, rows }: Table, when: When): readonly Entry[] {
  const entries: Entry[] = [];
  let group: Due = noDue;
  for (const { paragraph } of rows) {
    const cell = (role: Role): string => paragraph.cells?.[columns.indexOf(role)] ?? '';
    const content = cell('content');
    const last = entries.at(-1);
    if (isGroup(paragraph, columns))
      group = readDue(written(content || cell('number')), when) ?? noDue;
    else if (last !== undefined && isSame(paragraph, last, columns, content))
      entries[entries.length - 1] = { ...last, lines: [last.lines[0], paragraph.lines[1]] };
    else if (isMore(cell('number'), content, columns) && last !== undefined)
      entries[entries.length - 1] = withMore(last, paragraph, content);
    else if (content !== '') entries.push(entryOf(paragraph, cell, group, when));
  }
  return entries;
}

/** A row that only names a stage: one filled cell, or a Roman number and a title. */
function isGroup({ cells }: Paragraph, columns: Columns): boolean {
  const filled = (cells ?? []).filter((cell) => cell !== '');
  const number = cells?.[columns.indexOf('number')] ?? '';
  if (new Set(filled).size === 1 && !columns.every((role) => role === null))
    return filled.length > 1 || /^[IVX]+\b|^\p{Lu}{2}/u.test(filled[0] ?? '');
  return filled.length === 2 && /^(?:[IVX]{1,4}|[A-E])\.?$/u.test(number);
}

/** A row of cells that all reach over from the row above, but for a note or a result. */
const isSame = (row: Paragraph, last: Entry, columns: Columns, content: string): boolean => {
  const number = row.cells?.[columns.indexOf('number')] ?? '';
  return (
    /^\d/u.test(number) &&
    parseOrdinal(number.replace(/\.$/u, '')) === last.number &&
    plain(content) === last.text
  );
};

const isMore = (number: string, content: string, columns: Columns): boolean =>
  columns.includes('number') && number === '' && content !== '';

const withMore = (last: Entry, row: Paragraph, content: string): Entry => ({
  ...last,
  text: `${last.text} ${plain(content)}`,
  lines: [last.lines[0], row.lines[1]],
});

function entryOf(row: Paragraph, cell: (role: Role) => string, group: Due, when: When): Entry {
  const content = written(plain(cell('content')));
  const label = stepLabel.exec(content.folded);
  const time = cell('time');
  const due = readDue(written(plain(time)), when);
  const number = parseOrdinal(written(cell('number').replace(/\.$/u, '')).folded);
  return {
    number: number ?? (label === null ? null : parseOrdinal(label[2] ?? '')),
    text: content.text.slice(label?.[0].length ?? 0).replace(/^[\s:.,–-]+/u, '') || content.text,
    lead: bodiesOfCell(written(cell('lead'))),
    support: bodiesOfCell(written(cell('support'))),
    due: due ?? (time === '' ? group : { ...noDue, dueText: plain(time) }),
    lines: row.lines,
  };
}

/** A cell of several lines comes with ' / ' between them. */
const plain = (cell: string): string => cell.replace(/ \/ /gu, ' ').trim();
