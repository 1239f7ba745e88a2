// The minutes say what both did and counted, in order, and hold room for their signatures.

import { expect, test } from 'vitest';
import { day } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import type { Opening } from './box.ts';
import { minutesPaper } from './box-minutes.ts';

const opening: Opening = {
  openingId: newId<'box-opening'>(),
  boxId: newId<'box'>(),
  openedOn: day('2026-11-24'),
  first: { personId: newId<'person'>(), name: 'Người Ví Dụ Một' },
  second: { personId: newId<'person'>(), name: 'Người Ví Dụ Hai' },
  replacementReason: 'ông Ba đi viện',
  sealExpected: 'NP 01',
  sealFound: 'NP 07',
  sealState: 'other',
  isConfirmed: true,
  letters: 5,
  entered: [1, 2],
  setAside: 2,
  setAsideReason: 'tờ quảng cáo',
  differenceReason: 'hai tờ dính nhau',
  newSeal: 'NP 08',
  handedTo: 'Trực ban Ví Dụ',
  closedOn: day('2026-11-24'),
};
const textOf = (of: Opening): string =>
  JSON.stringify(
    minutesPaper({
      box: { place: 'Cổng chợ' },
      opening: of,
      agency: 'Công an xã Ví Dụ',
      place: 'Xã Ví Dụ',
    }),
  );

test('both names, both seals, the whole count and every reason stand in it', () => {
  const text = textOf(opening);
  for (const said of [
    'Người Ví Dụ Một',
    'Người Ví Dụ Hai',
    'NP 01',
    'NP 07',
    'NP 08',
    'ông Ba đi viện',
    'tờ quảng cáo',
    'hai tờ dính nhau',
    'Trực ban Ví Dụ',
    'Cổng chợ',
    'Niêm phong khác số',
  ])
    expect(text).toContain(said);
  const { body } = JSON.parse(text) as { body: { kind: string; rows?: { text: string }[][] }[] };
  const counts = body.find(({ kind }) => kind === 'table')?.rows?.map((row) => row[1]?.text);
  expect(counts).toEqual(['5', '2', '2', '1']);
});

test('an empty box has minutes too, with nothing to hand over', () => {
  const empty = { ...opening, letters: 0, entered: [], setAside: 0, setAsideReason: null };
  const text = textOf({ ...empty, differenceReason: null, handedTo: null });
  expect(text).toContain('Hòm không có thư');
  expect(text).toContain('Không có thư giấy phải bàn giao');
});
