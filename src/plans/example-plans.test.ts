// The example papers read whole: every field, with the lines it came from.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Plan } from './plan.ts';
import { readPlan } from './read-plan.ts';

const folder = new URL('./examples/', import.meta.url);
const linesOfExample = (name: string): readonly string[] =>
  readFileSync(new URL(`${name}.txt`, folder), 'utf8')
    .normalize('NFC')
    .split('\n');

function planOfExample(name: string): Plan {
  const outcome = readPlan(linesOfExample(name));
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.value;
}

describe('the plan of a commune, in stages', () => {
  const plan = planOfExample('uy-ban-nhan-dan-xa');

  test('gives its header from two columns of a table', () => {
    expect(plan.paper).toMatchObject({
      kind: 'KH',
      number: '48/KH-UBND',
      date: '2026-03-10',
      place: 'Tân Hòa',
      agencyAbove: null,
      agency: 'ỦY BAN NHÂN DÂN XÃ TÂN HÒA',
      title: 'KẾ HOẠCH',
      subject:
        'Xây dựng mô hình “Thôn bình yên, không ma túy” tại thôn Đồng Mít, xã Tân Hòa, tỉnh Lam Sơn',
      approval: null,
      signatory: {
        authority: 'TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH',
        position: 'PHÓ CHỦ TỊCH',
        rank: null,
        name: 'Trần Văn Mẫu',
      },
      sources: { number: [2, 2], agency: [1, 1], subject: [5, 6] },
      lines: [1, 6],
    });
    expect(plan.paper.recipients.map(({ name, purpose }) => [name, purpose])).toEqual([
      ['Công an tỉnh', 'để báo cáo'],
      ['Thường trực Đảng ủy, HĐND xã', null],
      ['Như Mục V', 'để thực hiện'],
      ['VT, CAX', 'Lưu'],
    ]);
  });

  test('gives its bases with number and date', () => {
    expect(plan.paper.bases.map(({ number, date, lines }) => [number, date, lines])).toEqual([
      [null, '2022-11-10', [8, 8]],
      ['59/2023/NĐ-CP', '2023-08-14', [9, 9]],
      ['15/KH-UBND', '2026-01-20', [10, 10]],
    ]);
  });

  test('names the model and its place, without a district', () => {
    expect(plan.programme).toEqual({ name: 'Thôn bình yên, không ma túy', lines: [5, 5] });
    expect(plan.area).toEqual({
      hamlet: 'thôn Đồng Mít',
      commune: 'xã Tân Hòa',
      district: null,
      province: 'tỉnh Lam Sơn',
      lines: [5, 6],
    });
  });

  test('has stages whose parts and times may stand on lines of their own', () => {
    expect(
      plan.steps.map(({ number, start, due, ongoing, lines }) => [
        number,
        start,
        due,
        ongoing,
        lines,
      ]),
    ).toEqual([
      [1, '2026-03-15', '2026-04-30', false, [36, 38]],
      [2, null, '2026-05-31', false, [39, 42]],
      [3, null, '2026-06-14', false, [43, 45]],
      [4, '2026-07-01', null, true, [46, 47]],
    ]);
    expect(plan.steps[2]).toMatchObject({
      text: 'Ra mắt: - Chuẩn bị hội trường, tài liệu và mời đại biểu. - Trao quyết định thành lập mô hình.',
      dueText: 'tuần 2 tháng 6',
    });
  });

  test('gives a list of figures the year and place of the line it hangs on', () => {
    const cases = plan.facts.filter((fact) => fact.unit === 'vụ');
    expect(cases.map(({ measure, value, of, year }) => [measure, value, of, year])).toEqual([
      ['vụ việc', 21, 'xã Tân Hòa', 2025],
      ['vụ trộm cắp tài sản', 6, 'xã Tân Hòa', 2025],
      ['vụ cố ý gây thương tích', 3, 'xã Tân Hòa', 2025],
      ['vụ liên quan đến ma túy', 2, 'xã Tân Hòa', 2025],
    ]);
  });

  test('gives each body its duties, with who supports and until when', () => {
    expect(plan.duties.map(({ lead, support, due }) => [lead, support, due])).toEqual([
      [['Công an xã'], ['Ủy ban MTTQ Việt Nam xã', 'các đoàn thể'], null],
      [['Công an xã'], [], null],
      [['Văn phòng HĐND và UBND xã'], [], '2026-03-31'],
      [['Ủy ban MTTQ Việt Nam xã', 'các tổ chức thành viên'], [], null],
      [['Trưởng thôn Đồng Mít'], ['Ban công tác Mặt trận thôn'], null],
    ]);
  });

  test('has its checks, reviews and funding', () => {
    expect(plan.checks).toMatchObject([{ everyMonths: 3, unannounced: true, lines: [51, 51] }]);
    expect(plan.reviews).toMatchObject([
      { kind: 'interim', everyMonths: null, due: null, dueText: 'sau 06 tháng thực hiện' },
      { kind: 'final', due: '2026-12-15', dueText: 'trước ngày 15/12/2026' },
    ]);
    expect(plan.funding[0]?.sources).toEqual([
      'ngân sách xã',
      'nguồn xã hội hóa',
      'các nguồn hợp pháp khác',
    ]);
  });

  test('keeps its closing words as unread, and its headings marked as such', () => {
    const unplaced = plan.unread.filter((passage) => passage.heading !== true);
    expect(unplaced.map(({ lines }) => lines)).toEqual([[61, 61]]);
    expect(plan.unread.find(({ lines }) => lines[0] === 12)?.heading).toBe(true);
  });
});

