// What may be recorded as done, and what it counts for.

import * as v from 'valibot';
import { expect, test } from 'vitest';
import { day } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { countedKeys } from '#sites/starting-indicators.ts';
import { activityInput } from './activity.input.ts';
import { activityKinds, type ActivityKind } from './activity.ts';
import { countsOf, decideRecord, countings, type NewActivity } from './record.ts';

const today = day('2026-11-23');
const talk: NewActivity = {
  kind: 'talk',
  day: today,
  place: 'Nhà văn hóa',
  participants: 40,
  note: '',
  photos: [],
};

test('what was done today or long ago is recorded, what is to come is not', () => {
  expect(decideRecord(talk, today)).toMatchObject({ ok: true });
  expect(decideRecord({ ...talk, day: day('2020-05-06') }, today)).toMatchObject({ ok: true });
  expect(decideRecord({ ...talk, day: day('2026-11-24') }, today)).toMatchObject({
    refusal: 'in-future',
  });
});

test('a place is named, tidied; a note keeps its lines', () => {
  expect(decideRecord({ ...talk, place: ' \n ' }, today)).toMatchObject({
    refusal: 'place-missing',
  });
  const told = { ...talk, place: ' Nhà  văn hóa ', note: ' một\nhai ' };
  expect(decideRecord(told, today)).toMatchObject({
    value: { place: 'Nhà văn hóa', note: 'một\nhai' },
  });
});

test('each month counts activities, and for talks who came', () => {
  const months = [
    { kind: 'talk' as const, month: day('2026-10-01'), activities: 3, participants: 120 },
    { kind: 'patrol' as const, month: day('2026-10-01'), activities: 8, participants: 32 },
    { kind: 'other' as const, month: day('2026-10-01'), activities: 5, participants: 5 },
  ];
  expect(countsOf(months)).toEqual([
    { key: 'talks', month: '2026-10-01', value: 3 },
    { key: 'talk_attendees', month: '2026-10-01', value: 120 },
    { key: 'patrols', month: '2026-10-01', value: 8 },
  ]);
});

test('every counted indicator counts something, every kind but the last counts for one', () => {
  expect(Object.keys(countings).toSorted()).toEqual([...countedKeys].toSorted());
  const counted = new Set<ActivityKind>(Object.values(countings).map(({ kind }) => kind));
  expect(activityKinds.filter((kind) => !counted.has(kind))).toEqual(['other']);
});

test.each([
  ['as it should be', {}, true],
  ['nobody counted', { participants: null }, true],
  ['more people than the district has', { participants: 100_001 }, false],
  ['half a person', { participants: 2.5 }, false],
  ['fewer than none', { participants: -1 }, false],
  ['a kind that is none', { kind: 'raid' }, false],
  ['a place of 201 letters', { place: 'a'.repeat(201) }, false],
  ['a note of 2001 letters', { note: 'a'.repeat(2001) }, false],
  [
    'a photo that is no picture',
    { photos: [{ fileRef: 'a'.repeat(64), mediaType: 'text/html' }] },
    false,
  ],
  [
    'a path instead of a file',
    { photos: [{ fileRef: '../../etc/passwd', mediaType: 'image/png' }] },
    false,
  ],
  ['a command without id', { commandId: 'x' }, false],
])('at the door: %s', (_, changes, expected) => {
  const input = { ...talk, commandId: newId(), siteId: newId(), ...changes };
  expect(v.is(activityInput, input)).toBe(expected);
});
