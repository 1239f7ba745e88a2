// The container of a .doc (a small file system of 1993): its streams by name, every jump bounded.

export type OleStreams = {
  readonly names: readonly string[];
  /** Throws where the stream is missing or its chain is broken. */
  readonly read: (name: string) => Buffer;
};

type Entry = { readonly name: string; readonly start: number; readonly size: number };
type Sectors = { readonly table: readonly number[]; readonly at: (sector: number) => Buffer };

const endOfChain = 0xfffffffe;
const entryBytes = 128;

/** Throws where the container is damaged. */
export function openOle(bytes: Uint8Array): OleStreams {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const sectors = mainSectors(file);
  const directory = chain(sectors, file.readUInt32LE(0x30));
  const entries = entriesOf(directory);
  const root = entries[0];
  const small = smallSectors(file, sectors, root);
  const smallBelow = file.readUInt32LE(0x38);
  return {
    names: entries.map((entry) => entry.name),
    read: (name) => {
      const entry = entries.find((candidate) => candidate.name === name);
      if (entry === undefined) throw new Error(`no stream ${name}`);
      return chain(entry.size < smallBelow ? small : sectors, entry.start).subarray(0, entry.size);
    },
  };
}

function mainSectors(file: Buffer): Sectors {
  const bytes = 2 ** Math.min(16, file.readUInt16LE(0x1e));
  const at = (sector: number): Buffer => slice(file, (sector + 1) * bytes, bytes);
  const table = tableSectors(file, at).flatMap((sector) => numbers(at(sector)));
  return { table, at };
}

/** The first 109 sectors of the table stand in the header, further ones in a chain of their own. */
function tableSectors(file: Buffer, at: Sectors['at']): readonly number[] {
  const found = numbers(file.subarray(0x4c, 0x200));
  let next = file.readUInt32LE(0x44);
  for (let left = file.readUInt32LE(0x48); left > 0 && next < endOfChain; left--) {
    const more = numbers(at(next));
    next = more.pop() ?? endOfChain;
    found.push(...more);
  }
  return found.filter((sector) => sector < endOfChain - 1).slice(0, file.readUInt32LE(0x2c));
}

/** Short streams lie in 64-byte sectors inside the root entry's stream. */
function smallSectors(file: Buffer, sectors: Sectors, root: Entry | undefined): Sectors {
  const start = file.readUInt32LE(0x3c);
  if (root === undefined || start >= endOfChain) return { table: [], at: () => Buffer.alloc(0) };
  const bytes = 2 ** Math.min(12, file.readUInt16LE(0x20));
  const content = chain(sectors, root.start);
  return {
    table: numbers(chain(sectors, start)),
    at: (sector) => slice(content, sector * bytes, bytes),
  };
}

/** A chain longer than its table goes in a circle. */
function chain(sectors: Sectors, start: number): Buffer {
  const parts: Buffer[] = [];
  for (let sector = start; sector < endOfChain; sector = sectors.table[sector] ?? endOfChain) {
    if (parts.length > sectors.table.length) throw new Error('a chain of sectors without an end');
    parts.push(sectors.at(sector));
  }
  return Buffer.concat(parts);
}

function entriesOf(directory: Buffer): readonly Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at + entryBytes <= directory.length; at += entryBytes) {
    const nameBytes = Math.max(0, Math.min(64, directory.readUInt16LE(at + 64)) - 2);
    entries.push({
      name: directory.toString('utf16le', at, at + nameBytes),
      start: directory.readUInt32LE(at + 116),
      size: directory.readUInt32LE(at + 120),
    });
  }
  return entries;
}

const numbers = (bytes: Buffer): number[] =>
  Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => bytes.readUInt32LE(at * 4));

/** The last sector of a file may be cut short; one that starts behind the end is damage. */
function slice(from: Buffer, start: number, bytes: number): Buffer {
  if (start >= from.length) throw new RangeError('a sector behind the end of the file');
  return from.subarray(start, start + bytes);
}
