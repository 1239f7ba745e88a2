// Whether a folder can take backups: it is there, it can be written to, and it does not lie in the data itself.

import { randomUUID } from 'node:crypto';
import { realpath, rm, stat, writeFile } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { done, refused, type Outcome } from '#ground/outcome.ts';

export type FolderRefusal = 'folder missing' | 'folder not writable' | 'folder in data';

/** Writes a small file there and removes it again. */
export async function checkBackupFolder(
  folder: string,
  dataFolder: string,
): Promise<Outcome<true, FolderRefusal>> {
  const found = await findFolder(folder);
  if (!found) return refused('folder missing');
  const data = (await findFolder(dataFolder)) ?? dataFolder;
  if (isInside(found, data)) return refused('folder in data');
  const probe = join(found, `binh-yen-${randomUUID()}`);
  try {
    await writeFile(probe, '', { flag: 'wx' });
    await rm(probe);
    return done(true);
  } catch {
    return refused('folder not writable');
  }
}

/** By its real name: a link into the data folder lies in the data folder. */
async function findFolder(path: string): Promise<string | undefined> {
  try {
    const real = await realpath(path);
    return (await stat(real)).isDirectory() ? real : undefined;
  } catch {
    return undefined;
  }
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
