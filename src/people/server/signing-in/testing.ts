// For tests of signing in: a person, a browser with its cookies, a passkey of real keys and CBOR.

import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import { day } from '#ground/day.ts';
import { newId, type PersonId } from '#ground/id.ts';
import { inTransaction } from '#ground/server/db.ts';
import { freshDatabase, testLogin, type FreshDatabase } from '#ground/server/testing.ts';
import type { Entered, From } from '../entering.ts';
import { enterWithPassword } from '../sign-in-commands.ts';
import { openSignIn, type SignedIn, type SignIn } from '../sign-in.ts';
import { insertHolding, insertPerson } from '../store.ts';
import { aSiteRow } from '../testing.ts';

export const testToday = day('2026-11-23');
export const testPassword = 'bảy con trâu gặm cỏ đồi chè';

export const openTestSignIn = (
  fresh: FreshDatabase,
  more: Partial<
    Pick<Parameters<typeof openSignIn>[0], 'origin' | 'provider' | 'shutsDemoOut'>
  > = {},
): SignIn =>
  openSignIn({
    databaseUrl: testLogin(fresh.url, 'binh_yen_sign_in'),
    origin: 'http://localhost:4000',
    secret: 'x'.repeat(64),
    ...more,
  });

export type TestPerson = { readonly personId: PersonId; readonly username: string };

/** Somebody new, with a role that needs no second factor and the password of all tests. */
export async function makeTestPerson(fresh: FreshDatabase, signIn: SignIn): Promise<TestPerson> {
  const personId = newId<'person'>();
  const username = `vi-du-${personId.slice(0, 8)}`;
  const passwordHash = await signIn.hash(testPassword);
  const person = { personId, name: 'Lý Thị Ví Dụ', username, passwordHash, demo: false };
  const siteId = await aSiteRow(fresh);
  const holding = { role: 'core_member', siteId, from: testToday, to: null } as const;
  await inTransaction(fresh.db, async (tx) => {
    await insertPerson(tx, person);
    await insertHolding(tx, personId, holding);
  });
  return { personId, username };
}

export type TestBrowser = {
  readonly from: (at?: { readonly address?: string; readonly now?: Date }) => From;
  /** Keeps and drops cookies as a browser does; gives back what it was told. */
  readonly take: <E extends Entered>(entered: E) => E;
  readonly put: (cookie: { readonly name: string; readonly value: string }) => void;
  readonly headers: () => Headers;
  readonly cookies: ReadonlyMap<string, string>;
};

export function testBrowser(origin = 'http://localhost:4000'): TestBrowser {
  const cookies = new Map<string, string>();
  const headers = (): Headers =>
    new Headers({ cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') });
  return {
    cookies,
    headers,
    from: ({ address = '192.0.2.1', now = new Date() } = {}) => ({
      url: new URL(`${origin}/sign-in`),
      address,
      headers: headers(),
      cookie: (name) => cookies.get(name),
      now,
      today: testToday,
    }),
    take: (entered) => {
      if (!('cookies' in entered)) return entered;
      for (const { name, value, maxAge } of entered.cookies) {
        if (maxAge === 0) cookies.delete(name);
        else cookies.set(name, value);
      }
      return entered;
    },
    put: ({ name, value }) => void cookies.set(name, value),
  };
}

/** What an authenticator may be told to do wrong. */
export type PasskeyBehaviour = {
  readonly origin?: string;
  readonly rpId?: string;
  /** User present (1) and verified (4). */
  readonly flags?: number;
  readonly counter?: number;
  readonly challenge?: string;
  readonly key?: KeyObject;
};
type Options = { readonly challenge: string };

/** One passkey in a device: made once, used as often as one likes. */
export function testPasskey() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  const name = base64url(id);
  const result = { id: name, rawId: name, type: 'public-key', clientExtensionResults: {} };
  return {
    id: name,
    make: (options: Options, how: PasskeyBehaviour = {}): string => {
      const authData = dataOf(how, credentialOf(id, publicKey));
      const attestation: CborMap = new Map<string, Cbor>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ]);
      const response = {
        clientDataJSON: base64url(clientDataOf('webauthn.create', options, how)),
        attestationObject: base64url(cbor(attestation)),
        transports: ['internal'],
      };
      return JSON.stringify({ ...result, response });
    },
    use: (options: Options, how: PasskeyBehaviour = {}): string => {
      const clientData = clientDataOf('webauthn.get', options, how);
      const data = dataOf(how);
      const signed = Buffer.concat([data, sha256(clientData)]);
      const response = {
        clientDataJSON: base64url(clientData),
        authenticatorData: base64url(data),
        signature: base64url(sign('sha256', signed, how.key ?? privateKey)),
      };
      return JSON.stringify({ ...result, response });
    },
  };
}