describe('the plan of a commune police, with a table', () => {
  const plan = planOfExample('cong-an-xa');

  test('gives a header whose columns a PDF ran together, and a number still to be filled in', () => {
    expect(plan.paper).toMatchObject({
      number: '/KH-CAX',
      date: '2026-01-05',
      place: 'Suối Bạc',
      agencyAbove: 'CÔNG AN TỈNH LAM SƠN',
      agency: 'CÔNG AN XÃ SUỐI BẠC',
      signatory: { position: 'TRƯỞNG CÔNG AN XÃ', rank: 'Trung tá', name: 'Phạm Thị Ví Dụ' },
    });
  });

  test('has the rows of the table as steps', () => {
    expect(
      plan.steps.map(({ number, text, start, due, ongoing }) => [
        number,
        text,
        start,
        due,
        ongoing,
      ]),
    ).toEqual([
      [1, 'Khảo sát vị trí lắp đặt, lấy ý kiến các hộ', null, '2026-01-31', false],
      [2, 'Họp bản, biểu quyết mức đóng góp', null, '2026-02-15', false],
      [3, 'Lắp đặt 08 camera tại các cổng', '2026-02-20', '2026-03-31', false],
      [4, 'Ra mắt mô hình', null, '2026-06-30', false],
      [5, 'Quản lý, vận hành, bảo dưỡng', null, null, true],
    ]);
    expect(plan.steps.map(({ lead, support }) => [lead, support])).toEqual([
      [['Công an xã'], ['Trưởng bản', 'Ban công tác Mặt trận']],
      [['Trưởng bản'], ['Công an xã', 'Chi hội Phụ nữ']],
      [['Công an xã'], []],
      [['UBND xã'], ['Các ban, ngành, đoàn thể']],
      [['Tổ bảo vệ ANTT'], ['Các hộ dân']],
    ]);
  });

  test('gives persons their part, and a body a duty besides', () => {
    expect(plan.assignments.map(({ who }) => who)).toEqual([
      'Đồng chí Trưởng Công an xã',
      'Thiếu tá Lê Văn Thử, Phó Trưởng Công an xã',
      'Tổ bảo vệ ANTT',
    ]);
    expect(plan.duties.map(({ lead }) => lead)).toEqual([['Tổ bảo vệ ANTT']]);
  });

  test('has its means, funding, period, check and reviews', () => {
    expect(plan.means.map(({ lines }) => lines)).toEqual([[28, 28]]);
    expect(plan.funding[0]?.sources).toEqual([
      'nhân dân tự nguyện đóng góp',
      'Quỹ phòng, chống tội phạm tỉnh',
    ]);
    expect(plan.period).toMatchObject({ from: '2026-01-15', to: '2026-12-31', lines: [31, 31] });
    expect(plan.checks).toMatchObject([{ everyMonths: 1, unannounced: false }]);
    expect(plan.reviews).toMatchObject([
      { kind: 'interim', due: '2026-06-30', dueText: '6 tháng đầu năm' },
      { kind: 'final', due: '2026-12-31', dueText: 'năm 2026' },
    ]);
  });
});

