// Pages go out compressed, unless somebody elsewhere could learn a secret from how small they became.

import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);

/** Level 5: the highest ones are for files compressed once, not for each answer. */
const codings = {
  br: (plain: Buffer) => brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: promisify(gzip) as (plain: Buffer) => Promise<Buffer>,
} as const;

type Coding = keyof typeof codings;

/** Below this the headers weigh more than what is won. */
const worthwhile = 512;
/** Papers and photos are compressed already; long lists for download are streamed. */
const pages = /^(?:text\/html|application\/json)\b/;

/** The same answer, made smaller where the browser can read that and nobody else learns from it. */
export async function compressed(
  request: Request,
  response: Response,
  { mayHoldSecrets }: { readonly mayHoldSecrets: boolean },
): Promise<Response> {
  const { status, statusText, headers } = response;
  if (!response.body || !pages.test(headers.get('content-type') ?? '')) return response;
  headers.append('vary', 'accept-encoding');
  const coding = findCoding(request.headers.get('accept-encoding') ?? '');
  if (!coding || request.method !== 'GET') return response;
  if (mayHoldSecrets && isOpenToGuessing(request)) return response;
  const plain = Buffer.from(await response.arrayBuffer());
  const small = plain.length < worthwhile ? undefined : await codings[coding](plain);
  if (small) nameCoding(headers, coding);
  headers.set('content-length', String((small ?? plain).length));
  return new Response(Uint8Array.from(small ?? plain), { status, statusText, headers });
}

/**
 * BREACH: who can make a browser ask for a page again and again with words of their own in it, and
 * sees how long each answer is, learns what else stands on the page. So an answer to a form, where
 * codes are shown, and one that another site has called for are never compressed. A browser that
 * does not say who calls is believed only where nothing is encrypted anyway.
 */
function isOpenToGuessing({ headers, url }: Request): boolean {
  const caller = headers.get('sec-fetch-site');
  return caller === null ? url.startsWith('https:') : !['same-origin', 'none'].includes(caller);
}

/** Brotli before gzip; neither where the browser forbids it with `q=0`. */
export function findCoding(accepted: string): Coding | undefined {
  const taken = accepted
    .split(',')
    .filter((each) => !/;\s*q=0(?:\.0*)?\s*$/.test(each))
    .map((each) => each.split(';')[0]?.trim().toLowerCase());
  return (['br', 'gzip'] as const).find((coding) => taken.includes(coding));
}

/** Two spellings of one page are alike, not the same: their tag becomes a weak one. */
function nameCoding(headers: Headers, coding: Coding): void {
  headers.set('content-encoding', coding);
  const tag = headers.get('etag');
  if (tag && !tag.startsWith('W/')) headers.set('etag', `W/${tag}`);
}
