// A plan put out again is the same paper word by word, or says that it is an extract.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { day } from '#ground/day.ts';
import { exampleLaw } from '#law/example-law.ts';
import { paperToHtml } from '#papers/html.ts';
import { layOut } from '#papers/layout.ts';
import { formOn } from '#papers/measures.ts';
import { wordsOf } from './paper-words.ts';
import { reprint } from './plan-paper.ts';
import { isNoise } from './reading/lines/noise.ts';
import { exampleLines } from './server/example-paper.ts';
import { extract } from './server/extract.ts';

const form = formOn(exampleLaw, null, day('2026-11-23'));
const folder = new URL('./examples/', import.meta.url);
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)));

async function linesOf(name: string): Promise<readonly string[]> {
  if (name === 'as typed') return exampleLines();
  const read = await extract(bytesOf(name), name);
  if (!read.ok) throw new Error(read.refusal);
  return read.value;
}

const examples = [
  'as typed',
  ...readdirSync(folder).filter((name) => name.endsWith('.txt')),
  'bytes/example.doc',
  'bytes/example.pdf',
];

const original = (lines: readonly string[]): readonly string[] =>
  wordsOf(lines.filter((line) => !isNoise(line)).join(' '));

/** What a reader of the page reads. */
const printed = (lines: readonly string[]): readonly string[] =>
  wordsOf(paperToHtml(reprint(lines).paper, form).replace(/<[^>]*>/gu, ' '));

describe.each(examples)('%s put out again', (name) => {
  test('has every word of the original, and no other', async () => {
    const lines = await linesOf(name);
    expect(printed(lines).toSorted()).toEqual(original(lines).toSorted());
    expect(reprint(lines)).toMatchObject({ isExtract: false, missing: [] });
  });

  test('has the words of its body in their order', async () => {
    const lines = await linesOf(name);
    const { body } = layOut(reprint(lines).paper, form);
    const whole = original(lines).join(' ');
    const words = body.map((block) => {
      if (block.kind === 'heading') return block.text;
      if (block.kind === 'table')
        return [block.head, ...block.rows]
          .flat()
          .map(({ text }) => text)
          .join(' ');
      if (block.kind === 'chart') return block.alt;
      const runs = block.kind === 'list' ? block.items : [block.runs];
      return runs.map((line) => line.map(({ text }) => text).join('')).join(' ');
    });
    expect(wordsOf(words.join(' ')).length).toBeGreaterThan(100);
    expect(whole).toContain(wordsOf(words.join(' ')).join(' '));
  });
});

describe('head and foot', () => {
  const lines = exampleLines();
  const sheetOf = (text: readonly string[]) => layOut(reprint(text).paper, form);

  test('take their places in the form and keep their words', () => {
    expect(sheetOf(lines)).toMatchObject({
      agencyAbove: ['UBND HUYỆN NẬM PHA'],
      agency: ['UBND XÃ MƯỜNG LAN'],
      number: 'Số: 27/KH-UBND',
      placeDate: 'Mường Lan, ngày 12 tháng 02 năm 2024',
      title: 'KẾ HOẠCH',
      signature: { titles: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: 'Trần Văn Mẫu' },
      recipients: {
        label: 'Nơi nhận:',
        lines: ['UBND huyện (để báo cáo);', 'Công an xã (thực hiện);', 'Lưu: VT.'],
      },
    });
  });

  test('keep a number without leading zero and a date in figures as they stood', () => {
    const other = lines.map((line) =>
      line.replace('Số: 27/', 'Số: 7/').replace('ngày 12 tháng 02 năm 2024', 'ngày 12/2/2024'),
    );
    expect(sheetOf(other)).toMatchObject({
      number: 'Số: 7/KH-UBND',
      placeDate: 'Mường Lan, ngày 12/2/2024',
    });
  });

  test('an annex stands after the signature, where it stood', () => {
    const { annex, signature } = sheetOf([...lines, 'PHỤ LỤC', 'Danh mục loa của bản']);
    expect(signature.name).toBe('Trần Văn Mẫu');
    expect(annex.map((block) => 'runs' in block && block.runs)).toHaveLength(2);
  });
});

describe('what finds no place in the form', () => {
  const lines = exampleLines();
  const stamped = ['Bản in lần hai', ...lines];

  test('makes an extract, without number, approval and signature, that names the lines', () => {
    const { paper, isExtract, missing } = reprint(stamped);
    const sheet = layOut(paper, form);
    expect([isExtract, missing]).toEqual([true, [[1, 1]]]);
    expect(sheet).toMatchObject({
      title: 'TRÍCH KẾ HOẠCH',
      number: '',
      approval: null,
      signature: { titles: [], name: '' },
    });
    const [notice] = sheet.body;
    const said = notice && 'runs' in notice ? notice.runs.map(({ text }) => text).join('') : '';
    expect(said).toMatch(/bản trích.*dòng 1 của văn bản gốc/iu);
    expect(printed(stamped).join(' ')).not.toMatch(/27 kh ubnd|trần văn mẫu/u);
  });

  test('a paper whose title cannot be read is an extract', () => {
    expect(reprint(lines.filter((line) => line !== 'KẾ HOẠCH')).isExtract).toBe(true);
  });
});
