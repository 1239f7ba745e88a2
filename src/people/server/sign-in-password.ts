// Hashing passwords (scrypt): off the thread that answers pages, and only a few at once.

import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Outcome } from '#ground/outcome.ts';
import { loadEstimator } from '../device/password-estimate.ts';
import { decidePassword, type Owner, type PasswordRefusal } from '../password.ts';

/** Of the OWASP recommendations of equal strength the one with the least memory: 16 MiB a hash. */
const cost = { N: 2 ** 14, r: 8, p: 5 } as const;
/** What the sign-in library hashed with before; such hashes are read, and written anew at sign-in. */
const formerCost = { N: 2 ** 14, r: 16, p: 1 } as const;
const bytes = { key: 32, formerKey: 64, salt: 16 } as const;

type Cost = { readonly N: number; readonly r: number; readonly p: number };

/** At most so many at once: one core, and one of Node's four threads, stay for everybody else. */
const atOnce = Math.min(3, Math.max(1, availableParallelism() - 1));
/** More waiting than this would keep the last one waiting for longer than a person does. */
const mostWaiting = 50;

/** Whether the next password would wait too long; whoever asks is told to come again. */
export const isBusy = (): boolean => waiting.length >= mostWaiting;

/** Refuses what is guessed too easily; `owner` are the person's own words: name, user name, commune. */
export const decideNewPassword = async (
  password: string,
  owner: Owner,
): Promise<Outcome<string, PasswordRefusal>> =>
  decidePassword(password, owner, await loadEstimator());

/** 'scrypt$14$8$5$salt$key': what it was made with stands in it. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(bytes.salt);
  const key = await derive(password, salt, cost, bytes.key);
  const parts = [Math.log2(cost.N), cost.r, cost.p, salt.toString('base64url')];
  return ['scrypt', ...parts, key.toString('base64url')].join('$');
}

export type Verified = { readonly right: boolean; readonly outdated: boolean };

export async function verifyPassword(password: string, hash: string): Promise<Verified> {
  const read = readHash(hash);
  const key = await derive(password, read.salt, read.cost, read.key.length);
  return { right: timingSafeEqual(key, read.key), outdated: read.outdated };
}

/** Takes as long as a real check: whether a name exists cannot be told by the clock. */
export async function verifyNothing(password: string): Promise<void> {
  await derive(password, randomBytes(bytes.salt), cost, bytes.key);
}

type ReadHash = {
  readonly salt: Buffer;
  readonly key: Buffer;
  readonly cost: Cost;
  readonly outdated: boolean;
};

function readHash(hash: string): ReadHash {
  const [kind, power, r, p, salt = '', key = ''] = hash.split('$');
  if (kind !== 'scrypt') return readFormer(hash);
  const own = { N: 2 ** Number(power), r: Number(r), p: Number(p) };
  return {
    salt: Buffer.from(salt, 'base64url'),
    key: Buffer.from(key, 'base64url'),
    cost: own,
    outdated: own.N !== cost.N || own.r !== cost.r || own.p !== cost.p,
  };
}

/** 'salt:key' in hexadecimal; the salt was used as the text it is written in. */
function readFormer(hash: string): ReadHash {
  const [salt, key] = hash.split(':');
  if (!salt || key?.length !== bytes.formerKey * 2) throw new Error('no password hash we know');
  return {
    salt: Buffer.from(salt),
    key: Buffer.from(key, 'hex'),
    cost: formerCost,
    outdated: true,
  };
}

let running = 0;
const waiting: (() => void)[] = [];

async function derive(password: string, salt: Buffer, how: Cost, length: number): Promise<Buffer> {
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await run(password, salt, how, length);
  } finally {
    // The turn is handed on; counting down first would let a newcomer slip in between.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** In libuv's thread pool. The password is brought to one form: 'é' may be typed as one sign or two. */
const run = (password: string, salt: Buffer, { N, r, p }: Cost, length: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options = { N, r, p, maxmem: 256 * N * r };
    scrypt(password.normalize('NFKC'), salt, length, options, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
