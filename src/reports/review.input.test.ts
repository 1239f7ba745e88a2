// What the forms may send and what is turned away at the door.

import * as v from 'valibot';
import { expect, test } from 'vitest';
import { newId } from '#ground/id.ts';
import { limits } from './edit.ts';
import { changeInput, draftInput, editInput } from './review.input.ts';

const drafting = {
  siteId: newId<'site'>(),
  commandId: newId<'command'>(),
  kind: 'interim',
  from: '2026-06-01',
  to: '2026-11-30',
};

test('a draft has ids, a kind and two days of the calendar', () => {
  expect(v.is(draftInput, drafting)).toBe(true);
  const wrong = [
    { to: '2026-11-31' },
    { kind: 'weekly' },
    { siteId: '1' },
    { commandId: undefined },
  ];
  expect(wrong.map((one) => v.is(draftInput, { ...drafting, ...one }))).toEqual(
    wrong.map(() => false),
  );
});

test('a change a little too long comes in and is answered; one without end does not', () => {
  const reword = (length: number) => ({
    kind: 'reword',
    sentenceId: 'x',
    text: 'a'.repeat(length),
  });
  expect(v.is(changeInput, reword(limits.sentence + 1))).toBe(true);
  expect(v.is(changeInput, reword(10 * limits.sentence))).toBe(false);
});

test('an edit names the version it was made on', () => {
  const edit = {
    siteId: newId<'site'>(),
    reviewId: newId<'review'>(),
    change: { kind: 'remove', sentenceId: 'closing' },
  };
  expect([1, 0, 1.5].map((version) => v.is(editInput, { ...edit, version }))).toEqual([
    true,
    false,
    false,
  ]);
  expect(v.is(editInput, edit)).toBe(false);
});
