// A box is opened by two, from seal to seal; what was counted is accounted for, letter by letter.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import {
  daysLate,
  decideBegin,
  decideClose,
  decideCount,
  decideEnter,
  decideKeyholders,
  differenceOf,
  dueOn,
  nextLetter,
  sealStateOf,
  type Box,
  type Closing,
  type Opening,
} from './box.ts';

const person = (name: string) => ({ personId: newId<'person'>(), name });
const [an, binh, chi, dung] = [person('An'), person('Bình'), person('Chi'), person('Dung')];
const today = day('2026-11-24');

const box: Box = {
  boxId: newId<'box'>(),
  unitId: newId<'unit'>(),
  place: 'Cổng nhà văn hóa xóm Ví Dụ',
  hangsFrom: day('2026-01-05'),
  sealNumber: 'NP 0123',
  everyDays: 7,
  usedFrom: day('2026-01-05'),
  usedUntil: null,
  lastOpenedOn: day('2026-11-17'),
  keyholders: [an, binh],
};
const opening: Opening = {
  openingId: newId<'box-opening'>(),
  boxId: box.boxId,
  openedOn: today,
  first: an,
  second: binh,
  replacementReason: null,
  sealExpected: 'NP 0123',
  sealFound: 'NP 0123',
  sealState: 'whole',
  isConfirmed: true,
  letters: null,
  entered: [],
  setAside: null,
  setAsideReason: null,
  differenceReason: null,
  newSeal: null,
  handedTo: null,
  closedOn: null,
};
const beginning = {
  first: an.personId,
  second: binh.personId,
  reason: '',
  sealFound: 'np-0123',
  isWhole: true,
};
const closing: Closing = {
  setAside: 0,
  setAsideReason: '',
  differenceReason: '',
  newSeal: 'NP 0124',
  handedTo: 'Trực ban Công an xã',
};
const known = { isOpen: false, fitting: [an, binh, chi] };

describe('the rhythm of a box', () => {
  test('it is due so many days after the last opening, or after it was hung', () => {
    expect(dueOn(box)).toBe('2026-11-24');
    expect(dueOn({ ...box, lastOpenedOn: null })).toBe('2026-01-12');
  });

  test('it is late from the day after, and not once it is out of use', () => {
    expect(daysLate(box, today)).toBe(0);
    expect(daysLate(box, day('2026-11-26'))).toBe(2);
    expect(daysLate({ ...box, usedUntil: day('2026-11-20') }, day('2026-11-26'))).toBe(0);
  });
});

describe('keyholders', () => {
  test('are two different people of the place', () => {
    const of = (...chosen: (typeof an)[]) =>
      decideKeyholders(
        chosen.map(({ personId }) => personId),
        known.fitting,
      );
    expect(of(an, binh).ok).toBe(true);
    expect(of(an, an)).toEqual({ ok: false, refusal: 'two-keyholders' });
    expect(of(an)).toEqual({ ok: false, refusal: 'two-keyholders' });
    expect(of(an, dung)).toEqual({ ok: false, refusal: 'keyholder-unknown' });
  });
});

describe('beginning to open', () => {
  test('two keyholders need no reason', () => {
    expect(decideBegin(box, beginning, known, today)).toEqual({ ok: true, value: 'whole' });
  });

  test.each([
    ['alone', { second: an.personId }, 'same-person'],
    ['with a stranger', { second: dung.personId, reason: 'ông Bình ốm' }, 'second-unknown'],
    [
      'with somebody in a keyholder’s place, unsaid why',
      { second: chi.personId },
      'reason-missing',
    ],
    ['without any keyholder', { first: dung.personId, second: chi.personId }, 'no-keyholder'],
  ])('is refused %s', (_, change, refusal) => {
    expect(decideBegin(box, { ...beginning, ...change }, known, today)).toEqual({
      ok: false,
      refusal,
    });
  });

  test('somebody comes in a keyholder’s place with a reason', () => {
    const replaced = { ...beginning, second: chi.personId, reason: 'ông Bình đi viện' };
    expect(decideBegin(box, replaced, known, today).ok).toBe(true);
  });

  test('is refused while it is open already, and once it is out of use', () => {
    const open = { ...known, isOpen: true };
    expect(decideBegin(box, beginning, open, today)).toMatchObject({ refusal: 'opening-there' });
    const old = { ...box, usedUntil: day('2026-11-01') };
    expect(decideBegin(old, beginning, known, today)).toMatchObject({ refusal: 'not-in-use' });
  });

  test('the seal is held against the register, however it is written', () => {
    expect(sealStateOf('NP 0123', 'np.0123', true)).toBe('whole');
    expect(sealStateOf('NP 0123', 'NP 0132', true)).toBe('other');
    expect(sealStateOf('NP 0123', 'NP 0123', false)).toBe('broken');
    expect(sealStateOf('NP 0123', ' ', true)).toBe('missing');
  });
});

