// The strings of a paper are those the decree prescribes.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '#ground/day.ts';
import { exampleLaw } from '#law/example-law.ts';
import { examplePaper } from './example-paper.ts';
import {
  addresseeLines,
  bodyOf,
  clean,
  closedLines,
  headingText,
  layOut,
  numberLine,
  placeDateLine,
  recipientLines,
  signatureOf,
} from './layout.ts';
import { formOn, millimetre } from './measures.ts';
import type { Block } from './paper.ts';
import { textWidth } from './text-width.ts';

const example = examplePaper();
const form = formOn(exampleLaw, null, day('2026-11-23'));
const { columns, sizes, textWidth: page } = form;
const header = example.header;
const words = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
const lastText = (blocks: readonly Block[]): string => {
  const last = bodyOf(blocks).at(-1);
  const runs = last && 'runs' in last ? last.runs : [];
  const line = last?.kind === 'list' ? (last.items.at(-1) ?? []) : runs;
  return line.map((run) => run.text).join('');
};

/** Any code points, lone surrogates and controls among them. */
const anyText = fc
  .array(fc.oneof(fc.nat({ max: 0x10ffff }), fc.nat({ max: 0x7f })), { maxLength: 30 })
  .map((codes) => String.fromCodePoint(...codes));

describe('the number and date lines', () => {
  test('a number below ten gets a leading zero and the symbol is upper case', () => {
    expect(numberLine({ ...header, number: 5, symbol: 'bc-bcn' }, form)).toBe('Số: 05/BC-BCN');
    expect(numberLine({ ...header, number: 790, symbol: 'KH-PV05' }, form)).toBe('Số: 790/KH-PV05');
  });

  test('a draft leaves unbreakable room for its number and its date', () => {
    expect(numberLine({ ...header, number: null }, form)).toBe(
      'Số: \u00a0\u00a0\u00a0\u00a0\u00a0/BC-BCN',
    );
    expect(placeDateLine({ ...header, date: null }, form)).toMatch(
      /^Phú Thịnh, ngày\u00a0+tháng\u00a0+năm\u00a0+$/u,
    );
  });

  test('the place is followed by a comma and the date in official words', () => {
    expect(placeDateLine({ ...header, date: day('2026-02-06') }, form)).toBe(
      'Phú Thịnh, ngày 06 tháng 02 năm 2026',
    );
    expect(placeDateLine({ ...header, date: day('2026-05-16') }, form)).toBe(
      'Phú Thịnh, ngày 16 tháng 5 năm 2026',
    );
  });

  test('minutes have no place and date line', () => {
    expect(layOut({ ...example, kind: 'BB' }, form).placeDate).toBeNull();
  });
});

describe('lists and their marks', () => {
  test('lines of a list end with a semicolon and the last with a full stop', () => {
    expect(closedLines(['Căn cứ một;', 'Căn cứ hai.', 'Căn cứ ba'])).toEqual([
      'Căn cứ một;',
      'Căn cứ hai;',
      'Căn cứ ba.',
    ]);
  });

  test('one addressee stands beside Kính gửi, several below it', () => {
    expect(addresseeLines([])).toBeNull();
    expect(addresseeLines(['Công an xã'])).toEqual({ first: 'Kính gửi: Công an xã.', others: [] });
    expect(addresseeLines(['Công an xã', 'Ủy ban xã'])).toEqual({
      first: 'Kính gửi:',
      others: ['Công an xã;', 'Ủy ban xã.'],
    });
  });

  test('a paper with addressees names them among the recipients once, as Như trên', () => {
    const lines = ['Như trên;', 'Lưu: VT.'];
    expect(recipientLines({ addressees: ['X'], recipients: ['Lưu: VT'] })).toEqual(lines);
    expect(recipientLines({ addressees: ['X'], recipients: ['Như trên', 'Lưu: VT'] })).toEqual(
      lines,
    );
    expect(recipientLines({ addressees: [], recipients: ['Lưu: VT'] })).toEqual(['Lưu: VT.']);
  });
});

