// The PDF is opened again: pages, fonts, tags, margins, text, and hostile text as text.

import fc from 'fast-check';
import { getDocumentProxy } from 'unpdf';
import { beforeAll, describe, expect, test } from 'vitest';
import { day } from '#ground/day.ts';
import { exampleLaw } from '#law/example-law.ts';
import { exampleCharts } from '../example-charts.ts';
import { examplePaper } from '../example-paper.ts';
import { formOn, millimetre } from '../measures.ts';
import type { Block, Paper } from '../paper.ts';
import { paperToPdf } from './pdf.ts';

const form = formOn(exampleLaw, null, day('2026-11-23'));
const { page, sizes, spacing } = form;

type Item = { text: string; x: number; y: number; width: number; size: number; page: number };

/** Texts with their places in millimetres from the upper left corner of the sheet. */
async function itemsOf(pdf: Uint8Array): Promise<Item[]> {
  const file = await getDocumentProxy(Uint8Array.from(pdf));
  const items: Item[] = [];
  for (let number = 1; number <= file.numPages; number++) {
    const content = await (await file.getPage(number)).getTextContent();
    for (const item of content.items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const [size = 0, , , , x = 0, y = 0] = item.transform as number[];
      const fromTop = page.height - y * millimetre;
      const width = item.width * millimetre;
      items.push({ text: item.str, x: x * millimetre, y: fromTop, width, size, page: number });
    }
  }
  return items;
}

const textOf = (items: readonly Item[]): string =>
  items
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+/gu, ' ');

const bytesOf = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');
const example = examplePaper(exampleCharts());
const short = (body: readonly Block[], over: Partial<Paper> = {}): Paper => ({
  ...example,
  body,
  ...over,
});
const says = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });

/** Any code points, lone surrogates and controls among them. */
const anyText = fc
  .array(fc.oneof(fc.nat({ max: 0x10ffff }), fc.nat({ max: 0x7f })), { maxLength: 30 })
  .map((codes) => String.fromCodePoint(...codes));

