// Files for tests that a writer of papers does not make: bare zips, bombs, bare PDFs.

import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

export type ZipPart = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the directory says of the part's size, where it lies. */
  readonly claims?: number;
};

/** A zip of deflated parts. */
export function zipOf(parts: readonly ZipPart[]): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const packed = deflateRawSync(part.bytes);
    const about = zipNumbers(part, packed.length);
    const name = Buffer.from(part.name);
    const head = Buffer.concat([Buffer.from('PK\x03\x04\x14\0', 'latin1'), about, name]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\0\x14\0', 'latin1'), about, place, name);
    bodies.push(head, packed);
    offset += head.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...bodies, list, end]));
}

/** Flags, method, time, checksum and sizes, as they stand both before a part and in the list. */
function zipNumbers({ name, bytes, claims }: ZipPart, packed: number): Buffer {
  const numbers = Buffer.alloc(24);
  numbers.writeUInt16LE(8, 2);
  numbers.writeUInt32LE(crc32(bytes), 8);
  numbers.writeUInt32LE(packed, 12);
  numbers.writeUInt32LE(claims ?? bytes.length, 16);
  numbers.writeUInt16LE(Buffer.byteLength(name), 20);
  return numbers;
}

export const docxPart = (xml: string): ZipPart => ({
  name: 'word/document.xml',
  bytes: Buffer.from(xml),
});

/** A .docx of nothing but its text; the XML goes between the body's tags. */
export const bareDocx = (body: string): Uint8Array =>
  zipOf([docxPart(`<w:document xmlns:w="w" xmlns:mc="mc"><w:body>${body}</w:body></w:document>`)]);

/** A PDF of one page that draws this, squeezed as given. */
export function barePdf(drawing: string | Buffer): Uint8Array {
  const packed = deflateSync(drawing);
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F <</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>>>>>>>',
    `<</Filter/FlateDecode/Length ${packed.length}>>stream\n${packed.toString('latin1')}\nendstream`,
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 5\n0000000000 65535 f \n${offsets.join('')}`;
  const end = `trailer<</Size 5/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`;
  return new Uint8Array(Buffer.from(file + table + end, 'latin1'));
}
