// A question to the record comes in an address: what is no such thing asks for nothing.

import { expect, test } from 'vitest';
import { newId } from '#ground/id.ts';
import { queryFor, readAsked } from './entry.input.ts';

const asked = (query: string) => readAsked(new URLSearchParams(query));

test('every part is read, and written again into the same address', () => {
  const query = `site=${newId()}&record=step+4&from=2026-11-01&to=2026-11-30&kind=view&name=l%C3%AA&person=${newId()}`;
  expect(queryFor(asked(query))).toBe(query);
  expect(asked(`${query}&before=17`).before).toBe(17);
  expect(queryFor(asked(query), 17)).toBe(`${query}&before=17`);
});

test.each([
  'site=x&person=y&from=yesterday&to=2026-02-30&kind=all&before=-1',
  'record=STEP&before=1.5',
  'record=step+%25&before=x',
  'record=%27%3B+DROP',
])('%s asks for nothing', (query) => {
  const { filter, personId, before } = asked(query);
  expect(Object.values(filter).every((part) => part === undefined)).toBe(true);
  expect({ personId, before }).toEqual({ personId: undefined, before: undefined });
});