describe('the plan of a ward front, with lines broken by a PDF', () => {
  const plan = planOfExample('mat-tran-phuong');

  test('gives agencies, subject and signature from broken columns', () => {
    expect(plan.paper).toMatchObject({
      number: '07/KH-MTTQ-BTT',
      agencyAbove: 'MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH LAM SƠN',
      agency: 'ỦY BAN MTTQ VIỆT NAM PHƯỜNG MINH LƯƠNG',
      signatory: {
        authority: 'TM. BAN THƯỜNG TRỰC',
        position: 'CHỦ TỊCH',
        name: 'Hoàng Văn Thử',
        lines: [55, 61],
      },
    });
    expect(plan.paper.recipients[2]).toEqual({
      name: 'Các tổ chức thành viên, tổ dân phố số 5',
      purpose: 'thực hiện',
      lines: [58, 59],
    });
    expect(plan.area).toMatchObject({ hamlet: 'tổ dân phố số 5', commune: 'phường Minh Lương' });
  });

  test('joins paragraphs over line ends and page numbers', () => {
    expect(plan.objectives.map(({ lines }) => lines)).toEqual([
      [18, 20],
      [21, 22],
    ]);
    expect(plan.facts.every(({ lines }) => lines[0] === 24 && lines[1] === 28)).toBe(true);
    expect(plan.facts.map(({ value }) => value)).toEqual([318, 1260, 5, 2, 4, 2, 1]);
  });

  test('rolls a month before the paper into the next year', () => {
    expect(plan.steps.map(({ due }) => due)).toEqual([
      '2026-11-30',
      '2026-12-20',
      '2027-01-31',
      null,
    ]);
    expect(plan.period).toMatchObject({ from: '2026-11-01', to: '2027-11-30' });
  });

  test('reads rhythms of checks and reviews', () => {
    expect(plan.checks).toMatchObject([{ everyMonths: 3 }]);
    expect(plan.reviews.map(({ kind, everyMonths }) => [kind, everyMonths])).toEqual([
      ['interim', 6],
      ['interim', 12],
    ]);
  });
});

describe('a district paper of 2020', () => {
  const plan = planOfExample('cong-an-huyen-2020');

  test('has an approval above the title and a signature before the recipients', () => {
    expect(plan.paper).toMatchObject({
      kind: 'PA',
      title: 'PHƯƠNG ÁN',
      date: '2020-08-20',
      approval: {
        text: 'PHÊ DUYỆT CỦA LÃNH ĐẠO CÔNG AN TỈNH',
        position: 'GIÁM ĐỐC',
        rank: 'Đại tá',
        name: 'Đỗ Văn Mẫu',
        lines: [7, 10],
      },
      signatory: {
        authority: 'KT. TRƯỞNG CÔNG AN HUYỆN',
        position: 'PHÓ TRƯỞNG CÔNG AN HUYỆN',
        name: 'Bùi Thị Mẫu',
      },
    });
    expect(plan.paper.bases[0]).toMatchObject({ number: '09-CT/HU', date: '2020-02-03' });
    expect(plan.programme?.name).toBe('Tiếng loa an ninh');
    expect(plan.area?.district).toBe('huyện Sông Châu');
  });

  test('has the list under "Tiến độ thực hiện" as steps', () => {
    expect(plan.steps.map(({ number, due, ongoing }) => [number, due, ongoing])).toEqual([
      [1, '2020-09-15', false],
      [2, '2020-11-30', false],
      [3, '2020-12-19', false],
      [4, null, true],
    ]);
  });

  test('says who leads and who supports in running text', () => {
    expect(plan.duties.map(({ lead, support, due }) => [lead, support, due])).toEqual([
      [['Đội Xây dựng phong trào'], ['Công an xã An Khê', 'Đoàn xã'], null],
      [['UBND xã An Khê'], [], '2020-09-30'],
      [['Đội Tổng hợp'], [], null],
    ]);
  });
});
