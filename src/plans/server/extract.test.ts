// The same paper in four formats gives the same lines.

import { readFileSync } from 'node:fs';
import { Document, Packer, Paragraph } from 'docx';
import { describe, expect, test } from 'vitest';
import { bareDocx, barePdf, docxPart, zipOf } from './bad-files.ts';
import { exampleDocx, exampleLines } from './example-paper.ts';
import { extract } from './extract.ts';

const sample = (name: string): Uint8Array =>
  readFileSync(new URL(`../examples/bytes/${name}`, import.meta.url));
const wordsOf = (lines: readonly string[]): readonly string[] => lines.join(' ').split(/\s+/u);

async function linesOf(bytes: Uint8Array, name: string): Promise<readonly string[]> {
  const read = await extract(bytes, name);
  if (!read.ok) throw new Error(read.refusal);
  return read.value;
}
async function refusalOf(bytes: Uint8Array, name: string): Promise<string> {
  const read = await extract(bytes, name);
  return read.ok ? read.value.join('\n') : read.refusal;
}

describe('the same paper gives the same lines', () => {
  const text = exampleLines().join('\n');

  test('as .docx, its list signs written by Word', async () => {
    expect(await linesOf(await exampleDocx(), 'a.docx')).toEqual(exampleLines());
  });

  test('as .doc', async () => {
    expect(await linesOf(sample('example.doc'), 'a.doc')).toEqual(exampleLines());
  });

  test('as PDF, but for the breaks of lines and the page number', async () => {
    const lines = await linesOf(sample('example.pdf'), 'a.pdf');
    expect(wordsOf(lines)).toEqual([...wordsOf(exampleLines()), '1']);
    expect(lines).toContain(
      '1\tKhảo sát địa bàn, lắng nghe ý kiến từng hộ\tCông an xã\tTrưởng bản\thoàn thành trong tháng 3',
    );
  });

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['decomposed', Buffer.from(text.normalize('NFD'))],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 the other way round', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['lines of Windows', Buffer.from(text.replaceAll('\n', '\r\n'))],
  ])('as text: %s', async (_, bytes) => {
    expect(await linesOf(bytes, 'a.txt')).toEqual(exampleLines());
  });

  test('as text in Windows-1258, accents behind their letters', async () => {
    const bytes = Buffer.from('K\xEA\xEC hoa\xF2ch x\xE2y d\xFD\xF2ng m\xF4 hi\xCCnh', 'latin1');
    expect(await linesOf(bytes, 'a.txt')).toEqual(['Kế hoạch xây dựng mô hình']);
  });
});

describe('a .docx', () => {
  const p = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

  test('gives a line for every line break, and a dash for a hyphen that does not break', async () => {
    const body =
      '<w:p><w:r><w:t>Số: 1</w:t><w:noBreakHyphen/><w:t>KH</w:t><w:br/><w:t>dưới</w:t></w:r></w:p>';
    expect(await linesOf(bareDocx(body), 'a.docx')).toEqual(['Số: 1-KH', 'dưới']);
  });

  test('gives the text of a text box once, before the paragraph it hangs on', async () => {
    const box = `<w:txbxContent>${p('PHÊ DUYỆT')}</w:txbxContent>`;
    const body = `<w:p><w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent><w:t>KẾ HOẠCH</w:t></w:r></w:p>`;
    expect(await linesOf(bareDocx(body), 'a.docx')).toEqual(['PHÊ DUYỆT', 'KẾ HOẠCH']);
  });

  test('leaves out what was deleted or moved away, and what commands a field', async () => {
    const body = `<w:p><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>đi</w:t></w:r></w:moveFrom><w:r><w:instrText>PAGE</w:instrText></w:r><w:ins><w:r><w:t>mới</w:t></w:r></w:ins></w:p>`;
    expect(await linesOf(bareDocx(body), 'a.docx')).toEqual(['mới']);
  });

  test('gives its footnotes behind the page', async () => {
    const note = Buffer.from(`<w:footnotes xmlns:w="w">${p('Theo số liệu của xã')}</w:footnotes>`);
    const page = docxPart(`<w:document xmlns:w="w">${p('KẾ HOẠCH')}</w:document>`);
    const file = zipOf([page, { name: 'word/footnotes.xml', bytes: note }]);
    expect(await linesOf(file, 'a.docx')).toEqual(['KẾ HOẠCH', 'Theo số liệu của xã']);
  });
});

