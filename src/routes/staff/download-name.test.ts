// The name a file is downloaded under keeps its letters and words whole, in every browser.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { examplePaper } from '#papers/example-paper.ts';
import { contentDisposition, paperName } from './download-name.ts';

const paper = examplePaper();
const { header } = paper;

describe('the header of a download', () => {
  test('carries the name with its letters, and a readable one without', () => {
    expect(contentDisposition('attachment', '05-BC Sơ kết Đợt 1.docx')).toBe(
      'attachment; filename="05-bc-so-ket-dot-1.docx"; ' +
        "filename*=UTF-8''05-BC%20S%C6%A1%20k%E1%BA%BFt%20%C4%90%E1%BB%A3t%201.docx",
    );
  });

  test('cannot be broken out of, and says every name again, whatever it is', () => {
    const anyName = fc.array(fc.nat({ max: 0x10ffff }), { maxLength: 30 });
    fc.assert(
      fc.property(anyName, (codes) => {
        const name = String.fromCodePoint(...codes);
        const [, said = ''] =
          /^inline; filename="[a-z0-9-]+(?:\.[a-z0-9]+)?"; filename\*=UTF-8''([\w.!~%-]*)$/u.exec(
            contentDisposition('inline', name),
          ) ?? [];
        expect(decodeURIComponent(said)).toBe(name.toWellFormed());
      }),
    );
  });
});

describe('the name of a paper', () => {
  test('is its number and what it is about', () => {
    expect(paperName(paper, 2)).toBe(
      '05-BC-BCN Sơ kết sáu tháng thực hiện mô hình “Phòng, chống tội phạm về ma túy” tại xóm Phố, xã Phú Thịnh',
    );
    expect(paperName({ ...paper, header: { ...header, number: null }, subject: 'Về A/B' }, 2)).toBe(
      'Bản thảo BC-BCN Về A-B',
    );
  });

  test('put out again is that of the signed one', () => {
    const printed = {
      country: '',
      motto: '',
      number: 'Số: 790/KH-PV05',
      placeDate: '',
      approval: null,
      signature: { titles: [], name: '' },
      recipients: { label: '', lines: [] },
    };
    expect(paperName({ ...paper, title: 'KẾ HOẠCH', subject: 'Xây dựng', printed }, 2)).toBe(
      'KẾ HOẠCH 790-KH-PV05 Xây dựng',
    );
  });

  test('ends with a whole word where it is too long for a disk', () => {
    const name = paperName({ ...paper, subject: 'thưởng '.repeat(60) }, 2);
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
    expect(name).toMatch(/thưởng$/u);
    expect(
      Buffer.byteLength(paperName({ ...paper, subject: 'ở'.repeat(300) }, 2)),
    ).toBeLessThanOrEqual(200);
  });
});
