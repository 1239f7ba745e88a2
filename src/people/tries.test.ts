// How often a password may be tried.

import { expect, it } from 'vitest';
import { countTries, minutesOfTries, mostTries } from './tries.ts';

const start = 1_000_000;
const span = minutesOfTries * 60_000;

function triedUp(name = 'can.bo') {
  const tries = countTries();
  for (let at = 0; at < mostTries; at += 1) tries.add(name, start + at);
  return tries;
}

it('lets a name be tried a few times, then makes it wait', () => {
  const tries = countTries();
  for (let at = 0; at < mostTries; at += 1) {
    expect(tries.mustWait('can.bo', start)).toBe(false);
    tries.add('can.bo', start);
  }
  expect(tries.mustWait('can.bo', start)).toBe(true);
});

it('counts the same name in capitals, and no other name', () => {
  expect(triedUp().mustWait('CAN.BO', start)).toBe(true);
  expect(triedUp().mustWait('nong.cot', start)).toBe(false);
});

it('lets it be tried again when the first try is long enough ago', () => {
  expect(triedUp().mustWait('can.bo', start + span - 1)).toBe(true);
  expect(triedUp().mustWait('can.bo', start + span)).toBe(false);
});

it('forgets the count once the password was right', () => {
  const tries = triedUp();
  tries.forget('Can.Bo');
  expect(tries.mustWait('can.bo', start)).toBe(false);
});

it('keeps no more names than it must', () => {
  const tries = triedUp('first');
  for (let at = 0; at < 10_000; at += 1) tries.add(`name-${at}`, start + at);
  expect(tries.mustWait('first', start)).toBe(false);
});
