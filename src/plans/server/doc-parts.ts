// The streams of a .doc (MS-DOC, Word 97 to 2003) as text and the properties of its paragraphs.

/** What the text walk needs to know of the paragraph that ends at a character. */
export type ParagraphProperties = {
  readonly inTable: boolean;
  readonly endsRow: boolean;
  /** Number of the list in the file's table of lists, from 1; 0 where it is in none. */
  readonly list: number;
  readonly level: number;
};

export type DocText = {
  readonly text: string;
  /** Properties of the paragraph whose mark is the character at this place of the text. */
  readonly propertiesAt: (place: number) => ParagraphProperties;
};

type Piece = {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
  readonly wide: boolean;
};
type PropertyRun = {
  readonly from: number;
  readonly to: number;
  readonly properties: ParagraphProperties;
};

const plain: ParagraphProperties = { inTable: false, endsRow: false, list: 0, level: 0 };

/** Where the file information block keeps the offset of a table; its length follows 4 bytes on. */
const paragraphTable = 0x102;
const pieceTable = 0x1a2;

export function docText(main: Buffer, tables: Buffer): DocText {
  const pieces = piecesOf(part(main, tables, pieceTable));
  const runs = propertyRuns(main, part(main, tables, paragraphTable));
  return {
    text: pieces.map((piece) => textOf(main, piece)).join(''),
    propertiesAt: (place) => {
      const piece = pieces.find(({ from, to }) => place >= from && place < to);
      if (piece === undefined) return plain;
      return findRun(runs, piece.offset + (place - piece.from) * (piece.wide ? 2 : 1)) ?? plain;
    },
  };
}

/** A part of the table stream, empty where the file has none. */
export function part(main: Buffer, tables: Buffer, place: number): Buffer {
  const offset = main.readUInt32LE(place);
  return tables.subarray(offset, offset + main.readUInt32LE(place + 4));
}

/** The text lies in pieces all over the stream; the piece table follows saved property changes. */
function piecesOf(clx: Buffer): readonly Piece[] {
  let at = 0;
  while (clx.readUInt8(at) === 1) at += 3 + clx.readUInt16LE(at + 1);
  const count = Math.floor((clx.readUInt32LE(at + 1) - 4) / 12);
  const places = at + 5;
  const descriptions = places + (count + 1) * 4;
  return Array.from({ length: Math.min(count, clx.length) }, (_, piece) => {
    const offset = clx.readUInt32LE(descriptions + piece * 8 + 2);
    const wide = (offset & 0x40000000) === 0;
    return {
      from: clx.readUInt32LE(places + piece * 4),
      to: clx.readUInt32LE(places + piece * 4 + 4),
      offset: wide ? offset : (offset & 0x3fffffff) / 2,
      wide,
    };
  });
}

function textOf(main: Buffer, { from, to, offset, wide }: Piece): string {
  const end = offset + Math.max(0, to - from) * (wide ? 2 : 1);
  const bytes = main.subarray(offset, end);
  return new TextDecoder(wide ? 'utf-16le' : 'windows-1252', { ignoreBOM: true }).decode(bytes);
}

/** Paragraph properties stand in pages of 512 bytes, by place in the file, ascending. */
function propertyRuns(main: Buffer, table: Buffer): readonly PropertyRun[] {
  const count = Math.floor((table.length - 4) / 8);
  const runs: PropertyRun[] = [];
  for (let at = 0; at < count; at++) {
    const start = (table.readUInt32LE((count + 1) * 4 + at * 4) & 0x3fffff) * 512;
    runs.push(...runsOfPage(main.subarray(start, start + 512)));
  }
  return runs.toSorted((one, other) => one.from - other.from);
}

function runsOfPage(page: Buffer): readonly PropertyRun[] {
  const count = page.readUInt8(511);
  return Array.from({ length: count }, (_, at) => {
    const offset = page.readUInt8((count + 1) * 4 + at * 13) * 2;
    return {
      from: page.readUInt32LE(at * 4),
      to: page.readUInt32LE(at * 4 + 4),
      properties: offset === 0 ? plain : propertiesOf(changes(page, offset)),
    };
  });
}

/** The list of changes behind a length byte (in words); a zero says the next byte is the length. */
function changes(page: Buffer, offset: number): Buffer {
  const words = page.readUInt8(offset);
  return words === 0
    ? page.subarray(offset + 4, offset + 2 + page.readUInt8(offset + 1) * 2)
    : page.subarray(offset + 3, offset + words * 2);
}

function propertiesOf(changed: Buffer): ParagraphProperties {
  const properties = { ...plain };
  for (let at = 0; at + 2 < changed.length;) {
    const code = changed.readUInt16LE(at);
    at += 2;
    if (code === 0x2416) properties.inTable = changed.readUInt8(at) === 1;
    else if (code === 0x2417) properties.endsRow = changed.readUInt8(at) === 1;
    else if (code === 0x260a) properties.level = changed.readUInt8(at);
    else if (code === 0x460b && at + 1 < changed.length) properties.list = changed.readUInt16LE(at);
    at += valueBytes(code, changed, at);
  }
  return properties;
}

/** The three highest bits of a change's code tell how long its value is. */
function valueBytes(code: number, changed: Buffer, at: number): number {
  const size = [1, 1, 2, 4, 2, 2, null, 3][code >> 13];
  if (size !== null && size !== undefined) return size;
  if (code === 0xd608) return changed.readUInt16LE(at) + 1;
  return changed.readUInt8(at) + 1;
}

/** Binary search: a long paper has thousands of runs. */
function findRun(runs: readonly PropertyRun[], offset: number): ParagraphProperties | null {
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const at = (low + high) >> 1;
    const run = runs[at];
    if (run === undefined) return null;
    if (offset < run.from) high = at - 1;
    else if (offset >= run.to) low = at + 1;
    else return run.properties;
  }
  return null;
}
