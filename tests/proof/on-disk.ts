// Where something said could have been left: every file of the data folder, what was printed, what processes show.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The names of all places in which one of these stands, as text or as the database writes bytes. */
export function findOnDisk(folder: string, secrets: readonly string[]): string[] {
  const wanted = secrets.flatMap(writtenForms);
  return filesIn(folder).flatMap((path) => {
    const bytes = read(path);
    return wanted.some((form) => bytes.includes(form)) ? [path] : [];
  });
}

export const standsIn = (text: string | Buffer, secrets: readonly string[]): boolean => {
  const bytes = Buffer.from(text);
  return secrets.flatMap(writtenForms).some((form) => bytes.includes(form));
};

/** As it is, decomposed, in base64 at each of its three offsets, in hexadecimal, in UTF-16. */
function writtenForms(secret: string): Buffer[] {
  const bytes = Buffer.from(secret);
  const base64 = [0, 1, 2].map((offset) => {
    const shifted = Buffer.concat([Buffer.alloc(offset), bytes]);
    // What shares a sign with its neighbours differs with them.
    return shifted.toString('base64').slice(offset === 0 ? 0 : offset + 1, -4);
  });
  return [
    bytes,
    Buffer.from(secret.normalize('NFD')),
    Buffer.from(secret, 'utf16le'),
    Buffer.from(bytes.toString('hex')),
    ...base64.map((text) => Buffer.from(text)),
    ...base64.map((text) => Buffer.from(text.replaceAll('+', '-').replaceAll('/', '_'))),
  ];
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** A file may be gone again: PostgreSQL tidies while we look. */
function read(path: string): Buffer {
  try {
    return statSync(path).isFile() ? readFileSync(path) : Buffer.alloc(0);
  } catch {
    return Buffer.alloc(0);
  }
}

/** What anybody on the machine can read of a process. */
export const shownBy = (pid: number): Buffer =>
  Buffer.concat(['cmdline', 'environ'].map((name) => read(`/proc/${pid}/${name}`)));
