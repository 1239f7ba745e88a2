// What leaves the house is opened without the house: by the age program of Debian, with an exported key.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { armored, newIdentity, openWith, sealTo, type KeyPair } from '#sealed/age.ts';
import { ensureAge } from './age-program.ts';

const tip = Buffer.from('Tin báo ví dụ: mua bán ở bến xe, tối thứ bảy.\n'.repeat(3000));
let folder: string;
let age: string;
let key: KeyPair;
let keyFile: string;

beforeAll(async () => {
  age = ensureAge();
  folder = mkdtempSync(join(tmpdir(), 'age-'));
  key = await newIdentity('classic');
  keyFile = join(folder, 'key.txt');
  writeFileSync(keyFile, `${key.identity}\n`, { mode: 0o600 });
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true }));

const run = (words: readonly string[], input: string | Uint8Array): Buffer => {
  const { status, stdout, stderr } = spawnSync(age, words, { input });
  if (status !== 0) throw new Error(stderr.toString());
  return stdout;
};

describe('the age program', () => {
  it('opens an exported tip with the officer’s exported key', async () => {
    const sealed = await sealTo([key.recipient], tip);
    expect(run(['--decrypt', '--identity', keyFile], sealed).equals(tip)).toBe(true);
  });
  it('opens one that was exported as letters', async () => {
    const text = armored(await sealTo([key.recipient], tip));
    expect(run(['--decrypt', '--identity', keyFile], text).equals(tip)).toBe(true);
  });
  it('opens nothing that was sealed to somebody else', async () => {
    const { recipient } = await newIdentity('classic');
    const sealed = await sealTo([recipient], tip);
    expect(() => run(['--decrypt', '--identity', keyFile], sealed)).toThrow('no identity matched');
  });
  it('seals what we open', async () => {
    const sealed = run(['--encrypt', '--recipient', key.recipient], tip);
    expect(await openWith(key.identity, Uint8Array.from(sealed))).toEqual(Uint8Array.from(tip));
  });
});
