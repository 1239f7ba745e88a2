// Empty notices to people's browsers through their makers' push services (RFC 8030, RFC 8292). The only file that speaks to them.

import { createECDH, createPrivateKey, hkdfSync, sign, type KeyObject } from 'node:crypto';
import { lookup } from 'node:dns';
import type { ClientRequest, RequestOptions } from 'node:http';
import { request } from 'node:https';
import { BlockList, isIPv6, type LookupFunction } from 'node:net';
import { done, refused, type Outcome } from '../outcome.ts';
import { findPushEndpoint } from '../push-endpoint.ts';

/** The installation's own pair: browsers are told the public half when they subscribe. */
export type PushKeys = { readonly publicKey: string; readonly privateKey: KeyObject };

export type PushProblem = {
  readonly kind:
    | 'gone' /** The browser is no longer subscribed. */
    | 'not a push service'
    | 'refused'
    | 'busy'
    | 'no connection'
    | 'no answer';
  /** Trying again would change nothing. */
  readonly isForGood: boolean;
};

export type PushSender = (endpoint: string) => Promise<Outcome<true, PushProblem>>;

/** How the line is opened; tests have one of their own to this machine. */
export type PushLine = {
  readonly find: (endpoint: string) => URL | undefined;
  readonly open: (url: URL, options: RequestOptions) => ClientRequest;
};

type PushHouse = {
  readonly keys: PushKeys;
  /** 'https://…' or 'mailto:…': whom a push service may ask. */
  readonly subject: string;
  readonly now: () => Date;
  readonly line?: PushLine;
};

/** Follows from the installation's secret as other logins do: nothing of it is in the database. */
export function pushKeysOf(secret: string): PushKeys {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'binh-yen push', 48));
  // More bytes than the order has: no scalar is likelier than another (FIPS 186-5, A.2.1).
  const scalar = (BigInt(`0x${seed.toString('hex')}`) % (order - 1n)) + 1n;
  const half = Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex');
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(half);
  const point = pair.getPublicKey();
  const part = (from: number): string => point.subarray(from, from + 32).toString('base64url');
  const key = { kty: 'EC', crv: 'P-256', d: half.toString('base64url'), x: part(1), y: part(33) };
  return {
    publicKey: point.toString('base64url'),
    privateKey: createPrivateKey({ key, format: 'jwk' }),
  };
}

/** Always the same empty request: what the browser shows stands in its service worker. */
export const pushSender =
  ({ keys, subject, now, line = publicLine }: PushHouse): PushSender =>
  async (endpoint) => {
    const url = line.find(endpoint);
    if (!url) return refused({ kind: 'not a push service', isForGood: true });
    const token = tokenFor({ keys, subject, audience: url.origin, now: now() });
    const headers = {
      authorization: `vapid t=${token}, k=${keys.publicKey}`,
      ttl: String(keptFor),
      topic: 'duty',
      urgency: 'normal',
      'content-length': '0',
    };
    return answered(line.open(url, { method: 'POST', headers, timeout: patience }));
  };

/** Addresses that are not of the public network: nothing is ever sent there. */
export const isPrivateAddress = (address: string): boolean =>
  notPublic.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/** Seconds: a device that is off for longer hears of the next day instead. */
const keptFor = 12 * 3600;
/** Milliseconds. */
const patience = 10_000;
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

type Claim = Pick<PushHouse, 'keys' | 'subject'> & {
  readonly audience: string;
  readonly now: Date;
};

function tokenFor({ keys, subject, audience, now }: Claim): string {
  const until = Math.floor(now.getTime() / 1000) + keptFor;
  const parts = [
    { typ: 'JWT', alg: 'ES256' },
    { aud: audience, exp: until, sub: subject },
  ];
  const said = parts
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  const key = { key: keys.privateKey, dsaEncoding: 'ieee-p1363' as const };
  return `${said}.${sign('sha256', Buffer.from(said), key).toString('base64url')}`;
}

/** Redirections are not followed, and what is said beside the status is not read. */
const answered = (asked: ClientRequest): Promise<Outcome<true, PushProblem>> =>
  new Promise((resolve) => {
    asked.on('response', (response) => {
      response.destroy();
      resolve(outcomeOf(response.statusCode ?? 0));
    });
    asked.on('timeout', () => {
      resolve(refused({ kind: 'no answer', isForGood: false }));
      asked.destroy();
    });
    asked.on('error', () => resolve(refused({ kind: 'no connection', isForGood: false })));
    asked.end();
  });

function outcomeOf(status: number): Outcome<true, PushProblem> {
  if (status >= 200 && status < 300) return done(true);
  if (status === 404 || status === 410) return refused({ kind: 'gone', isForGood: true });
  const isForNow = status === 429 || status >= 500;
  return refused({ kind: isForNow ? 'busy' : 'refused', isForGood: !isForNow });
}

const notPublic = new BlockList();
const ranges4 =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.168.0.0/16 198.18.0.0/15 224.0.0.0/3';
const ranges6 = '::/127 64:ff9b::/96 100::/64 fc00::/7 fe80::/10 ff00::/8';
for (const [ranges, family] of [
  [ranges4, 'ipv4'],
  [ranges6, 'ipv6'],
] as const) {
  for (const range of ranges.split(' ')) {
    const [net = '', bits = ''] = range.split('/');
    notPublic.addSubnet(net, Number(bits), family);
  }
}

/** What a name stands for is looked at where it is connected to: it cannot change in between. */
const publicLookup: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    const [first] = error ? [] : found;
    if (error) callback(error, []);
    else if (!first || found.some(({ address }) => isPrivateAddress(address)))
      callback(new Error('not a public address'), []);
    else if (options.all) callback(null, found);
    else callback(null, first.address, first.family);
  });
};

const publicLine: PushLine = {
  find: findPushEndpoint,
  open: (url, options) => request(url, { ...options, lookup: publicLookup }),
};
