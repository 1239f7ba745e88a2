// How a page of the door is answered: whole in one piece, small on the line, with nothing to fetch from elsewhere.

import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
// The build makes these two files; their addresses are what is imported.
// oxlint-disable-next-line import/default
import doorScript from '#tips/device/door.ts?worker&url';
// oxlint-disable-next-line import/default
import sealingScript from '#tips/device/sealing.ts?worker&url';
import door from '#tips/door/door.css?inline';
import type { Frame, Scripts } from '#tips/door/page-frame.ts';
import base from '#ui/base.css?inline';
import tokens from '#ui/tokens.css?inline';
import type { RequestEvent } from '@sveltejs/kit';
import type { Language } from '#ground/words.ts';

const css = [tokens, base, door].join('').trim();

/** The build gives their place as the server's files see it. */
export const fromRoot = (address: string): string =>
  `/${address.slice(Math.max(0, address.indexOf('_app/')))}`;
const scripts: Scripts = { door: fromRoot(doorScript), sealing: fromRoot(sealingScript) };

/** With the scripts, unless the page was made without them. */
export const frameOf = (event: RequestEvent, path: string, withScripts = true): Frame => ({
  language: languageOf(event),
  path,
  host: event.url.host,
  css,
  ...(withScripts && { scripts }),
});

/** By the address, never by a cookie: none is read here and none is set. */
export const languageOf = ({ url, locals }: RequestEvent): Language =>
  url.searchParams.get('language') === 'en' && locals.languages.includes('en') ? 'en' : 'vi';

/** A page that is the same for everybody may be kept and asked about again; others may not. */
export function answerPage(
  { request }: RequestEvent,
  page: string,
  of: { readonly status?: number; readonly own?: boolean } = {},
): Response {
  const { etag, encoded } = packedOf(page, of.own ?? false);
  const headers = new Headers({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': of.own ? 'no-store' : 'private, no-cache',
    vary: 'accept-encoding',
    ...(!of.own && { etag }),
  });
  if (!of.own && request.headers.get('if-none-match') === etag)
    return new Response(null, { status: 304, headers });
  const accepted = request.headers.get('accept-encoding') ?? '';
  const way = encodings.find((name) => accepted.includes(name));
  if (!way) return new Response(page, { status: of.status ?? 200, headers });
  headers.set('content-encoding', way);
  return new Response(encoded[way], { status: of.status ?? 200, headers });
}

const encodings = ['br', 'gzip'] as const;
type Packed = {
  readonly etag: string;
  readonly encoded: Readonly<Record<(typeof encodings)[number], Uint8Array<ArrayBuffer>>>;
};

const kept = new Map<string, Packed>();
/** Pages of so many places and languages; together some twenty megabytes. */
const mostKept = 500;

/** Packing well takes 50 ms: once for a page that everybody gets, quickly for one person's own. */
function packedOf(page: string, isOwn: boolean): Packed {
  const etag = `W/"${createHash('sha256').update(page).digest('base64url').slice(0, 22)}"`;
  const known = kept.get(etag);
  if (known) return known;
  const br = new Uint8Array(brotliCompressSync(page, isOwn ? quickly : {}));
  const packed = { etag, encoded: { br, gzip: new Uint8Array(gzipSync(page)) } };
  if (isOwn) return packed;
  if (kept.size >= mostKept) kept.clear();
  kept.set(etag, packed);
  return packed;
}

/** BROTLI_PARAM_QUALITY */
const quickly = { params: { 1: 4 } };

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  `style-src 'sha256-${hashOf(css)}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
