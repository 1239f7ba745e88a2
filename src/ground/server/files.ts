// Papers, scans and photos: each kept once under the fingerprint of its bytes, wherever that is.

import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Id } from '#ground/id.ts';

/** The SHA-256 of the content, 64 hexadecimal digits. */
export type FileRef = Id<'file'>;

export type FileStore = {
  /** Resolves once the bytes would survive a power cut; the same bytes again cost nothing. */
  readonly putFile: (bytes: Uint8Array) => Promise<FileRef>;
  /** Throws where the file is missing or no longer what was put in. */
  readonly getFile: (ref: FileRef) => Promise<Uint8Array>;
};

/** A store in a local folder: ab/cdef… */
export function localFiles(folder: string): FileStore {
  const pathOf = (ref: FileRef): string => join(folder, ref.slice(0, 2), ref.slice(2));
  return {
    putFile: async (bytes) => {
      const ref = refOf(bytes);
      if (!(await isThere(pathOf(ref), bytes.length))) await write(pathOf(ref), bytes);
      return ref;
    },
    getFile: async (ref) => {
      if (!pattern.test(ref)) throw new Error('not the name of a file');
      const bytes = await readFile(pathOf(ref));
      if (refOf(bytes) !== ref) throw new Error(`file ${ref} is damaged`);
      return bytes;
    },
  };
}

const pattern = /^[0-9a-f]{64}$/;

const refOf = (bytes: Uint8Array): FileRef =>
  createHash('sha256').update(bytes).digest('hex') as FileRef;

const isThere = async (path: string, size: number): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.size === size;

/** Written beside its place and moved there whole: a reader never meets half a file. */
async function write(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeDurably(draft, bytes);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  // The new names, too, must reach the disk: the file's and, the first time, its folder's.
  for (const parent of [folder, dirname(folder)]) await syncFolder(parent);
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}
