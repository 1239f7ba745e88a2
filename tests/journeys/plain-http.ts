// Requests as no browser would send them: any byte in an address, a header or a body; always with an end.

import { Agent, request } from 'node:http';
import { buffer } from 'node:stream/consumers';

export type Asked = {
  readonly method: string;
  /** Printable bytes only, as latin1; the server sees them unchanged. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer | undefined;
};
export type Answered = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
};

/** As few connections as hands: the load is in the requests. */
const agent = new Agent({ keepAlive: true, maxSockets: 8 });
/** Milliseconds; far longer than any answer takes, also on a busy machine. */
const patience = 20_000;

/**
 * Throws where no answer comes in time, or none at all. A connection that was kept may just be
 * closing when it is used again; then, as browsers do, it is asked once more on a new one.
 */
export const ask = (address: string, asked: Asked, isAgain = false): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(address);
    const { body, ...rest } = asked;
    const to = { hostname, port, ...rest, agent: isAgain ? false : agent, timeout: patience };
    const sent = request(to, (answer) => {
      buffer(answer).then((whole) => {
        const { statusCode: status = 0, headers } = answer;
        resolve({ status, headers, text: whole.toString() });
      }, reject);
    });
    sent.on('timeout', () => sent.destroy(new Error(`no answer within ${patience} ms`)));
    sent.on('error', (error) => {
      const isStale = sent.reusedSocket && /hang up|ECONNRESET|EPIPE/.test(error.message);
      if (isStale) resolve(ask(address, asked, true));
      else reject(error);
    });
    sent.end(body);
  });

/** As a browser would send a form; other sites' pages could not. */
export const formOf = (address: string, fields: Readonly<Record<string, string>>) => ({
  headers: { origin: address, 'content-type': 'application/x-www-form-urlencoded' },
  body: Buffer.from(new URLSearchParams(fields).toString()),
});

/** 'name=value; name=value' of what an answer gave. */
export const cookiesOf = ({ headers }: Answered): string =>
  [headers['set-cookie'] ?? []]
    .flat()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ');
