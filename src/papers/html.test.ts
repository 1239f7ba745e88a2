// A paper as a page is whole, in order, and never takes text for markup.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '#ground/day.ts';
import { exampleLaw } from '#law/example-law.ts';
import { exampleCharts } from './example-charts.ts';
import { examplePaper } from './example-paper.ts';
import { escaped, pageStyle, paperToHtml } from './html.ts';
import { formOn } from './measures.ts';
import type { Block } from './paper.ts';

const example = examplePaper(exampleCharts());
const form = formOn(exampleLaw, null, day('2026-11-23'));
const html = paperToHtml(example, form);
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

  test('keeps a space where its title breaks', () => {
    expect(html).toContain('BÁO CÁO<br> <span');
    expect(html).toContain('tội phạm<br> về ma túy');
  });

  test('holds its items in lists, one list for items that follow each other', () => {
    const items: Block[] = ['một', 'hai'].map((text) => ({ kind: 'item', runs: [{ text }] }));
    const lone: Block = { kind: 'paragraph', runs: [{ text: 'giữa' }] };
    const body = paperToHtml({ ...example, body: [...items, lone, ...items] }, form);
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
        const made = paperToHtml(
          {
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
          },
          form,
        );
        expect(made).not.toMatch(/<script/iu);
        // Every tag left is one of ours.
        expect([...made.matchAll(/<\/?([a-z0-9]+)/giu)].map(([, name]) => name)).toSatisfy(
          (names: string[]) => names.every((name) => ours.has(name)),
        );
      }),
      { numRuns: 60 },
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

describe('the measures of the form', () => {
  test('come with the paper, each under the name the style sheet takes it by', () => {
    const [, style = ''] = /^<article [^>]*style="([^"]*)"/u.exec(html) ?? [];
    const given = new Set([...style.matchAll(/--form-[a-z-]+(?=:)/gu)].map(([name]) => name));
    const taken = [...css('paper-sheet.css').matchAll(/var\((--form-[a-z-]+)\)/gu)];
    expect(taken.length).toBeGreaterThan(15);
    expect(taken.map(([, name]) => name).filter((name = '') => !given.has(name))).toEqual([]);
    expect(style).toContain('--form-body: 14pt');
    expect(style).toContain('--form-recipients-label: 12pt');
    expect(style).toContain('--form-margins: 20mm 15mm 20mm 30mm');
    expect(style).toContain('--form-columns: 67fr 98fr');
  });

  test('say how the printed page is cut', () => {
    expect(pageStyle(form)).toBe(
      '@page { size: 210mm 297mm; margin: 20mm 15mm 20mm 30mm; @top-center { font-size: 13pt; } }',
    );
  });

  test('a form that changes changes the paper', () => {
    const wider = { ...form, page: { ...form.page, left: 35 } };
    expect(paperToHtml(example, wider)).toContain('--form-margins: 20mm 15mm 20mm 35mm');
  });
});