const clientDataOf = (type: string, { challenge }: Options, how: PasskeyBehaviour): Buffer => {
  const { origin = 'http://localhost:4000' } = how;
  const data = { type, challenge: how.challenge ?? challenge, origin, crossOrigin: false };
  return Buffer.from(JSON.stringify(data));
};

/** Whose site it is, what the user did, how often it was used, and the credential where it is new. */
function dataOf(
  { rpId = 'localhost', flags = 5, counter = 0 }: PasskeyBehaviour,
  credential: Buffer = Buffer.alloc(0),
): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  const isNew = credential.length > 0 ? 64 : 0;
  return Buffer.concat([sha256(rpId), Buffer.from([flags | isNew]), count, credential]);
}

/** An ES256 key in COSE, after the id of its credential. */
function credentialOf(id: Buffer, key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const cose: CborMap = new Map<number, Cbor>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, Buffer.from(x, 'base64url')],
    [-3, Buffer.from(y, 'base64url')],
  ]);
  const size = Buffer.from([id.length >> 8, id.length & 255]);
  return Buffer.concat([Buffer.alloc(16), size, id, cbor(cose)]);
}

type Cbor = number | string | Buffer | CborMap;
type CborMap = ReadonlyMap<number | string, Cbor>;

/** The little of CBOR (RFC 8949) that COSE keys and attestations need. */
function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value >= 0 ? headOf(0, value) : headOf(1, -1 - value);
  if (typeof value === 'string') {
    return Buffer.concat([headOf(3, Buffer.byteLength(value)), Buffer.from(value)]);
  }
  if (Buffer.isBuffer(value)) return Buffer.concat([headOf(2, value.length), value]);
  const parts = [...value].flatMap(([key, inner]) => [cbor(key), cbor(inner)]);
  return Buffer.concat([headOf(5, value.size), ...parts]);
}

function headOf(kind: number, size: number): Buffer {
  if (size < 24) return Buffer.from([(kind << 5) | size]);
  if (size < 256) return Buffer.from([(kind << 5) | 24, size]);
  return Buffer.from([(kind << 5) | 25, size >> 8, size & 255]);
}

const sha256 = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest();
const base64url = (bytes: Buffer): string => bytes.toString('base64url');

type Entering = {
  readonly password?: string;
  readonly shared?: boolean;
  readonly browser?: TestBrowser;
};

/** A database and its door for one file of tests, and people who come in by name and password. */
export function useTestDoor() {
  let open: { readonly fresh: FreshDatabase; readonly signIn: SignIn } | undefined;
  const door = () => {
    if (!open) throw new Error('the door opens before the tests');
    return open;
  };
  beforeAll(async () => {
    const fresh = await freshDatabase();
    open = { fresh, signIn: openTestSignIn(fresh) };
  });
  afterAll(async () => {
    await door().signIn.end();
    await door().fresh.close();
  });
  const whoIs = (browser: TestBrowser) => door().signIn.findPerson(browser.headers(), testToday);
  return {
    door,
    whoIs,
    newPerson: () => makeTestPerson(door().fresh, door().signIn),
    enter: async ({ username }: Pick<TestPerson, 'username'>, how: Entering = {}) => {
      const { password = testPassword, shared = false, browser = testBrowser() } = how;
      const given = { username, password, shared };
      browser.take(await enterWithPassword(door().signIn, given, browser.from()));
      return browser;
    },
    ownerOf: async (browser: TestBrowser): Promise<SignedIn> => {
      const owner = await whoIs(browser);
      if (!owner) throw new Error('nobody is signed in');
      return owner;
    },
    commandsBy: async ({ personId }: TestPerson) =>
      door()
        .fresh.owner.selectFrom('audit')
        .select(['command', 'record'])
        .where('person_id', '=', personId)
        .orderBy('audit_id')
        .execute(),
  };
}
