// A paper as HTML for screen and print: semantic, escaped, dressed by paper.css.

import { layOut, listSign, type Sheet, type SheetBlock, type Signature } from './layout.ts';
import type { PaperForm } from './measures.ts';
import type { Cell, Paper, Run } from './paper.ts';

/** One <article class="paper">; its title is an <h1>. Every text of the paper is escaped. */
export function paperToHtml(paper: Paper, form: PaperForm): string {
  const sheet = layOut(paper, form);
  return element(
    'article',
    { class: 'paper', lang: sheet.language, style: measured(form) },
    head(sheet),
    title(sheet),
    addressees(sheet.addressees),
    ...sheet.bases.map((basis) => element('p', { class: 'basis' }, escaped(basis))),
    ...sheet.body.map(blockHtml),
    foot(sheet),
    sheet.annex.length === 0
      ? ''
      : element('div', { class: 'annex' }, ...sheet.annex.map(blockHtml)),
  );
}

/** What only a rule of the whole printed page can say: its size and margins. */
export const pageStyle = ({ page, sizes }: PaperForm): string =>
  `@page { size: ${page.width}mm ${page.height}mm; margin: ${page.top}mm ${page.right}mm ${page.bottom}mm ${page.left}mm; @top-center { font-size: ${sizes.pageNumber}pt; } }`;

export const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');

type Attributes = Readonly<Record<string, string | undefined>>;

function element(name: string, attributes: Attributes, ...children: string[]): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escaped(value)}"`))
    .join('');
  return `<${name}${written}>${children.join('')}</${name}>`;
}

const paragraph = (style: string, text: string): string =>
  element('p', { class: style }, escaped(text));

const lines = (texts: readonly string[]): string => texts.map(escaped).join('<br> ');

/** The measures of the form, by the names paper-sheet.css takes them under. */
function measured({ page, sizes, spacing, columns }: PaperForm): string {
  const points = Object.entries(sizes).map(([name, size]) => `--form-${kebab(name)}: ${size}pt`);
  const margins = [page.top, page.right, page.bottom, page.left].map((side) => `${side}mm`);
  return [
    ...points,
    `--form-line: ${spacing.linePitch}pt`,
    `--form-paragraph: ${spacing.paragraph}pt`,
    `--form-first-line: ${spacing.firstLine}mm`,
    `--form-signature-room: ${spacing.signature}mm`,
    `--form-rule: ${spacing.rule}pt`,
    `--form-width: ${page.width}mm`,
    `--form-margins: ${margins.join(' ')}`,
    `--form-columns: ${columns.left}fr ${columns.right}fr`,
  ].join('; ');
}

const kebab = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The rules' lengths differ from paper to paper; CSS takes them from here. */
const rule = (length: number): string => `--rule: ${length}mm`;

function head(sheet: Sheet): string {
  const above = element('p', { class: 'agency-above' }, lines(sheet.agencyAbove));
  const agency = { class: 'agency', style: rule(sheet.rules.agency) };
  const motto = element('p', { class: 'motto' }, element('span', {}, escaped(sheet.motto)));
  return element(
    'header',
    { class: 'head' },
    element(
      'div',
      { class: 'issuer' },
      sheet.agencyAbove.length > 0 ? above : '',
      element('p', agency, lines(sheet.agency)),
    ),
    element('div', { class: 'nation' }, paragraph('country', sheet.country), motto),
    paragraph('number', sheet.number),
    sheet.placeDate === null ? '' : paragraph('place-date', sheet.placeDate),
    approval(sheet.approval),
  );
}

const approval = (block: Sheet['approval']): string =>
  block === null
    ? ''
    : element(
        'div',
        { class: 'approval' },
        element('p', { class: 'approval-text' }, lines(block.text)),
        signed(block),
      );

const signed = ({ titles, name }: Signature): string =>
  element('p', { class: 'signed-by' }, lines(titles)) + paragraph('signed-name', name);

const title = (sheet: Sheet): string =>
  element(
    'h1',
    { style: rule(sheet.rules.subject) },
    `${escaped(sheet.title)}<br> `,
    element('span', { class: 'subject' }, lines(sheet.subject)),
  );

function addressees(block: Sheet['addressees']): string {
  if (!block) return '';
  if (block.others.length === 0) return paragraph('addressee', block.first);
  return element(
    'div',
    { class: 'addressees' },
    paragraph('', block.first),
    list(block.others.map(escaped)),
  );
}

/** The sign is text, which is copied and read with its item. */
const list = (items: readonly string[]): string =>
  element('ul', {}, ...items.map((html) => element('li', {}, `${listSign} ${html}`)));

function blockHtml(block: SheetBlock): string {
  switch (block.kind) {
    case 'heading':
      return element(`h${block.depth + 1}`, { class: `level-${block.level}` }, escaped(block.text));
    case 'paragraph':
      return element('p', { class: 'body' }, runsHtml(block.runs));
    case 'list':
      return list(block.items.map(runsHtml));
    case 'table':
      return tableHtml(block);
    case 'chart':
      return chartHtml(block);
  }
}

const runsHtml = (runs: readonly Run[]): string => runs.map(runHtml).join('');

function runHtml({ text, bold, italic }: Run): string {
  const inner = italic ? element('em', {}, escaped(text)) : escaped(text);
  return bold ? element('strong', {}, inner) : inner;
}

function tableHtml(block: Extract<SheetBlock, { kind: 'table' }>): string {
  const whole = block.widths.reduce((sum, width) => sum + width, 0);
  const share = (width: number): string => `width: ${((width / whole) * 100).toFixed(2)}%`;
  const columns = block.widths.map((width) => `<col style="${share(width)}">`);
  const row = (cells: readonly Required<Cell>[], name: 'th' | 'td'): string =>
    element('tr', {}, ...cells.map((cell) => cellHtml(cell, name)));
  const table = element(
    'table',
    {},
    block.caption === null ? '' : element('caption', {}, escaped(block.caption)),
    element('colgroup', {}, ...columns),
    block.head.length === 0 ? '' : element('thead', {}, row(block.head, 'th')),
    element('tbody', {}, ...block.rows.map((cells) => row(cells, 'td'))),
  );
  return scrolling(block.caption ?? 'Bảng', table);
}

/** On a phone what is wide scrolls by itself: by keyboard too, so it takes the focus. */
const scrolling = (name: string, content: string): string =>
  element('div', { class: 'wide', role: 'region', tabindex: '0', 'aria-label': name }, content);

const cellHtml = (cell: Required<Cell>, name: 'th' | 'td'): string =>
  element(
    name,
    { class: cell.align, scope: name === 'th' ? 'col' : undefined },
    lines(cell.text.split('\n')),
  );

/** As an image, never as inline SVG: what a stored drawing holds can then not run or reach out. */
function chartHtml(block: Extract<SheetBlock, { kind: 'chart' }>): string {
  const [width, height] = block.size;
  const source = escaped(`data:image/svg+xml,${encodeURIComponent(block.svg.toWellFormed())}`);
  const image = `<img src="${source}" alt="${escaped(block.alt)}" width="${width}" height="${height}">`;
  return element(
    'figure',
    {},
    scrolling(block.caption, image),
    element('figcaption', {}, escaped(block.caption)),
  );
}

function foot(sheet: Sheet): string {
  const recipients = paragraph('recipients-label', sheet.recipients.label);
  return element(
    'footer',
    { class: 'foot' },
    element('div', { class: 'recipients' }, recipients, list(sheet.recipients.lines.map(escaped))),
    element('div', { class: 'signature' }, signed(sheet.signature)),
  );
}