describe('counting', () => {
  test('waits for the second person', () => {
    expect(decideCount({ ...opening, isConfirmed: false }, 3)).toMatchObject({
      refusal: 'not-confirmed',
    });
  });

  test('an empty box is a count too; half a letter is none', () => {
    expect(decideCount(opening, 0)).toEqual({ ok: true, value: 0 });
    expect(decideCount(opening, 1.5)).toMatchObject({ refusal: 'count-invalid' });
    expect(decideCount(opening, -1)).toMatchObject({ refusal: 'count-invalid' });
  });

  test('is not changed once a letter was entered', () => {
    expect(decideCount({ ...opening, letters: 2, entered: [1] }, 1)).toMatchObject({
      refusal: 'entered-already',
    });
  });
});

describe('entering', () => {
  test('only counted letters are entered, and none before the count', () => {
    expect(decideEnter(opening, 1)).toMatchObject({ refusal: 'not-counted' });
    expect(decideEnter({ ...opening, letters: 2 }, 2).ok).toBe(true);
    expect(decideEnter({ ...opening, letters: 2 }, 3)).toMatchObject({ refusal: 'no-such-letter' });
  });

  test('the next letter is the first that is not in yet', () => {
    expect(nextLetter({ ...opening, letters: 3, entered: [1, 3] })).toBe(2);
    expect(nextLetter({ ...opening, letters: 0 })).toBeUndefined();
  });
});

describe('closing', () => {
  const counts = fc.record({
    letters: fc.nat(12),
    entered: fc.nat(12),
    setAside: fc.nat(12),
  });
  const stand = (letters: number, entered: number): Opening => ({
    ...opening,
    letters,
    entered: Array.from({ length: Math.min(entered, letters) }, (_, at) => at + 1),
  });

  test('goes without a word exactly where the count is what was entered and set aside', () => {
    fc.assert(
      fc.property(counts, ({ letters, entered, setAside }) => {
        const at = stand(letters, entered);
        const wanted = { ...closing, setAside, setAsideReason: 'tờ quảng cáo' };
        const isEven = letters === at.entered.length + setAside;
        const closed = decideClose(at, wanted);
        expect(closed.ok ? '' : closed.refusal).toBe(isEven ? '' : 'difference-unexplained');
      }),
    );
  });

  test('an explained difference is closed, and the explanation kept only where there is one', () => {
    fc.assert(
      fc.property(counts, ({ letters, entered, setAside }) => {
        const at = stand(letters, entered);
        const differenceReason = 'hai tờ dính nhau khi đếm';
        const wanted = { ...closing, setAside, setAsideReason: 'giấy trắng', differenceReason };
        const closed = decideClose(at, wanted);
        if (!closed.ok) throw new Error(closed.refusal);
        const isEven = differenceOf(at, setAside) === 0;
        expect(closed.value.differenceReason).toBe(isEven ? '' : differenceReason);
      }),
    );
  });

  test.each([
    ['what is set aside unexplained', { setAside: 1 }, 'set-aside-unexplained'],
    ['no new seal', { newSeal: ' ' }, 'seal-missing'],
    ['the old seal again', { newSeal: 'np0123' }, 'seal-same'],
    ['nobody to hand the paper to', { handedTo: '' }, 'receiver-missing'],
    ['a number that is none', { setAside: 0.5 }, 'count-invalid'],
  ])('is refused with %s', (_, change, refusal) => {
    expect(decideClose(stand(1, 1), { ...closing, ...change })).toEqual({ ok: false, refusal });
  });

  test('an empty box is closed with nothing but a new seal', () => {
    expect(decideClose(stand(0, 0), { ...closing, handedTo: '' }).ok).toBe(true);
  });

  test('is refused before the count, and once it is closed', () => {
    expect(decideClose(opening, closing)).toMatchObject({ refusal: 'not-counted' });
    expect(decideClose({ ...stand(0, 0), closedOn: today }, closing)).toMatchObject({
      refusal: 'closed',
    });
  });
});
