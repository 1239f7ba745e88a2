// What a reader would skip, and what looks like it but is not.

import { expect, test } from 'vitest';
import { isNoise } from './noise.ts';

test.each([
  '5',
  '- 2 -',
  'Trang 2/3',
  '1/4',
  '_______',
  '***',
  'Evaluation Only. Created with Aspose.Words. Copyright 2003-2021 Aspose Pty Ltd.',
  'Created with an evaluation copy of Aspose.Words. To discover the full versions …',
])('a page number, a rule or a notice of a program is noise: %s', (line) => {
  expect(isNoise(line)).toBe(true);
});

test.each(['', '2020', 'Trang bị 02 loa.', '- Lưu: VT.', '15/3: họp'])(
  'what a reader would read is none: %s',
  (line) => {
    expect(isNoise(line)).toBe(false);
  },
);
