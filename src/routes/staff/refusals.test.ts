// A refused form comes back with a status, a sentence and what was typed.

import { isActionFailure } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { done, refused } from '#ground/outcome.ts';
import { answer, type Refusal } from './refusals.ts';

const form = { at: 'close', typed: { note: 'đã gõ' } };
const refusedAs = (refusal: Refusal) => answer(refused(refusal), form, 'vi');

test('what was saved comes back empty', () => {
  expect(answer(done(1), form, 'vi')).toEqual({ at: 'close', typed: {}, problem: undefined });
});

test('what was refused keeps everything typed and says why', () => {
  const failure = refusedAs('reason-missing');
  expect(isActionFailure(failure)).toBe(true);
  expect(failure).toMatchObject({
    status: 422,
    data: { at: 'close', typed: { note: 'đã gõ' }, problem: 'Hãy ghi lý do.' },
  });
});

test('who may not is told so, what is gone is not found, and what happened before is a conflict', () => {
  expect(refusedAs('forbidden')).toMatchObject({ status: 403 });
  expect(refusedAs('not-found')).toMatchObject({ status: 404 });
  expect(refusedAs('already-closed')).toMatchObject({ status: 409 });
  expect(refusedAs('already-corrected')).toMatchObject({ status: 409 });
});

test('missing papers are named', () => {
  expect(refusedAs({ missingEvidence: ['tally_minutes'] })).toMatchObject({
    status: 422,
    data: { problem: expect.stringContaining('Biên bản kiểm phiếu') as string },
  });
});

test('a file that is too big, or no file of ours, has its own sentence', () => {
  expect(refusedAs('file-too-big')).toMatchObject({ status: 413 });
  expect(refusedAs('photo-unknown')).toMatchObject({
    status: 415,
    data: { problem: 'Có tệp không phải ảnh JPEG, PNG hoặc WebP.' },
  });
});