describe('the body', () => {
  test('only headings of the first level are set in capitals', () => {
    const of = (level: 1 | 2 | 3, mark: string) => headingText({ level, mark, text: 'Kết quả' });
    expect([of(1, 'I.'), of(2, '1.'), of(3, 'a)')]).toEqual([
      'I. KẾT QUẢ',
      '1. Kết quả',
      'a) Kết quả',
    ]);
  });

  test('the outline never skips a level on its way down', () => {
    const heading = (level: 1 | 2 | 3): Block => ({ kind: 'heading', level, mark: '', text: 'x' });
    const depths = bodyOf([heading(3), heading(3), heading(1), heading(3)]).map((block) =>
      block.kind === 'heading' ? block.depth : null,
    );
    expect(depths.slice(0, 4)).toEqual([1, 2, 1, 2]);
  });

  test('the text ends with ./. in place of its last full stop', () => {
    expect(lastText([words('Xin báo cáo. ')])).toBe('Xin báo cáo./.');
    expect(lastText([words('Xin báo cáo./.')])).toBe('Xin báo cáo./.');
    expect(lastText([{ kind: 'item', runs: [{ text: 'Hết' }, { text: ' ' }] }])).toBe('Hết./.');
  });

  test('after a table the end mark has a line of its own, and an empty body has none', () => {
    const table: Block = { kind: 'table', caption: 'T', head: [], rows: [], widths: [] };
    expect(lastText([words('Một.'), table])).toBe('./.');
    expect(bodyOf([])).toEqual([]);
  });

  test('tables and charts are counted apart', () => {
    const table: Block = { kind: 'table', caption: 'T', head: [], rows: [], widths: [] };
    const chart: Block = { kind: 'chart', caption: 'C', alt: 'a', svg: '<svg/>', size: [1, 1] };
    const captions = bodyOf([table, chart, table]).flatMap((block) =>
      'caption' in block ? [block.caption] : [],
    );
    expect(captions).toEqual(['Bảng 1. T', 'Biểu đồ 1. C', 'Bảng 2. T']);
  });

  test('every row of a table is as wide as the widest', () => {
    const ragged: Block = {
      kind: 'table',
      caption: '',
      head: [{ text: 'a' }],
      rows: [[{ text: '1' }, { text: '2' }, { text: '3' }], []],
      widths: [2, 0],
    };
    const [table] = bodyOf([ragged]);
    if (table?.kind !== 'table') throw new Error('no table');
    expect([table.head.length, ...table.rows.map((row) => row.length)]).toEqual([3, 3, 3]);
    expect(table.widths).toEqual([2, 1, 1]);
  });
});

test('items that follow each other are one list, and other blocks part it', () => {
  const item = (text: string): Block => ({ kind: 'item', runs: [{ text }] });
  const kinds = bodyOf([item('a'), item('b'), words('c'), item('d')]).map((block) =>
    block.kind === 'list' ? block.items.map((runs) => runs[0]?.text) : block.kind,
  );
  expect(kinds).toEqual([['a', 'b'], 'paragraph', ['d./.']]);
});

describe('names and signatures', () => {
  test('authority and position are in capitals, the rank stands before the name', () => {
    expect(
      signatureOf({
        authority: 'KT. Giám đốc',
        position: 'Phó Giám đốc',
        rank: 'Đại tá',
        name: 'A B',
      }),
    ).toEqual({ titles: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], name: 'Đại tá A B' });
    expect(
      signatureOf({ authority: null, position: 'Trưởng ban', rank: null, name: null }),
    ).toEqual({ titles: ['TRƯỞNG BAN'], name: '' });
  });

  test('the head of the example reads as prescribed', () => {
    const sheet = layOut(example, form);
    expect([sheet.country, sheet.motto, ...sheet.agencyAbove, ...sheet.agency]).toEqual([
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'ỦY BAN NHÂN DÂN',
      'XÃ PHÚ THỊNH',
      'BAN CHỦ NHIỆM MÔ HÌNH',
      'PHÒNG, CHỐNG TỘI PHẠM',
      'VỀ MA TÚY XÓM PHỐ',
    ]);
    expect(sheet.title).toBe('BÁO CÁO');
  });

  test('the author of the file is the whole agency as it is written, and nobody where it is left open', () => {
    const authorOf = (agency: string) =>
      layOut({ ...example, header: { ...header, agency } }, form).author;
    expect(layOut(example, form).author).toBe(header.agency);
    expect(authorOf('……………………')).toBe('');
  });

  test('Quốc hiệu fits its column on one line', () => {
    const width = textWidth(layOut(example, form).country, sizes.country * millimetre, 'bold');
    expect(width).toBeLessThan(columns.right - 2);
  });

  test('the rules under agency and subject are a third to a half of the line', () => {
    const { agency, subject, rules } = layOut(example, form);
    const longest = (lines: readonly string[], size: number) =>
      Math.max(...lines.map((line) => textWidth(line, size * millimetre, 'bold')));
    for (const share of [
      rules.agency / longest(agency, sizes.agency),
      rules.subject / longest(subject, sizes.subject),
    ]) {
      expect(share).toBeGreaterThan(1 / 3);
      expect(share).toBeLessThan(1 / 2);
    }
    expect(layOut({ ...example, subject: 'X'.repeat(500) }, form).rules.subject).toBeLessThan(
      page / 2,
    );
  });
});

test('cleaned text is one line that XML can hold, and cleaning twice changes nothing', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = clean(text);
      expect(once).not.toMatch(/[\p{Cc}\p{Cs}\ufffe\uffff\u2028\u2029]/u);
      expect(clean(once)).toBe(once);
    }),
  );
  expect(clean('a\r\n\tb\u0000c\ud800')).toBe('a b c\ufffd');
  expect(clean('Số:\u00a0\u00a0x')).toBe('Số:\u00a0\u00a0x');
});
