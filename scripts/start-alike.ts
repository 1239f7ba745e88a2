// A page that is the same for everybody is made once in a few seconds and given from memory in between.

import type {
  IncomingMessage,
  OutgoingHttpHeaders,
  RequestListener,
  ServerResponse,
} from 'node:http';
import { findCoding } from '#ground/server/compression.ts';

type Kept = { readonly headers: OutgoingHttpHeaders; readonly body: Buffer; until: number };

/**
 * The pages say by `s-maxage` how many seconds an answer may be given to others, as they would to
 * a cache on the way; such an answer depends on the path, the language and the compression alone.
 */
export function keepAlike(pages: RequestListener, now: () => number = Date.now): RequestListener {
  const kept = new Map<string, Kept>();
  return (request, response) => {
    const key = findKey(request);
    const known = key && kept.get(key);
    if (known && now() < known.until) return giveAgain(known, request, response);
    // While one person's answer renews it, all others are still given the last one.
    if (known) known.until = now() + 1_000;
    if (key) listenIn(response, (answer) => keep(kept, key, answer, now()));
    pages(request, response);
  };
}

/** Only where nothing can make the answer one person's own; the keys are few, whoever asks. */
function findKey({ method, url, headers }: IncomingMessage): string | undefined {
  const { cookie = '' } = headers;
  if (method !== 'GET' || !/^(?:language=(?:vi|en))?$/.test(cookie) || headers.authorization)
    return undefined;
  return [url, cookie, findCoding(String(headers['accept-encoding'] ?? ''))].join(' ');
}

function keep(
  kept: Map<string, Kept>,
  key: string,
  { status, headers, body }: Answer,
  now: number,
): void {
  const seconds = /\bs-maxage=(\d+)/.exec(String(headers['cache-control'] ?? ''))?.[1];
  if (status !== 200 || !seconds || headers['set-cookie']) return;
  kept.set(key, { headers, body, until: now + Number(seconds) * 1_000 });
}

function giveAgain(
  { headers, body }: Kept,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { 'content-length': _, ...unchanged } = headers;
  const has = headers['etag'] && request.headers['if-none-match'] === headers['etag'];
  response.writeHead(has ? 304 : 200, has ? unchanged : headers).end(has ? undefined : body);
}

type Answer = {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
};

/** What goes out to this person, once all of it is on its way. */
function listenIn(response: ServerResponse, tell: (answer: Answer) => void): void {
  const parts: Uint8Array[] = [];
  const write = response.write.bind(response) as (...given: unknown[]) => boolean;
  const end = response.end.bind(response) as (...given: unknown[]) => ServerResponse;
  const add = (part: unknown): void => {
    if (typeof part === 'string') parts.push(Buffer.from(part));
    else if (part instanceof Uint8Array) parts.push(part);
  };
  response.write = (...given: unknown[]) => {
    add(given[0]);
    return write(...given);
  };
  response.end = (...given: unknown[]) => {
    add(given[0]);
    const headers = response.getHeaders();
    tell({ status: response.statusCode, headers, body: Buffer.concat(parts) });
    return end(...given);
  };
}
