// What somebody nobody knows may send: every form there is, and nothing that fills a server.

import { expect, test } from 'vitest';
import { isTooBigFromUnknown } from './body-size.ts';

test.each([
  ['no body', undefined, undefined, false],
  ['a form', '900', undefined, false],
  ['64 KB', '65536', null, false],
  ['a byte more', '65537', null, true],
  ['no length at all', null, 'chunked', true],
])('%s', (_, length, coding, isTooBig) => {
  expect(isTooBigFromUnknown({ length, coding })).toBe(isTooBig);
});
