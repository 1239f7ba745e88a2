// A mail server on this machine that keeps what it is given, and refuses what a test tells it to.

import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { makeCertificate } from './certificate.ts';

export type ReceivedMail = {
  readonly to: readonly string[];
  readonly from: string;
  /** As it came over the line. */
  readonly raw: string;
  /** Unfolded, by lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  /** Its text/plain and its text/html, decoded. */
  readonly text: string;
  readonly html: string;
};

export type MailServerWays = {
  /** 'tls' from the first byte; 'starttls' when asked; 'none' never. */
  readonly security?: 'tls' | 'starttls' | 'none';
  /** Who may send; undefined: everybody. */
  readonly user?: { readonly name: string; readonly password: string };
  /** Answers a sender or recipient with this code instead of taking it; undefined takes it. */
  readonly onSender?: (address: string) => number | undefined;
  readonly onRecipient?: (address: string) => number | undefined;
};

export type TestMailServer = {
  readonly port: number;
  readonly received: readonly ReceivedMail[];
  /** PEM; whoever is to trust this server is given it. */
  readonly certificate: string;
  readonly stop: () => Promise<void>;
};

export async function startMailServer(ways: MailServerWays = {}): Promise<TestMailServer> {
  const received: ReceivedMail[] = [];
  const certificate = makeCertificate('localhost');
  const server = makeServer(ways, certificate, received);
  // Who hangs up in the middle of a talk is what some tests do.
  server.on('error', () => undefined);
  const { server: socket } = server;
  server.listen(0, '127.0.0.1');
  await once(socket, 'listening');
  const address = socket.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return {
    port: address.port,
    received,
    certificate: certificate.cert,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

function makeServer(
  { security = 'none', user, onSender, onRecipient }: MailServerWays,
  certificate: { readonly key: string; readonly cert: string },
  received: ReceivedMail[],
): SMTPServer {
  return new SMTPServer({
    ...certificate,
    secure: security === 'tls',
    hideSTARTTLS: security === 'none',
    disabledCommands: security === 'none' ? ['STARTTLS'] : [],
    allowInsecureAuth: security === 'none',
    authOptional: user === undefined,
    onAuth: (given, _, answer) => {
      const fits = given.username === user?.name && given.password === user?.password;
      if (fits) answer(null, { user: given.username });
      else answer(refusal(535));
    },
    onMailFrom: ({ address }, _, answer) => answer(refusal(onSender?.(address))),
    onRcptTo: ({ address }, _, answer) => answer(refusal(onRecipient?.(address))),
    onData: (stream, { envelope }, answer) => {
      void text(stream).then((raw) => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        received.push({ from, to, raw, ...partsOf(raw) });
        answer();
      });
    },
  });
}

const refusal = (code: number | undefined): Error | null =>
  code === undefined ? null : Object.assign(new Error('not now'), { responseCode: code });

function partsOf(raw: string) {
  const whole = partOf(raw);
  const [, boundary] = /boundary="([^"]+)"/.exec(whole.headers.get('content-type') ?? '') ?? [];
  const parts = boundary ? whole.body.split(`--${boundary}`).map(partOf) : [whole];
  const find = (type: string): string => {
    const part = parts.find(({ headers }) => headers.get('content-type')?.startsWith(type));
    return part ? decoded(part) : '';
  };
  return { headers: whole.headers, text: find('text/plain'), html: find('text/html') };
}

type Part = { readonly headers: ReadonlyMap<string, string>; readonly body: string };

function partOf(raw: string): Part {
  const [head = '', ...rest] = raw.replace(/^\r\n/, '').split('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  const headers = lines.map((line) => {
    const at = line.indexOf(':');
    return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()] as const;
  });
  return { headers: new Map(headers), body: rest.join('\r\n\r\n') };
}

function decoded({ headers, body }: Part): string {
  const encoding = headers.get('content-transfer-encoding');
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString();
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