describe('a PDF', () => {
  test('does not tear a word whose accents are written apart, nor take a frame for a table', async () => {
    const line = '(Ke hoach xay dung mo hinh tai ban Suoi Trong) Tj 0 -16 Td ';
    const frame = '50 50 500 750 re S ';
    const lines = await linesOf(
      barePdf(`${frame}BT /F 12 Tf 60 700 Td ${line.repeat(3)} ET`),
      'a.pdf',
    );
    expect(lines).toEqual([
      Array(3).fill('Ke hoach xay dung mo hinh tai ban Suoi Trong').join(' '),
    ]);
  });

  test('reads two columns one after the other, however tight their first line', async () => {
    const at = (x: number, y: number, text: string): string =>
      `BT /F 12 Tf ${x} ${y} Td (${text}) Tj ET `;
    const drawing =
      at(60, 780, 'UY BAN NHAN DAN XA MUONG LAN') +
      at(290, 780, 'CONG HOA XA HOI CHU NGHIA VIET NAM') +
      at(60, 764, 'So: 1/KH-UBND') +
      at(330, 764, 'Doc lap - Tu do - Hanh phuc') +
      at(250, 720, 'KE HOACH') +
      at(100, 700, 'Xay dung mo hinh ban binh yen khong ma tuy tai ban Suoi Trong nam nay');
    expect(await linesOf(barePdf(drawing), 'a.pdf')).toEqual([
      'UY BAN NHAN DAN XA MUONG LAN',
      'So: 1/KH-UBND',
      'CONG HOA XA HOI CHU NGHIA VIET NAM',
      'Doc lap - Tu do - Hanh phuc',
      '',
      'KE HOACH',
      'Xay dung mo hinh ban binh yen khong ma tuy tai ban Suoi Trong nam nay',
    ]);
  });
});

describe('a file that is not read', () => {
  const png = Buffer.from('\x89PNG\r\n\x1A\n', 'latin1');
  const tcvn3 =
    'C«ng an tØnh. KÕ ho¹ch x©y dùng m« h×nh phßng chèng téi ph¹m vÒ ma tuý t¹i xãm Suèi Trong';
  const vni =
    'Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam. Keá hoaïch xaây döïng moâ hình phoøng choáng toäi phaïm';

  test.each([
    ['empty', 'spaces only', Buffer.from(' \n\t\n'), 'a.txt'],
    ['empty', 'a .docx without words', bareDocx('<w:p/>'), 'a.docx'],
    ['unknown-type', 'a picture', png, 'a.png'],
    ['unknown-type', 'an unknown ending', Buffer.from('KẾ HOẠCH'), 'a.md'],
    ['unknown-type', 'a zip of something else', zipOf([{ name: 'a', bytes: png }]), 'a'],
    ['type-differs', 'a picture named .pdf', png, 'a.pdf'],
    ['type-differs', 'a PDF named .docx', sample('example.pdf'), 'a.docx'],
    ['type-differs', 'a .doc named .docx', sample('example.doc'), 'a.docx'],
    ['type-differs', 'a text named .doc', Buffer.from('KẾ HOẠCH'), 'a.doc'],
    [
      'type-differs',
      'a zip of something else named .docx',
      zipOf([{ name: 'a', bytes: png }]),
      'a.docx',
    ],
    ['damaged', 'half a .doc', sample('example.doc').subarray(0, 9000), 'a.doc'],
    ['damaged', 'a PDF that breaks off', barePdf('BT ET').subarray(0, 60), 'a.pdf'],
    ['damaged', 'a .docx that breaks off', bareDocx('<w:p/>').subarray(0, 120), 'a.docx'],
    [
      'damaged',
      'a .docx whose XML is not closed',
      zipOf([docxPart('<w:document><w:p>')]),
      'a.docx',
    ],
    ['damaged', 'bytes of no kind', Buffer.from([0, 1, 2, 3]), 'a.pdf'],
    ['password', 'a locked .docx', sample('locked.docx'), 'a.docx'],
    ['password', 'a locked .doc', sample('locked.doc'), 'a.doc'],
    ['password', 'a locked PDF', sample('locked.pdf'), 'a.pdf'],
    ['scan-without-text', 'a scan', sample('scan.pdf'), 'a.pdf'],
    ['old-encoding', 'TCVN3', Buffer.from(tcvn3), 'a.txt'],
    ['old-encoding', 'TCVN3 as it lies on the disk', Buffer.from(tcvn3, 'latin1'), 'a.txt'],
    ['old-encoding', 'VNI', Buffer.from(vni), 'a.txt'],
  ])('%s: %s', async (refusal, _, bytes, name) => {
    expect(await refusalOf(bytes, name)).toBe(refusal);
  });

  test('old-encoding: TCVN3 in a .docx', async () => {
    const document = new Document({ sections: [{ children: [new Paragraph(tcvn3)] }] });
    expect(await refusalOf(new Uint8Array(await Packer.toBuffer(document)), 'a.docx')).toBe(
      'old-encoding',
    );
  });

  test('scan-without-text: a picture pasted into a .docx', async () => {
    const picture = { name: 'word/media/image1.png', bytes: png };
    const page = docxPart('<w:document><w:p/></w:document>');
    expect(await refusalOf(zipOf([page, picture]), 'a.docx')).toBe('scan-without-text');
  });

  test('but quotation marks, m², ± and names from abroad are no old encoding', async () => {
    const honest =
      '«Bản bình yên» rộng 12 m² ± 1, do ông Müller và bà Françoise tặng; 25 °C · ½ ngày';
    expect(
      await refusalOf(Buffer.from(`${honest}\n${exampleLines().join('\n')}`), 'a.txt'),
    ).toContain(honest);
  });
});

