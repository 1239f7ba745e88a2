// The file store: what was put in comes out, or nothing does.

import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localFiles, type FileRef } from './files.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'binh-yen-files-'));
});
afterAll(() => rm(folder, { recursive: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const pathOf = (ref: FileRef): string => join(folder, ref.slice(0, 2), ref.slice(2));

test('what was put in comes out', async () => {
  const { putFile, getFile } = localFiles(folder);
  const ref = await putFile(bytes('kế hoạch'));
  expect(new TextDecoder().decode(await getFile(ref))).toBe('kế hoạch');
});

test('the same content is kept once and leaves no drafts', async () => {
  const { putFile } = localFiles(folder);
  const refs = await Promise.all([putFile(bytes('ảnh')), putFile(bytes('ảnh'))]);
  const ref = await putFile(bytes('ảnh'));
  expect(new Set([...refs, ref]).size).toBe(1);
  expect(await readdir(join(folder, ref.slice(0, 2)))).toEqual([ref.slice(2)]);
});

test('a file cut short by a broken disk is written again', async () => {
  const { putFile, getFile } = localFiles(folder);
  const ref = await putFile(bytes('biên bản họp'));
  await writeFile(pathOf(ref), 'biên');
  await putFile(bytes('biên bản họp'));
  expect(new TextDecoder().decode(await getFile(ref))).toBe('biên bản họp');
});

test('a file changed behind our back is not handed out', async () => {
  const { putFile, getFile } = localFiles(folder);
  const ref = await putFile(bytes('chữ ký'));
  await writeFile(pathOf(ref), 'chữ kỳ');
  await expect(getFile(ref)).rejects.toThrow(/damaged/);
});

test('a name that is no fingerprint never becomes a path', async () => {
  const name = '../../etc/passwd' as FileRef;
  await expect(localFiles(folder).getFile(name)).rejects.toThrow(/not the name/);
});
