// Recipients, and the signature beside them.

import { expect, test } from 'vitest';
import { readFoot } from './foot.ts';

const read = (...lines: string[]) => {
  const { recipients, signatory } = readFoot(lines, [1, lines.length]);
  return {
    to: recipients.map(({ name, purpose }) => [name, purpose]),
    by: signatory && [signatory.authority, signatory.position, signatory.rank, signatory.name],
  };
};

test('purposes stand in brackets, after a colon or in plain words', () => {
  const { to } = read(
    'Nơi nhận:',
    '- Giám đốc Công an tỉnh: Để báo cáo;',
    '- Đảng ủy xã (b/c);',
    '- Các thôn để thực hiện;',
    '- Như trên;',
    '- Lưu: VT, CAX (3b).',
  );
  expect(to).toEqual([
    ['Giám đốc Công an tỉnh', 'Để báo cáo'],
    ['Đảng ủy xã', 'b/c'],
    ['Các thôn', 'để thực hiện'],
    ['Như trên', null],
    ['VT, CAX (3b)', 'Lưu'],
  ]);
});

test('a signature may stand before the recipients, under them or in a column beside them', () => {
  const by = ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', null, 'Trần Văn Mẫu'];
  const signed = ['TM.ỦY BAN NHÂN DÂN', 'CHỦ TỊCH', 'Trần Văn Mẫu'];
  const listed = ['Nơi nhận:', '- Như trên;', '- Lưu: VT.'];
  expect(read(...signed, ...listed).by).toEqual(by);
  expect(read(...listed, ...signed).by).toEqual(by);
  expect(read(...listed.map((line, at) => `${line}\t${signed[at]}`)).by).toEqual(by);
  expect(read(...listed.map((line, at) => `${line} ${signed[at]}`)).by).toEqual(by);
});

test('a rank belongs to the person, in one line or in two', () => {
  expect(read('TRƯỞNG CÔNG AN XÃ', 'Trung tá Mai Văn Thử').by).toEqual([
    null,
    'TRƯỞNG CÔNG AN XÃ',
    'Trung tá',
    'Mai Văn Thử',
  ]);
  expect(read('KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', 'Đại tá', 'Mai Văn Thử').by).toEqual([
    'KT. GIÁM ĐỐC',
    'PHÓ GIÁM ĐỐC',
    'Đại tá',
    'Mai Văn Thử',
  ]);
});