describe('a zip bomb', () => {
  const part = (bytes: number): { name: string; bytes: Uint8Array } => ({
    name: `word/media/${bytes}.bmp`,
    bytes: new Uint8Array(bytes),
  });
  const page = docxPart('<w:document><w:p><w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p></w:document>');
  const megabyte = 1024 * 1024;

  test.each([
    ['text that unfolds to 20 MB', [docxPart(' '.repeat(20 * megabyte))]],
    ['pictures that shrink a thousandfold', [page, part(12 * megabyte)]],
    [
      'thousands of parts',
      Array.from({ length: 4100 }, (_, at) => ({ ...part(1), name: `${at}` })),
    ],
    ['more than 300 MB in all', [page, { ...part(10), claims: 400 * megabyte }]],
  ])('is refused by its directory: %s', async (_, parts) => {
    expect(await refusalOf(zipOf(parts), 'a.docx')).toBe('zip-bomb');
  });

  test('that lies about its size is stopped where it passes what it said', async () => {
    const liar = { ...docxPart(' '.repeat(9 * megabyte)), claims: 1000 };
    expect(await refusalOf(zipOf([liar]), 'a.docx')).toBe('damaged');
  });
});

test('a cell over several rows of a .docx stands in each, one over several columns leaves them empty', async () => {
  const cell = (text: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
  const rows = [
    cell('STT', '<w:vMerge w:val="restart"/>') +
      cell('Đơn vị', '<w:gridSpan w:val="2"/>') +
      cell('Ghi chú'),
    cell('', '<w:vMerge/>') + cell('Chủ trì') + cell('Phối hợp') + cell('có'),
  ];
  const table = `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;
  expect(await linesOf(bareDocx(table), 'a.docx')).toEqual([
    'STT\tĐơn vị\t\tGhi chú',
    'STT\tChủ trì\tPhối hợp\tcó',
  ]);
});

test('upright strokes part the cells of a table in plain text', async () => {
  const text = '| STT | Nội dung |\n|-----|-----|\n| 1 | Họp thôn |\nNói a | b thôi';
  expect(await linesOf(Buffer.from(text), 'a.txt')).toEqual([
    'STT\tNội dung',
    '-----\t-----',
    '1\tHọp thôn',
    'Nói a | b thôi',
  ]);
});

test('a table set with blanks is one while its rows have as many gaps as its head', async () => {
  const text = 'STT   Nội dung    Thời gian\n1     Họp thôn    Tháng 4\nBà con  cùng làm';
  expect(await linesOf(Buffer.from(text), 'a.txt')).toEqual([
    'STT\tNội dung\tThời gian',
    '1\tHọp thôn\tTháng 4',
    'Bà con  cùng làm',
  ]);
});