describe('the example as PDF', () => {
  let pdf: Uint8Array;
  let items: Item[];
  const find = (text: string): Item => {
    const found = items.find((item) => item.text.includes(text));
    if (!found) throw new Error(`not on the paper: ${text}`);
    return found;
  };
  const middle = ({ x, width }: Item): number => x + width / 2;

  beforeAll(async () => {
    pdf = await paperToPdf(example, form);
    items = await itemsOf(pdf);
  });

  test('has five pages of A4', async () => {
    const file = await getDocumentProxy(Uint8Array.from(pdf));
    expect(file.numPages).toBe(5);
    const [, , width = 0, height = 0] = (await file.getPage(1)).view;
    expect(width * millimetre).toBeCloseTo(210, 0);
    expect(height * millimetre).toBeCloseTo(297, 0);
  });

  test('is tagged, in Vietnamese, titled, and says that it is PDF/UA', async () => {
    const file = await getDocumentProxy(Uint8Array.from(pdf));
    const { info, metadata } = await file.getMetadata();
    expect(info).toMatchObject({ Language: 'vi-VN' });
    expect(String(Reflect.get(info, 'Title'))).toMatch(/^Báo cáo Sơ kết sáu tháng/u);
    expect(metadata.get('pdfuaid:part')).toBe('1');
    expect(await file.getMarkInfo()).toMatchObject({ Marked: true });
    const tree = JSON.stringify(await (await file.getPage(2)).getStructTree());
    expect(tree).toMatch(/"role":"Table"/u);
    expect(tree).toMatch(/"role":"TH"/u);
  });

  test('keeps the words of its title apart in title and outline, and names the whole agency', async () => {
    const file = await getDocumentProxy(Uint8Array.from(pdf));
    const { info } = await file.getMetadata();
    const whole = `${example.title} ${example.subject}`;
    expect(info).toMatchObject({ Title: whole, Author: example.header.agency });
    const outline = await file.getOutline();
    expect(outline).toMatchObject([{ title: whole }]);
    expect(outline[0]?.items[0]).toMatchObject({ title: 'I. ĐẶC ĐIỂM TÌNH HÌNH' });
  });

  test('tags its items as lists, each with its sign and its text', async () => {
    const file = await getDocumentProxy(Uint8Array.from(pdf));
    const pages = Array.from({ length: file.numPages }, (_, at) => file.getPage(at + 1));
    const trees = await Promise.all(pages.map(async (each) => (await each).getStructTree()));
    const all = JSON.stringify(trees);
    const count = (role: string): number => all.split(`"role":"${role}"`).length - 1;
    // Six items in two lists, two addressees, four recipients.
    expect([count('L'), count('LI'), count('Lbl'), count('LBody')]).toEqual([4, 12, 12, 12]);
  });

  test('names every chart for people who hear it', async () => {
    const file = await getDocumentProxy(Uint8Array.from(pdf));
    const trees = await Promise.all(
      [3, 4, 5].map(async (number) => (await file.getPage(number)).getStructTree()),
    );
    const all = JSON.stringify(trees);
    expect(all).toContain('1. Khảo sát địa bàn');
    expect(all).toContain('Hộ đã ký cam kết (hộ), từng tháng: 05/2026 12');
  });

  test('carries Tinos, and no font but Tinos, inside', () => {
    const fonts = [...bytesOf(pdf).matchAll(/\/BaseFont\s*\/([\w+-]+)/gu)].map(([, name]) => name);
    expect(fonts.length).toBeGreaterThanOrEqual(4);
    expect(fonts.every((name) => /^[A-Z]{6}\+Tinos-/u.test(name ?? ''))).toBe(true);
    expect(bytesOf(pdf)).toContain('/FontFile2');
  });

  test('keeps every text inside the margins', () => {
    for (const item of items.filter(({ text }) => !/^\d$/u.test(text))) {
      expect(item.x).toBeGreaterThanOrEqual(page.left - 0.1);
      expect(item.x + item.width).toBeLessThanOrEqual(page.width - page.right + 0.5);
      expect(item.y).toBeGreaterThan(page.top);
      expect(item.y).toBeLessThan(page.height - page.bottom);
    }
  });

  test('numbers its pages in the middle of the top margin, the first one not', () => {
    const inMargin = items.filter(({ y }) => y < page.top);
    expect(inMargin.map(({ text }) => text)).toEqual(['2', '3', '4', '5']);
    for (const item of inMargin) {
      expect(item.size).toBe(sizes.pageNumber);
      expect(middle(item)).toBeCloseTo((page.left + page.width - page.right) / 2, 0);
      expect(item.y).toBeGreaterThan(page.number);
    }
  });

  test('sets each component in its size', () => {
    expect(find('CỘNG HÒA').size).toBe(sizes.country);
    expect(find('Độc lập').size).toBe(sizes.motto);
    expect(find('BAN CHỦ NHIỆM MÔ HÌNH').size).toBe(sizes.agency);
    expect(find('Số: 05/BC-BCN').size).toBe(sizes.number);
    expect(find('Sơ kết sáu tháng').size).toBe(sizes.subject);
    expect(find('Xóm Phố nằm').size).toBe(sizes.body);
    expect(find('Nơi nhận:').size).toBe(sizes.recipientsLabel);
    expect(find('Như trên;').size).toBe(sizes.recipients);
  });

  test('puts the number under the agency and the date on its line under Quốc hiệu', () => {
    const [number, date] = [find('Số: 05/BC-BCN'), find('Phú Thịnh, ngày 05')];
    expect(number.y).toBeCloseTo(date.y, 1);
    expect(middle(number)).toBeCloseTo(middle(find('BAN CHỦ NHIỆM MÔ HÌNH')), 0);
    expect(middle(date)).toBeCloseTo(middle(find('CỘNG HÒA')), 0);
  });

  test('indents first lines by 1,27 cm and leaves the prescribed room between lines', () => {
    const [first, second] = [find('Xóm Phố nằm'), find('làm chè')];
    expect(first.x).toBeCloseTo(page.left + spacing.firstLine, 0);
    expect(second.x).toBeCloseTo(page.left, 0);
    expect((second.y - first.y) / millimetre).toBeCloseTo(spacing.linePitch, 1);
  });

  test('says everything in order and ends with ./.', () => {
    const text = textOf(items);
    const order = [
      'BÁO CÁO',
      'Kính gửi:',
      '- Công an xã Phú Thịnh.',
      'Căn cứ Kế hoạch',
      'I. ĐẶC ĐIỂM TÌNH HÌNH',
      'Bảng 1. Tiến độ sáu bước',
      'Bảng 2. Các buổi tuyên truyền',
      'Biểu đồ 1. Tiến độ các bước',
      'V. ĐỀ XUẤT, KIẾN NGHỊ',
      'của mô hình./.',
      'Nơi nhận:',
      '- Lưu: VT, BCN (02).',
      'TM. BAN CHỦ NHIỆM',
      'Người Ký Mẫu',
    ].map((part) => text.indexOf(part));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  test('repeats the head of a table on its next page', () => {
    const heads = items.filter(({ text }) => text === 'STT').map((item) => item.page);
    expect(new Set(heads).size).toBe(2);
  });

  test('keeps the signature whole, with words of the paper on its page', () => {
    const [by, name] = [find('TM. BAN CHỦ NHIỆM'), find('Người Ký Mẫu')];
    expect(by.page).toBe(name.page);
    expect(name.y - by.y).toBeGreaterThan(spacing.signature);
    expect(find('của mô hình./.').page).toBe(by.page);
  });
});

test('the signature never stands alone, however long the text is', async () => {
  for (let lines = 18; lines <= 30; lines += 1) {
    const body = Array.from({ length: lines }, (_, at) => says(`Dòng thứ ${at}.`));
    const items = await itemsOf(await paperToPdf(short(body, { bases: [] }), form));
    const pageOf = (text: string) => items.find((item) => item.text.includes(text))?.page;
    expect(pageOf('Người Ký Mẫu')).toBe(pageOf('TM. BAN'));
    expect(pageOf(`Dòng thứ ${lines - 1}`)).toBe(pageOf('TM. BAN'));
  }
}, 30_000);

test('what looks like markup is printed as it stands, wherever it stands', async () => {
  const nasty = '#let x = $a^2$ *b* _c_ \\n "q" // hết /* c */ `r` <l> @ref [x] #sys.inputs -- ~ =';
  const sly = '*Đậm* #emph[x] $y$ `r`';
  const paper = short([says(`${nasty} cuối`)], {
    header: { ...example.header, place: sly },
    bases: [sly],
    recipients: [sly],
    addressees: [],
    signature: { ...example.signature, name: sly },
  });
  const text = textOf(await itemsOf(await paperToPdf(paper, form)));
  expect(text).toContain(`${nasty} cuối./.`);
  for (const printed of [`${sly}, ngày`, `${sly}. ${nasty}`, `- ${sly}.`])
    expect(text).toContain(printed);
  expect(text.split(sly)).toHaveLength(5);
});

test('any text at all becomes a paper', async () => {
  const text = fc.oneof(anyText, fc.stringMatching(/^[#$*_\\"'/`<>@=[\](){}~-]{1,30}$/u));
  await fc.assert(
    fc.asyncProperty(text, async (nasty) => {
      const cell = { text: nasty };
      const pdf = await paperToPdf(
        short(
          [
            { kind: 'heading', level: 2, mark: nasty, text: nasty },
            { kind: 'item', runs: [{ text: nasty, bold: true }] },
            { kind: 'table', caption: nasty, head: [cell], rows: [[cell]], widths: [1] },
          ],
          { title: nasty, subject: nasty, recipients: [nasty], addressees: [nasty] },
        ),
        form,
      );
      expect(bytesOf(pdf.slice(0, 5))).toBe('%PDF-');
    }),
    { numRuns: 15 },
  );
}, 30_000);

test('a paper with a letter that no font has, or a chart without words, still comes out tagged', async () => {
  const chart: Block = {
    kind: 'chart',
    caption: 'c',
    alt: '',
    svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"/>',
    size: [2, 1],
  };
  const pdf = await paperToPdf(short([says('Chữ lạ \u{10ffff}'), chart]), form);
  const file = await getDocumentProxy(pdf);
  expect(await file.getMarkInfo()).toMatchObject({ Marked: true });
});

test('a cell longer than a page and a word longer than a line stay on the sheet', async () => {
  const cell = { text: Array.from({ length: 1500 }, (_, at) => `chữ${at}`).join(' ') };
  const table: Block = {
    kind: 'table',
    caption: 'T',
    head: [{ text: 'a' }],
    rows: [[cell]],
    widths: [1],
  };
  const items = await itemsOf(await paperToPdf(short([says('x'.repeat(400)), table]), form));
  expect(textOf(items)).toContain('chữ1499');
  expect(Math.max(...items.map(({ y }) => y))).toBeLessThan(page.height - page.bottom);
  expect(Math.max(...items.map(({ x, width }) => x + width))).toBeLessThan(
    page.width - page.right + 0.5,
  );
});
