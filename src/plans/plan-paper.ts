// A plan put out again as an official paper of kind KH, in the prescribed form, from what was read.

import { showDay, showNumber } from '#ground/show.ts';
import { fold, tidy } from '#ground/text.ts';
import type { Rules } from '#law/rule.ts';
import type { Block, Cell, Paper, SignatureBlock } from '#papers/paper.ts';
import { showFigures, suppressionBy, type Shown } from '#sites/suppress.ts';
import type { Fact, Plan, PlanStep, Recipient, Signature } from './plan.ts';

/** Small counts of people are hidden by the rules of the day on which the paper goes out again. */
export function planToPaper(plan: Plan, rules: Rules): Paper {
  const { paper } = plan;
  return {
    kind: 'KH',
    header: {
      agencyAbove: paper.agencyAbove,
      agency: paper.agency ?? '',
      ...numberOf(paper.number),
      place: paper.place ?? '',
      date: paper.date,
    },
    title: 'Kế hoạch',
    subject: tidy(paper.subject ?? plan.programme?.name ?? ''),
    approval: paper.approval && { ...signatureOf(paper.approval), text: paper.approval.text },
    addressees: [],
    bases: paper.bases.map(({ text }) => text),
    body: numbered([
      { title: 'Mục đích, yêu cầu', blocks: objectives(plan) },
      { title: 'Tình hình địa bàn', blocks: facts(plan, rules) },
      { title: 'Nội dung, biện pháp tiến hành', blocks: sectioned(measures(plan)) },
      { title: 'Tổ chức thực hiện', blocks: sectioned(organisation(plan)) },
    ]),
    signature: signatureOf(paper.signatory),
    recipients: paper.recipients.map(recipientText),
    language: 'vi',
  };
}

/** '790/KH-PV05' is number 790 of the series 'KH-PV05'. */
function numberOf(printed: string | null): {
  readonly number: number | null;
  readonly symbol: string;
} {
  const found = /^(\d+)\s*\/\s*(.+)$/u.exec(tidy(printed ?? ''));
  return { number: found ? Number(found[1]) : null, symbol: found?.[2] ?? 'KH' };
}

const signatureOf = (signature: Signature | null): SignatureBlock => ({
  authority: signature?.authority ?? null,
  position: signature?.position ?? '',
  rank: signature?.rank ?? null,
  name: signature?.name ?? null,
});

function recipientText({ name, purpose }: Recipient): string {
  if (purpose === null || /^lưu\b/iu.test(name)) return name;
  return /^lưu$/iu.test(tidy(purpose)) ? `Lưu: ${name}` : `${name} (${lowerFirst(purpose)})`;
}

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

type Chapter = { readonly title: string; readonly blocks: readonly Block[] };
const romans = ['I.', 'II.', 'III.', 'IV.'];

/** Chapters, or sections, of which the paper says nothing are left out and leave no gap. */
const numbered = (chapters: readonly Chapter[]): readonly Block[] =>
  chapters
    .filter(({ blocks }) => blocks.length > 0)
    .flatMap(({ title, blocks }, at) => [headingOf(1, romans[at] ?? '', title), ...blocks]);

const sectioned = (sections: readonly Chapter[]): readonly Block[] =>
  sections
    .filter(({ blocks }) => blocks.length > 0)
    .flatMap(({ title, blocks }, at) => [headingOf(2, `${at + 1}.`, title), ...blocks]);

const headingOf = (level: 1 | 2, mark: string, text: string): Block => ({
  kind: 'heading',
  level,
  mark,
  text,
});

const words = (kind: 'paragraph' | 'item', text: string): Block => ({ kind, runs: [{ text }] });
const item = (text: string): Block => words('item', closed(upperFirst(unmarked(text))));

const closed = (text: string): string =>
  /[.…:]$/u.test(text) ? text : `${text.replace(/[;,]$/u, '')}.`;
const upperFirst = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** The paper's own list sign goes: the form sets another. */
const unmarked = (text: string): string => tidy(text).replace(/^[-–+*•]\s*/u, '');

const objectives = ({ objectives: all }: Plan): readonly Block[] =>
  all.map(({ text }, at) =>
    words('paragraph', `${at + 1}. ${unmarked(text).replace(/^\d+[.)]\s*/u, '')}`),
  );

function facts({ facts: all }: Plan, rules: Rules): readonly Block[] {
  if (all.length === 0) return [];
  const head = ['STT', 'Số liệu', 'Địa bàn', 'Năm', 'Giá trị'].map((text) => ({ text }));
  const shown = showFigures(all, suppressionBy(rules));
  const rows = shown.map((fact, at) => factRow(fact, fact.shown, at + 1));
  return [
    { kind: 'table', caption: 'Số liệu của địa bàn', head, rows, widths: [0.8, 5, 3, 1.2, 2.2] },
  ];
}

