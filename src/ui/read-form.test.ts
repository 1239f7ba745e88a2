// Each wrong field of a form says what is wrong with it, and within which limits it would be right.

import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { aDay, aTime } from '#ground/day.input.ts';
import { day } from '#ground/day.ts';
import { isId, newId, type CommandId } from '#ground/id.ts';
import { readForm } from './read-form.ts';
import { uiWords } from './ui.words.ts';

const vi = { language: 'vi' } as const;
const say = uiWords.vi.field;

const many = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(20_000)));
const nothing = v.pipe(
  v.literal(''),
  v.transform(() => null),
);
const schema = v.object({
  commandId: v.custom<CommandId>(isId),
  kind: v.picklist(['talk', 'visit']),
  day: aDay,
  to: v.optional(v.union([nothing, aDay]), ''),
  time: aTime,
  place: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(10)),
  phone: v.optional(v.union([nothing, v.pipe(v.string(), v.maxLength(5))]), ''),
  held: v.object({ people: many }),
});
const right = { commandId: newId<'command'>(), kind: 'talk', day: '5/3/2026', time: '7:30' };
const typed = { ...right, place: ' Sân kho ' };
const read = (changed: Readonly<Record<string, string>>, people: number | null | undefined = 3) =>
  readForm(schema, { ...typed, ...changed }, vi, { held: { people } });
const problemsOf = (answer: ReturnType<typeof read>) => (answer.ok ? {} : answer.problems);

test('a form that is right is read whole', () => {
  expect(read({})).toMatchObject({
    ok: true,
    value: { day: '2026-03-05', time: '07:30', place: 'Sân kho', held: { people: 3 } },
  });
});

test.each([
  ['kind', '', say.choose],
  ['day', ' ', say.missing],
  ['day', '31/2/2026', say.notDay('31/2/2026')],
  ['day', 'x'.repeat(500), say.notDay(`${'x'.repeat(40)}…`)],
  ['to', 'mai', say.notDay('mai')],
  ['time', '25:00', say.notTime('25:00')],
  ['place', '  ', say.missing],
  ['place', 'Nhà ông trưởng xóm', say.tooLong('10', '18')],
  ['phone', '0123456', say.tooLong('5', '7')],
])('of %s typed as “%s” it is said: %3$s', (name, text, sentence) => {
  expect(problemsOf(read({ [name]: text }))).toEqual({ [name]: sentence });
});

test('what was not sent at all is missing as what was left empty', () => {
  expect(readForm(schema, { commandId: right.commandId }, vi)).toMatchObject({
    problems: { kind: say.choose, day: say.missing, time: say.missing, place: say.missing },
  });
});

test.each([
  ['-3', undefined],
  ['abc', undefined],
  ['12,5', 12.5],
  ['20.001', 20_001],
])('a number that cannot be, as %s, is named with its limits', (people, value) => {
  const limits = { people: say.notWhole(people, '0', '20.000') };
  const answer = readForm(schema, { ...typed, people }, vi, { held: { people: value } });
  expect(answer).toMatchObject({ refusal: 'invalid', problems: limits });
  expect(limits.people).toBe(`“${people}” không dùng được: nhập số nguyên từ 0 đến 20.000.`);
});

test('a number without limits is named too', () => {
  const free = v.object({ people: v.number() });
  expect(readForm(free, { people: '-3' }, vi, { people: undefined })).toMatchObject({
    problems: { people: say.notNumber('-3') },
  });
});

test('a secret that is too long is counted, though it is kept out of what was typed', () => {
  const secret = v.object({ password: v.pipe(v.string(), v.maxLength(3)) });
  expect(readForm(secret, {}, vi, { password: 'abcd' })).toMatchObject({
    problems: { password: say.tooLong('3', '4') },
  });
});

test('too many lines are counted as lines', () => {
  const lines = v.object({ to: v.pipe(v.array(v.string()), v.maxLength(2)) });
  const to = ['a', 'b', 'c'];
  expect(readForm(lines, { to: to.join('\n') }, vi, { to })).toMatchObject({
    problems: { to: say.tooManyLines('2', '3') },
  });
});

test('a day before the first one says which is the first', () => {
  const since = v.object({ day: v.pipe(aDay, v.minValue(day('2000-01-01'))) });
  expect(readForm(since, { day: '1/1/1900' }, vi)).toMatchObject({
    problems: { day: say.notBefore('01/01/2000') },
  });
});

test('the schema’s own sentence goes before ours, in the language of the page', () => {
  const own = (issue: v.BaseIssue<unknown>) => (issue.lang === 'en' ? 'Short.' : 'Ngắn.');
  const worded = v.object({ name: v.pipe(v.string(), v.minLength(3, own)) });
  const sentences = (['vi', 'en'] as const).map((language) =>
    readForm(worded, { name: 'ab' }, { language }),
  );
  expect(sentences).toMatchObject([
    { problems: { name: 'Ngắn.' } },
    { problems: { name: 'Short.' } },
  ]);
});

test('of a field wrong in several ways the first is said', () => {
  const twice = v.object({ name: v.pipe(v.string(), v.maxLength(3), v.regex(/^[a-z]+$/)) });
  expect(readForm(twice, { name: '1234' }, vi)).toMatchObject({
    problems: { name: say.tooLong('3', '4') },
  });
});

test('a choice nobody was offered and an id nobody typed are refused without a sentence', () => {
  expect(read({ kind: 'party', commandId: 'x' })).toEqual({
    ok: false,
    refusal: 'invalid',
    problems: {},
  });
});

test('what the page knows goes before what was sent', () => {
  const of = v.object({ siteId: v.string() });
  expect(readForm(of, { siteId: 'theirs' }, vi, { siteId: 'ours' })).toMatchObject({
    value: { siteId: 'ours' },
  });
});

test('whatever is sent, each problem is a sentence of the page and none of valibot', () => {
  const name = fc.constantFrom(...Object.keys(schema.entries), 'people', 'other');
  fc.assert(
    fc.property(fc.dictionary(name, fc.string()), (sent) => {
      const answer = readForm(schema, sent, vi);
      const sentences = answer.ok ? [] : Object.values(answer.problems);
      expect(sentences.join(' ')).not.toMatch(/Invalid|Expected|undefined/);
      expect(sentences.every((sentence) => sentence.endsWith('.'))).toBe(true);
    }),
  );
});
