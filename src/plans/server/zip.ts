// Opens a zip without trusting it: its directory is judged first, and parts are inflated one by one.

import type { Readable } from 'node:stream';
import { text as textOf } from 'node:stream/consumers';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import type { ReadRefusal } from '../plan.ts';

const megabyte = 1024 * 1024;

/**
 * Limits of an honest paper. A .docx of 20 MB is photographs, which hardly shrink; its text is
 * under 2 MB of XML. 16 MB of XML is about what the reader walks in 2 s and 150 MB of memory,
 * and deflate reaches 1000:1 only on repetition no person typed.
 */
const mostEntries = 4000;
const mostTotalBytes = 300 * megabyte;
const mostPartBytes = 16 * megabyte;
const mostRatio = 200;
const ratioCountsFromBytes = 8 * megabyte;

export type Zip = {
  readonly names: readonly string[];
  /** The text of one part; null where the zip has none of that name. */
  readonly read: (name: string) => Promise<string | null>;
};

/** Refuses what could fill the memory; throws where the zip is damaged. */
export async function openZip(bytes: Uint8Array): Promise<Outcome<Zip, ReadRefusal>> {
  const file = await open(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  if (file.entryCount > mostEntries) return refused('zip-bomb');
  const entries = await listEntries(file);
  if (isBomb(entries, bytes.length)) return refused('zip-bomb');
  if (entries.some((entry) => entry.isEncrypted())) return refused('password');
  const byName = new Map(entries.map((entry) => [entry.fileName, entry]));
  return done({ names: [...byName.keys()], read: (name) => readPart(file, byName.get(name)) });
}

const open = async (buffer: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true }, (error, file) =>
      error === null ? resolve(file) : reject(error),
    );
  });

const listEntries = async (file: ZipFile): Promise<readonly Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    file.on('entry', (entry: Entry) => {
      entries.push(entry);
      file.readEntry();
    });
    file.on('end', () => resolve(entries));
    file.on('error', reject);
    file.readEntry();
  });

function isBomb(entries: readonly Entry[], fileBytes: number): boolean {
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (total > mostTotalBytes) return true;
  if (entries.some((entry) => isXml(entry) && entry.uncompressedSize > mostPartBytes)) return true;
  return total > ratioCountsFromBytes && total > fileBytes * mostRatio;
}

const isXml = (entry: Entry): boolean => /\.(?:xml|rels)$/iu.test(entry.fileName);

/** yauzl stops with an error where a part inflates to more than the directory says. */
async function readPart(file: ZipFile, entry: Entry | undefined): Promise<string | null> {
  if (entry === undefined) return null;
  const stream = await new Promise<Readable>((resolve, reject) => {
    file.openReadStream(entry, (error, part) => (error === null ? resolve(part) : reject(error)));
  });
  return textOf(stream);
}
