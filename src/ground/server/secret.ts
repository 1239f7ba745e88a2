// The installation's own secret: made once, kept beside the data, readable by nobody else.

import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** 64 hexadecimal digits. Two processes starting at once get the same one. */
export async function getSecret(dataFolder: string): Promise<string> {
  const path = join(dataFolder, 'secret');
  try {
    await writeFile(path, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return (await readFile(path, 'utf8')).trim();
}
