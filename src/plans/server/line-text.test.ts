// A line of text is tidy, and a row of a table keeps its cells apart.

import { describe, expect, test } from 'vitest';
import { tidyLines, tidyRow } from './line-text.ts';

describe('a line of text', () => {
  test('is NFC, with plain spaces and nothing behind its last word', () => {
    expect(tidyLines('Tha\u0301ng\u00A02 \u200B  ')).toEqual(['Tháng 2']);
  });

  test('loses an indent and keeps a tab between cells', () => {
    expect(tidyLines('\t\tBước 1 \t Khảo sát')).toEqual(['Bước 1\tKhảo sát']);
  });

  test.each(['-', '+', '*', '•', '1.', '1.1', '2)', 'a)', 'II.'])(
    'has a space, no tab, after the list sign %s',
    (sign) => {
      expect(tidyLines(`${sign}\tHọp bản`)).toEqual([`${sign} Họp bản`]);
    },
  );

  test('ends at every kind of line break, and empty lines stay', () => {
    expect(tidyLines('a\r\nb\n\nc\rd\u2028e\vf')).toEqual(['a', 'b', '', 'c', 'd', 'e', 'f']);
  });
});

describe('a row of a table', () => {
  test('parts its cells by tabs and the paragraphs of a cell by a stroke', () => {
    expect(tidyRow([['1'], ['Họp', 'Biểu quyết'], [], ['UBND\txã']])).toBe(
      '1\tHọp / Biểu quyết\t\tUBND xã',
    );
  });
});
