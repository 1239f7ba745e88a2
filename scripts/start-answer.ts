// What every answer carries, whoever gives it: the pages, their files, a redirect, the door itself.

import { ServerResponse, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';

/** A year, as browsers ask for; only this very host, for what lies beside it is not ours. */
const httpsOnly = ['strict-transport-security', 'max-age=31536000'] as const;

const always = [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  // 'no-referrer' would make browsers send forms with 'Origin: null', which are then refused.
  ['referrer-policy', 'same-origin'],
  ['permissions-policy', 'geolocation=(), microphone=(), camera=(self)'],
] as const;

/** The answers of an address that people reach by https, or by plain http on this machine. */
export function answersOf(address: string): typeof ServerResponse<IncomingMessage> {
  const own = address.startsWith('https:') ? [...always, httpsOnly] : always;
  return class extends ServerResponse {
    override writeHead(status: number, ...rest: readonly unknown[]): this {
      for (const [name, value] of own) if (!this.hasHeader(name)) this.setHeader(name, value);
      for (const [name, value] of Object.entries(headersIn(rest)))
        if (value !== undefined) this.setHeader(name, value);
      const type = this.getHeader('content-type');
      if (typeof type === 'string') this.setHeader('content-type', withCharset(type));
      return super.writeHead(status);
    }
  };
}

/** Node takes a reason before the headers; nobody here gives one. */
const headersIn = (rest: readonly unknown[]): OutgoingHttpHeaders =>
  rest.find((each): each is OutgoingHttpHeaders => typeof each === 'object' && each !== null) ?? {};

const withCharset = (type: string): string =>
  /^text\/[^;]+$/.test(type) ? `${type}; charset=utf-8` : type;
