// The DOCX is opened again: margins, fonts, styles, tables, page numbers, text in order.

import mammoth from 'mammoth';
import { beforeAll, describe, expect, test } from 'vitest';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { day } from '#ground/day.ts';
import { exampleLaw } from '#law/example-law.ts';
import { exampleCharts } from '../example-charts.ts';
import { examplePaper } from '../example-paper.ts';
import { formOn } from '../measures.ts';
import type { Block } from '../paper.ts';
import { paperToDocx } from './docx.ts';

type Parts = ReadonlyMap<string, Buffer>;

const openZip = (bytes: Uint8Array): Promise<ZipFile> =>
  new Promise((resolve, reject) =>
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    ),
  );

async function partsOf(docx: Uint8Array): Promise<Parts> {
  const zip = await openZip(docx);
  const parts = new Map<string, Buffer>();
  return new Promise((resolve, reject) => {
    zip.on('end', () => resolve(parts)).on('error', reject);
    zip.on('entry', (entry: Entry) =>
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          parts.set(entry.fileName, Buffer.concat(chunks));
          zip.readEntry();
        });
      }),
    );
    zip.readEntry();
  });
}

const example = examplePaper(exampleCharts());
const form = formOn(exampleLaw, example.header.date, day('2026-11-23'));

describe('the example as DOCX', () => {
  let docx: Uint8Array;
  let parts: Parts;
  const part = (name: string): string => {
    const found = parts.get(name);
    if (!found) throw new Error(`${name} is not among ${[...parts.keys()].join(', ')}`);
    return found.toString('utf8');
  };
  const styleOf = (id: string): string => {
    const found = new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 'su').exec(
      part('word/styles.xml'),
    );
    if (!found) throw new Error(`no style ${id}`);
    return found[0];
  };
  /** Style and text of every paragraph, in order. */
  const paragraphs = (): { style: string; text: string }[] =>
    [...part('word/document.xml').matchAll(/<w:p>.*?<\/w:p>/gsu)].map(([xml]) => ({
      style: /<w:pStyle w:val="(\w+)"/u.exec(xml)?.[1] ?? '',
      text: [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/gu)].map(([, text]) => text).join(''),
    }));

  beforeAll(async () => {
    docx = await paperToDocx(example, form);
    parts = await partsOf(docx);
  });

  test('is A4 with the prescribed margins', () => {
    const xml = part('word/document.xml');
    expect(xml).toMatch(/<w:pgSz [^>]*w:w="11906"[^>]*w:h="16838"/u);
    const margins = /<w:pgMar [^>]*>/u.exec(xml)?.[0] ?? '';
    for (const [side, twips] of Object.entries({ top: 1134, bottom: 1134, left: 1701, right: 850 }))
      expect(margins).toContain(`w:${side}="${twips}"`);
  });

  test('names Times New Roman for every script and speaks Vietnamese', () => {
    const defaults =
      /<w:docDefaults>.*?<\/w:docDefaults>/su.exec(part('word/styles.xml'))?.[0] ?? '';
    for (const script of ['ascii', 'hAnsi', 'eastAsia', 'cs'])
      expect(defaults).toContain(`w:${script}="Times New Roman"`);
    expect(defaults).toMatch(/<w:lang [^>]*w:val="vi-VN"/u);
    const fonts = part('word/styles.xml').match(/<w:rFonts [^>]*>/gu) ?? [];
    const faces = [...fonts.join('').matchAll(/="([^"]+)"/gu)];
    expect(new Set(faces.map(([, face]) => face))).toEqual(new Set(['Times New Roman']));
  });

  test('gives each component a style of its own in the prescribed size and form', () => {
    const sizes = { Country: 24, Motto: 26, Agency: 24, Number: 26, PlaceDate: 26, PaperTitle: 28 };
    for (const [id, half] of Object.entries({
      ...sizes,
      Body: 28,
      RecipientsLabel: 24,
      Recipients: 22,
    }))
      expect(styleOf(id)).toMatch(new RegExp(`<w:sz w:val="(${half}|${half / 2}pt)"`, 'u'));
    expect(styleOf('PlaceDate')).toContain('<w:i/>');
    expect(styleOf('RecipientsLabel')).toMatch(/<w:b\/>.*<w:i\/>/su);
    expect(styleOf('AgencyAbove')).toMatch(/<w:b w:val="false"\/>/u);
    expect(styleOf('Body')).toContain('<w:jc w:val="both"/>');
    expect(styleOf('Body')).toMatch(/<w:ind [^>]*w:firstLine="720"/u);
    expect(styleOf('Body')).toMatch(/<w:spacing [^>]*w:after="120"/u);
    expect(styleOf('Heading1')).toContain('<w:keepNext/>');
  });

  test('numbers its pages at the top, with a first page that has none', () => {
    expect(part('word/document.xml')).toContain('<w:titlePg/>');
    const headers = [...parts.keys()].filter((name) => /header\d\.xml$/u.test(name)).map(part);
    expect(headers).toHaveLength(2);
    expect(headers.filter((xml) => />\s*PAGE\s*</u.test(xml))).toHaveLength(1);
    expect(styleOf('PageNumber')).toContain('<w:jc w:val="center"/>');
  });

  test('says everything in order, each part in its style', () => {
    const wanted = [
      ['Agency', 'BAN CHỦ NHIỆM MÔ HÌNH'],
      ['Country', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['Motto', 'Độc lập - Tự do - Hạnh phúc'],
      ['Number', 'Số: 05/BC-BCN'],
      ['PlaceDate', 'Phú Thịnh, ngày 05 tháng 11 năm 2026'],
      ['PaperTitle', 'BÁO CÁO'],
      ['Subject', 'Sơ kết sáu tháng thực hiện mô hình “Phòng, chống tội phạm'],
      ['Addressees', 'Công an xã Phú Thịnh.'],
      ['Heading1', 'I. ĐẶC ĐIỂM TÌNH HÌNH'],
      ['Heading2', '1. Địa bàn và dân cư'],
      ['TableCaption', 'Bảng 1. Tiến độ sáu bước xây dựng mô hình'],
      ['Heading3', 'a) Phát tờ rơi đến 152 hộ, mỗi quý một lần.'],
      ['ChartCaption', 'Biểu đồ 1. Tiến độ các bước so với kế hoạch'],
      ['Body', 'Trên đây là báo cáo sơ kết sáu tháng hoạt động của mô hình./.'],
      ['Recipients', 'Lưu: VT, BCN (02).'],
      ['SignedBy', 'TRƯỞNG BAN'],
      ['SignedName', 'Người Ký Mẫu'],
    ];
    const all = paragraphs();
    const places = wanted.map(([style, text]) =>
      all.findIndex((each) => each.style === style && each.text === text),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('sets every item, addressee and recipient in a list of Word whose sign is “-”', () => {
    const xml = part('word/document.xml');
    const listed = [...xml.matchAll(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gsu)]
      .map(([each]) => each)
      .filter((each) => /<w:pStyle w:val="(Item|Addressees|Recipients)"/u.test(each))
      .filter((each) => each.includes('<w:t'));
    expect(listed).toHaveLength(6 + 2 + 4);
    const numbering = part('word/numbering.xml');
    for (const each of listed) {
      const list = /<w:numPr><w:ilvl w:val="0"\/><w:numId w:val="(\d+)"/u.exec(each)?.[1];
      const [, id] =
        new RegExp(`<w:num w:numId="${list}"[^>]*><w:abstractNumId w:val="(\\d+)"`, 'u').exec(
          numbering,
        ) ?? [];
      const [level = ''] =
        new RegExp(`<w:abstractNum w:abstractNumId="${id}".*?</w:lvl>`, 'su').exec(numbering) ?? [];
      expect(level).toContain('<w:lvlText w:val="-"/>');
      expect(level).toContain('<w:suff w:val="space"/>');
      expect(each).not.toContain('>- ');
    }
  });

  test('gives no style a name with a comma, which would be two names', () => {
    const names = [...part('word/styles.xml').matchAll(/<w:name w:val="([^"]*)"/gu)];
    expect(names.length).toBeGreaterThan(26);
    expect(names.filter(([, name = '']) => name.includes(','))).toEqual([]);
  });

  test('repeats table heads and tears no row', () => {
    const xml = part('word/document.xml');
    expect(xml.match(/<w:tblHeader\/>/gu)).toHaveLength(2);
    expect(xml.match(/<w:cantSplit\/>/gu)).toHaveLength(xml.match(/<w:tr>/gu)?.length ?? 0);
  });

  test('keeps the end of the text on the page of the signature', () => {
    const last = [...part('word/document.xml').matchAll(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gsu)]
      .map(([xml]) => xml)
      .find((xml) => xml.includes('của mô hình./.'));
    expect(last).toContain('<w:keepNext/>');
  });

  test('holds each chart as SVG and as PNG, with words', () => {
    const media = [...parts.keys()].filter((name) => name.startsWith('word/media/'));
    expect(media.filter((name) => name.endsWith('.svg'))).toHaveLength(2);
    const pictures = media.filter((name) => name.endsWith('.png')).map((name) => parts.get(name));
    expect(pictures).toHaveLength(2);
    const [svg] = media.filter((name) => name.endsWith('.svg')).map(part);
    expect(svg).toContain('font-family="Times New Roman"');
    for (const png of pictures) {
      expect(png?.subarray(1, 4).toString()).toBe('PNG');
      // One and a half dots to each of the page's pixels: 165 mm at 144 dots an inch.
      expect(png?.readUInt32BE(16)).toBe(935);
    }
    expect(part('word/document.xml')).toMatch(/<wp:docPr [^>]*descr="1\. Khảo sát địa bàn/u);
  });

  test('carries title, subject and the whole agency in its properties', () => {
    const core = part('docProps/core.xml');
    expect(core).toMatch(/<dc:title>Báo cáo Sơ kết sáu tháng/u);
    expect(core).toMatch(/<dc:subject>Sơ kết sáu tháng.* tội phạm về ma túy”/u);
    expect(core).toContain(`<dc:creator>${example.header.agency}</dc:creator>`);
  });

  test('is read by another program as a document with headings and tables', async () => {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(docx) });
    expect(value).toContain('<h1>I. ĐẶC ĐIỂM TÌNH HÌNH</h1>');
    expect(value).toContain('<strong>24 buổi tuyên truyền</strong>');
    expect(value).toContain('<th><p>STT</p></th>');
    expect(value).toMatch(/<ul><li>Chi bộ và các đoàn thể[^<]*<\/li><li>Nhà văn hóa xóm/u);
  });
});

test('text that looks like XML stays text', async () => {
  const nasty = '</w:t><w:br/> & "q" \' ]]> <!-- \u0000\ud800';
  const says: Block = { kind: 'paragraph', runs: [{ text: `${nasty} cuối` }] };
  const docx = await paperToDocx({ ...example, title: nasty, subject: nasty, body: [says] }, form);
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(docx) });
  expect(value).toContain('</w:t><w:br/> & "q" \' ]]> <!-- \ufffd cuối./.');
});
