// A paper as a page is whole, in order, and never takes text for markup.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleCharts } from './example-charts.ts';
import { examplePaper } from './example-paper.ts';
import { escaped, paperToHtml } from './html.ts';
import { page, sizes, spacing } from './measures.ts';
import type { Block } from './paper.ts';

const example = examplePaper(exampleCharts());
const html = paperToHtml(example);
const css = (name: string): string => readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');

/** Any code points, lone surrogates and controls among them. */
const anyText = fc
  .array(fc.oneof(fc.nat({ max: 0x10ffff }), fc.nat({ max: 0x7f })), { maxLength: 30 })
  .map((codes) => String.fromCodePoint(...codes));

describe('a paper on a page', () => {
  test('has one title and an outline without gaps', () => {
    const levels = [...html.matchAll(/<h(\d)/gu)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.reduce((before, level) => {
      expect(level).toBeLessThanOrEqual(before + 1);
      return level;
    });
  });

  test('holds its items in lists, one list for items that follow each other', () => {
    const items: Block[] = ['một', 'hai'].map((text) => ({ kind: 'item', runs: [{ text }] }));
    const lone: Block = { kind: 'paragraph', runs: [{ text: 'giữa' }] };
    const body = paperToHtml({ ...example, body: [...items, lone, ...items] });
    expect(body).toContain('<ul><li>- một</li><li>- hai</li></ul>');
    // Addressees and recipients are lists too.
    expect(body.split('<ul>')).toHaveLength(5);
  });

  test('has tables with a caption and column headings', () => {
    expect(html).toContain('<caption>Bảng 1. Tiến độ sáu bước xây dựng mô hình</caption>');
    expect(html).toContain('<th class="center" scope="col">Bước</th>');
    expect(html).toContain('<td class="right">38</td>');
  });

  test('shows charts as images with words, not as inline drawings', () => {
    expect(html).not.toContain('<svg');
    expect(html).toMatch(/<img src="data:image\/svg\+xml,[^"]+" alt="1\. Khảo sát/u);
    expect(html).toContain('<figcaption>Biểu đồ 1. Tiến độ các bước so với kế hoạch</figcaption>');
  });

  test('carries bold and italic as meaning', () => {
    expect(html).toContain('<strong>24 buổi tuyên truyền</strong>');
    expect(html).toContain('<em>riêng tháng 10 có 5 buổi</em>');
  });

  test('no text of a paper becomes markup', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const nasty = `${text}<script>alert(1)</script>"'&`;
        const cell = { text: nasty };
        const made = paperToHtml({
          ...example,
          title: nasty,
          subject: nasty,
          approval: { text: nasty, authority: nasty, position: nasty, rank: nasty, name: nasty },
          addressees: [nasty, nasty],
          bases: [nasty],
          recipients: [nasty],
          header: { ...example.header, agency: nasty, agencyAbove: nasty, place: nasty },
          body: [
            { kind: 'heading', level: 1, mark: nasty, text: nasty },
            { kind: 'item', runs: [{ text: nasty, bold: true, italic: true }] },
            { kind: 'table', caption: nasty, head: [cell], rows: [[cell]], widths: [1] },
            { kind: 'chart', caption: nasty, alt: nasty, svg: nasty, size: [1, 1] },
          ],
        });
        expect(made).not.toMatch(/<script/iu);
        // Every tag left is one of ours.
        expect([...made.matchAll(/<\/?([a-z0-9]+)/giu)].map(([, name]) => name)).toSatisfy(
          (names: string[]) => names.every((name) => ours.has(name)),
        );
      }),
      { numRuns: 20 },
    );
  });

  test('escaping covers quotes of both kinds', () => {
    expect(escaped(`<a href="x" t='y'>&`)).toBe('&lt;a href=&quot;x&quot; t=&#39;y&#39;&gt;&amp;');
  });
});

const ours = new Set(
  'article header div p span br h1 h2 h3 h4 ul li table caption colgroup col thead tbody tr th td figure img figcaption footer strong em'.split(
    ' ',
  ),
);

test('the style sheet has the measures of the decree', () => {
  const expected = {
    '--size-country': `${sizes.country}pt`,
    '--size-motto': `${sizes.motto}pt`,
    '--size-agency': `${sizes.agency}pt`,
    '--size-number': `${sizes.number}pt`,
    '--size-approval': `${sizes.approval}pt`,
    '--size-title': `${sizes.title}pt`,
    '--size-body': `${sizes.body}pt`,
    '--size-caption': `${sizes.caption}pt`,
    '--size-table': `${sizes.table}pt`,
    '--size-recipients-label': `${sizes.recipientsLabel}pt`,
    '--size-recipients': `${sizes.recipients}pt`,
    '--line-pitch': `${spacing.linePitch}pt`,
    '--paragraph-gap': `${spacing.paragraph}pt`,
    '--first-line': `${spacing.firstLine}mm`,
    '--signature-room': `${spacing.signature}mm`,
    '--margin-top': `${page.top}mm`,
    '--margin-right': `${page.right}mm`,
    '--margin-bottom': `${page.bottom}mm`,
    '--margin-left': `${page.left}mm`,
  };
  const [first] = css('paper-sheet.css').split('}');
  for (const [name, value] of Object.entries(expected))
    expect(first).toContain(`${name}: ${value};`);
  expect(css('paper-print.css')).toContain(
    `margin: ${page.top}mm ${page.right}mm ${page.bottom}mm ${page.left}mm;`,
  );
});
