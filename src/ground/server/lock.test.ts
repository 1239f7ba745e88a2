// The lock on a data folder: held by the living only.

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { takeLock } from './lock.ts';
import { findStart } from './processes.ts';

const folder = mkdtempSync(join(tmpdir(), 'binh-yen-lock-'));
afterAll(() => rmSync(folder, { recursive: true }));

const held = { ok: false, refusal: { kind: 'locked', pid: process.pid } };

test('who comes second is told the first one’s process', () => {
  expect(takeLock(join(folder, 'two')).ok).toBe(true);
  expect(takeLock(join(folder, 'two'))).toEqual(held);
});

test('what was given back can be taken again, and nothing else is left lying about', () => {
  const inside = join(folder, 'again');
  const first = takeLock(join(inside, 'lock'));
  if (first.ok) first.value();
  expect(readdirSync(inside)).toEqual([]);
  expect(takeLock(join(inside, 'lock')).ok).toBe(true);
  expect(readdirSync(inside)).toEqual(['lock']);
});

test('the lock of a process that was killed counts for nothing', () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  writeFileSync(join(folder, 'dead'), `${pid} some-boot 12345\n`);
  expect(takeLock(join(folder, 'dead')).ok).toBe(true);
});

test('nor does that of a dead process whose id somebody else has now', () => {
  writeFileSync(join(folder, 'reused'), `${process.pid} some-boot 12345\n`);
  expect(takeLock(join(folder, 'reused')).ok).toBe(true);
});

test('a lock of which only half was written counts for nothing', () => {
  writeFileSync(join(folder, 'half'), String(process.pid));
  expect(takeLock(join(folder, 'half')).ok).toBe(true);
});

test('another process’s lock is kept, and is not removed by giving back one’s own', () => {
  const file = join(folder, 'other');
  const mine = takeLock(file);
  const parent = process.ppid;
  writeFileSync(file, `${parent} ${findStart(parent)}\n`);
  if (mine.ok) mine.value();
  expect(takeLock(file)).toEqual({ ok: false, refusal: { kind: 'locked', pid: parent } });
});

test('where no file can be written there is no lock', () => {
  writeFileSync(join(folder, 'file'), '');
  const lock = takeLock(join(folder, 'file/lock'));
  expect(lock).toEqual({
    ok: false,
    refusal: { kind: 'no lock', file: join(folder, 'file/lock') },
  });
});
