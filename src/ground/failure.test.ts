// Why a request came to nothing: full disks and busy servers are told from faults of ours.

import { expect, test } from 'vitest';
import { Busy, failureStatus, Unreadable } from './failure.ts';

const withCode = (code: string): Error => Object.assign(new Error(code), { code });

test.each([
  ['a full disk under the files', withCode('ENOSPC'), 507],
  ['a full quota', withCode('EDQUOT'), 507],
  ['a full disk under PostgreSQL', withCode('53100'), 507],
  ['a full disk behind another error', new Error('not kept', { cause: withCode('53100') }), 507],
  ['PostgreSQL without connections', withCode('53300'), 503],
  ['a statement that took too long', withCode('57014'), 503],
  ['a lock that was not given', withCode('55P03'), 503],
  ['a full queue', new Busy('x'), 503],
  ['a body that is not what it says', new Unreadable('x'), 400],
  ['a fault of ours', withCode('42601'), 500],
  ['what is no error at all', '53100', 500],
])('%s is answered by its own status', (_, error, status) => {
  expect(failureStatus(error)).toBe(status);
});
