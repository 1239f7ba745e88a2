// What lets the demo be loaded again after it was broken off: the same ids, and nothing refused.

import { createHash } from 'node:crypto';
import type { CommandId } from '#ground/id.ts';
import type { Outcome } from '#ground/outcome.ts';

/** The same id for the same thing at every try, so that nothing is made twice. */
export function commandOf(what: string): CommandId {
  const hex = createHash('sha256').update(`demo ${what}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as CommandId;
}

/** The demo does nothing that may be refused; a refusal is a bug. */
export function must<T>(outcome: Outcome<T, unknown>): T {
  if (!outcome.ok) throw new Error(`the demo was refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}
