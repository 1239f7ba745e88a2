// What every answer carries, whoever gives it: the pages, their files, a redirect, the door itself.

import { ServerResponse, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import type { Duplex } from 'node:stream';
import { boundToHost } from './start-cookies.ts';

/** A year, as browsers ask for; only this very host, for what lies beside it is not ours. */
const httpsOnly = ['strict-transport-security', 'max-age=31536000'] as const;

const always = [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  // 'no-referrer' would make browsers send forms with 'Origin: null', which are then refused.
  ['referrer-policy', 'same-origin'],
  ['permissions-policy', 'geolocation=(), microphone=(), camera=(self)'],
] as const;

const headersOf = (address: string) =>
  address.startsWith('https:') ? [...always, httpsOnly] : always;

/** The answers of an address that people reach by https, or by plain http on this machine. */
export function answersOf(address: string): typeof ServerResponse<IncomingMessage> {
  const isSecure = address.startsWith('https:');
  const own = headersOf(address);
  return class extends ServerResponse {
    override writeHead(status: number, ...rest: readonly unknown[]): this {
      for (const [name, value] of own) if (!this.hasHeader(name)) this.setHeader(name, value);
      for (const [name, value] of Object.entries(headersIn(rest)))
        if (value !== undefined) this.setHeader(name, value);
      const type = this.getHeader('content-type');
      if (typeof type === 'string') this.setHeader('content-type', withCharset(type));
      if (!this.hasHeader('cache-control'))
        this.setHeader('cache-control', this.hasHeader('etag') ? 'no-cache' : 'no-store');
      const cookies = this.getHeader('set-cookie');
      if (isSecure && cookies !== undefined)
        this.setHeader('set-cookie', [cookies].flat().map(String).map(boundToHost));
      return super.writeHead(status);
    }
  };
}

/** What Node cannot read as HTTP at all is answered by hand, without words: a HEAD may not have any. */
export function refuseConnection(address: string, socket: Duplex, error?: Error): void {
  const isGone = error && 'code' in error && error.code === 'ECONNRESET';
  if (isGone || !socket.writable) return void socket.destroy();
  const reason = error && 'code' in error ? reasons.get(String(error.code)) : 'HTTP/1.1 405';
  const headers = [
    ...headersOf(address),
    ['content-length', '0'],
    ['cache-control', 'no-store'],
    ['connection', 'close'],
  ].map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`${reason ?? 'HTTP/1.1 400'} \r\n${headers.join('')}\r\n`);
}

const reasons = new Map([
  ['HPE_HEADER_OVERFLOW', 'HTTP/1.1 431'],
  ['HPE_CHUNK_EXTENSIONS_OVERFLOW', 'HTTP/1.1 413'],
  ['ERR_HTTP_REQUEST_TIMEOUT', 'HTTP/1.1 408'],
]);

/** Node takes a reason before the headers; nobody here gives one. */
const headersIn = (rest: readonly unknown[]): OutgoingHttpHeaders =>
  rest.find((each): each is OutgoingHttpHeaders => typeof each === 'object' && each !== null) ?? {};

const withCharset = (type: string): string =>
  /^text\/[^;]+$/.test(type) ? `${type}; charset=utf-8` : type;
