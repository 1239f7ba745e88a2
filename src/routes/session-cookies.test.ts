// Where a person is sent after a form: always to a page of this site.

import { expect, test } from 'vitest';
import { safePath } from './session-cookies.ts';

test.each([
  ['/staff/sites?x=1#y', '/staff/sites?x=1#y'],
  ['/', '/'],
  ['//example.org', '/staff'],
  ['/\\example.org', '/staff'],
  ['https://example.org', '/staff'],
  ['/staff/đ', '/staff'],
  ['/staff\n', '/staff'],
  ['', '/staff'],
  [null, '/staff'],
  [undefined, '/staff'],
])('“%s” leads to %s', (asked, path) => expect(safePath(asked, '/staff')).toBe(path));
