// The memory of large uploads, given back once they are over: a process at rest would keep it until it is busy again.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Bytes from which a body is worth it. */
const large = 1024 * 1024;
/** Milliseconds without another one; twice, because what held the body goes only with the first. */
const calm = [3_000, 1_000] as const;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
let soon: NodeJS.Timeout | undefined;

function collectIn([wait, ...more]: readonly number[]): void {
  clearTimeout(soon);
  soon = setTimeout(() => {
    collect();
    if (more.length > 0) collectIn(more);
  }, wait).unref();
}

/** Collecting stops everybody for some hundredths of a second, so a burst is waited out. */
export function giveBackAfter({ headers }: IncomingMessage, response: ServerResponse): void {
  const isLarge = Number(headers['content-length'] ?? 0) >= large;
  if (!isLarge && headers['transfer-encoding'] === undefined) return;
  response.once('close', () => collectIn(calm));
}