const factRow = (fact: Omit<Fact, 'value'>, shown: Shown, number: number): readonly Cell[] => [
  { text: String(number), align: 'center' },
  { text: upperFirst(fact.measure) },
  { text: fact.of ?? '' },
  { text: fact.year === null ? '' : String(fact.year), align: 'center' },
  { text: valueText(fact, shown), align: 'right' },
];

const qualifiers = { exact: '', over: 'trên ', under: 'dưới ', about: 'khoảng ' } as const;

function valueText({ qualifier, unit }: Pick<Fact, 'qualifier' | 'unit'>, shown: Shown): string {
  const of = unit === null ? '' : ` ${unit}`;
  if (shown.kind === 'withheld') return '–';
  if (shown.kind === 'below') return `dưới ${shown.below}${of}`;
  return `${qualifiers[qualifier]}${showNumber(shown.value)}${of}`;
}

const measures = (plan: Plan): readonly Chapter[] => [
  { title: 'Nội dung trọng tâm', blocks: plan.contents.map(({ text }) => item(text)) },
  { title: 'Các bước xây dựng mô hình', blocks: steps(plan.steps) },
  {
    title: 'Công tác phối hợp, kiểm tra và sơ kết, tổng kết',
    blocks: inOrder([...plan.duties, ...plan.checks, ...plan.reviews])
      .filter(({ text }) => bare(text) !== bare(plan.period?.text ?? ''))
      .map((one) => item('lead' in one ? `${one.text}${bodiesText(one)}` : one.text)),
  },
];

const organisation = (plan: Plan): readonly Chapter[] => [
  {
    title: 'Phân công nhiệm vụ',
    blocks: plan.assignments.map(({ who, text }) =>
      item(tidy(text).startsWith(tidy(who)) ? text : `${who}: ${text}`),
    ),
  },
  {
    title: 'Phương tiện, kinh phí, thời gian thực hiện',
    blocks: [
      ...plan.means.map(({ text }) => item(labelled('Phương tiện', text))),
      ...plan.funding.map(({ text }) => item(labelled('Kinh phí', text))),
      ...(plan.period ? [item(labelled('Thời gian thực hiện', plan.period.text))] : []),
    ],
  },
];

/** By which the same words are known again, whatever signs stand around them. */
const bare = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const labelled = (label: string, text: string): string =>
  fold(text).startsWith(fold(label)) ? text : `${label}: ${lowerFirst(unmarked(text))}`;

/** As they followed each other on the paper; what was read twice from one place stands once. */
function inOrder<
  P extends { readonly lines: Plan['contents'][number]['lines']; readonly text: string },
>(passages: readonly P[]): readonly P[] {
  const once = new Map(passages.toReversed().map((one) => [bare(one.text), one]));
  return [...once.values()].toSorted((a, b) => a.lines[0] - b.lines[0] || a.lines[1] - b.lines[1]);
}

/** Longer texts in a table are a column of ribbons: they read better as a list. */
const longestInTable = 160;

const steps = (all: readonly PlanStep[]): readonly Block[] =>
  all.length > 0 && all.every(({ text }) => text.length <= longestInTable)
    ? [stepTable(all)]
    : all.map((step) => item(`Bước ${step.number}: ${stepText(step)}`));

function stepText(step: PlanStep): string {
  const text = unmarked(step.text).replace(/[.;\s]+$/u, '');
  const isSaid = step.dueText !== null && text.includes(step.dueText);
  const when = isSaid || whenText(step) === '' ? '' : ` (${whenText(step)})`;
  return `${text}${bodiesText(step)}${when}.`;
}

const stepTable = (all: readonly PlanStep[]): Block => ({
  kind: 'table',
  caption: 'Các bước xây dựng mô hình',
  head: ['Bước', 'Nội dung', 'Chủ trì, phối hợp', 'Thời gian'].map((text) => ({ text })),
  rows: all.map((step) => [
    { text: String(step.number), align: 'center' },
    { text: unmarked(step.text) },
    { text: [...step.lead, ...step.support].join(', ') },
    { text: whenText(step) },
  ]),
  widths: [0.9, 5, 2.8, 2.4],
});

/** The paper's own words for the time; the day read from them where it has none. */
function whenText({ dueText, due, ongoing }: PlanStep): string {
  if (dueText !== null) return dueText;
  if (due !== null) return `chậm nhất ngày ${showDay(due)}`;
  return ongoing ? 'thường xuyên' : '';
}

/** ' (chủ trì: …; phối hợp: …)' where the text does not name them already. */
function bodiesText({
  text,
  lead,
  support,
}: {
  readonly text?: string;
  readonly lead: readonly string[];
  readonly support: readonly string[];
}): string {
  const unsaid = (bodies: readonly string[]): string =>
    bodies.filter((body) => !text?.includes(body)).join(', ');
  const parts = [
    unsaid(lead) && `chủ trì: ${unsaid(lead)}`,
    unsaid(support) && `phối hợp: ${unsaid(support)}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}
