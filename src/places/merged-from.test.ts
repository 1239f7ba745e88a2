// "Merged from" is read as papers write it.

import { expect, it } from 'vitest';
import { partsNamed } from './merged-from.ts';

const read = (text: string): readonly string[] =>
  partsNamed(text).map(
    ({ name, within, partial }) => `${partial ? '½ ' : ''}${name}${within ? ` @ ${within}` : ''}`,
  );

it.each([
  ['Xã Bản Ngoại, Xã Phú Cường', ['Xã Bản Ngoại', 'Xã Phú Cường']],
  ['Xã Bản Ngoại; Xã Phú Cường và Xã Phú Thịnh', ['Xã Bản Ngoại', 'Xã Phú Cường', 'Xã Phú Thịnh']],
  ['Phường Trung Thành (thành phố Phổ Yên)', ['Phường Trung Thành @ thành phố Phổ Yên']],
  ['một phần Phường Cam Giá', ['½ Phường Cam Giá']],
  ['Phường Cam Giá (một phần)', ['½ Phường Cam Giá']],
  [
    'toàn bộ diện tích tự nhiên, quy mô dân số của Xã A, một phần diện tích tự nhiên, quy mô dân số của Xã B',
    ['Xã A', '½ Xã B'],
  ],
  ['phần còn lại của Xã C', ['½ Xã C']],
  ['giữ nguyên', ['null']],
  [' ', []],
])('%s', (text, parts) => expect(read(text)).toEqual(parts));
