// The plan put out again: header and chapters of the form, nothing said twice, small counts hidden.

import { describe, expect, test } from 'vitest';
import { day } from '#ground/day.ts';
import { exampleLaw, exampleRules } from '#law/example-law.ts';
import { layOut } from '#papers/layout.ts';
import { formOn } from '#papers/measures.ts';
import type { Block } from '#papers/paper.ts';
import { exampleFact, examplePlan, exampleStep } from '#sites/testing.ts';
import type { Plan } from './plan.ts';
import { planToPaper } from './plan-paper.ts';

const today = day('2026-11-23');
const paperOf = (plan: Plan) => planToPaper(plan, exampleRules(today));
const textOf = (block: Block): string => {
  if (block.kind === 'heading') return `${block.mark} ${block.text}`;
  if (block.kind === 'table')
    return block.rows.map((row) => row.map(({ text }) => text).join(' | ')).join('\n');
  return block.kind === 'chart' ? block.caption : block.runs.map(({ text }) => text).join('');
};
const read = (plan: Plan): string => paperOf(plan).body.map(textOf).join('\n');
const headings = (plan: Plan): readonly string[] =>
  paperOf(plan)
    .body.filter(({ kind }) => kind === 'heading')
    .map(textOf);
const on = { lines: [70, 70] as const };

describe('the plan as a paper', () => {
  test('has the head the signed one had', () => {
    expect(paperOf(examplePlan)).toMatchObject({
      kind: 'KH',
      header: {
        agencyAbove: 'CÔNG AN TỈNH THÁI NGUYÊN',
        agency: 'PHÒNG PV05',
        number: 12,
        symbol: 'KH-PV05',
        place: 'Thái Nguyên',
        date: '2026-05-06',
      },
      title: 'Kế hoạch',
      subject: 'Xây dựng mô hình tại xóm Phố',
      approval: null,
    });
  });

  test('prints number and day as they stood', () => {
    const sheet = layOut(paperOf(examplePlan), formOn(exampleLaw, null, today));
    expect([sheet.number, sheet.placeDate]).toEqual([
      'Số: 12/KH-PV05',
      'Thái Nguyên, ngày 06 tháng 5 năm 2026',
    ]);
  });

  test('has the four chapters and their sections in the order of the form', () => {
    expect(headings({ ...examplePlan, contents: [{ ...on, text: 'Tuyên truyền' }] })).toEqual([
      'I. Mục đích, yêu cầu',
      'II. Tình hình địa bàn',
      'III. Nội dung, biện pháp tiến hành',
      '1. Nội dung trọng tâm',
      '2. Các bước xây dựng mô hình',
      '3. Công tác phối hợp, kiểm tra và sơ kết, tổng kết',
      'IV. Tổ chức thực hiện',
      '1. Phân công nhiệm vụ',
      '2. Phương tiện, kinh phí, thời gian thực hiện',
    ]);
  });

  test('numbers the chapters without a gap where the plan says nothing', () => {
    const bare = {
      ...examplePlan,
      facts: [],
      assignments: [],
      means: [],
      funding: [],
      period: null,
    };
    expect(headings(bare).filter((text) => /^[IV]+\./.test(text))).toEqual([
      'I. Mục đích, yêu cầu',
      'II. Nội dung, biện pháp tiến hành',
    ]);
  });

  test('keeps the approval, the signature and the recipients with their purposes', () => {
    const { paper } = examplePlan;
    const approval = {
      ...on,
      text: 'Phê duyệt của Lãnh đạo',
      authority: 'KT. GIÁM ĐỐC',
      position: 'PHÓ GIÁM ĐỐC',
      rank: null,
      name: 'Người Duyệt Mẫu',
    };
    const recipients = [
      { ...on, name: 'Lãnh đạo tỉnh', purpose: 'Để báo cáo' },
      { ...on, name: 'Các đội', purpose: null },
      { ...on, name: 'TMTH', purpose: 'Lưu' },
    ];
    const made = paperOf({ ...examplePlan, paper: { ...paper, approval, recipients } });
    expect(made.approval).toEqual({
      text: 'Phê duyệt của Lãnh đạo',
      authority: 'KT. GIÁM ĐỐC',
      position: 'PHÓ GIÁM ĐỐC',
      rank: null,
      name: 'Người Duyệt Mẫu',
    });
    expect(made.signature).toMatchObject({ position: 'TRƯỞNG PHÒNG' });
    expect(made.recipients).toEqual(['Lãnh đạo tỉnh (để báo cáo)', 'Các đội', 'Lưu: TMTH']);
  });

  test('has short steps in a table and long ones as a list, each with its time', () => {
    expect(read(examplePlan)).toContain(
      '1 | Khảo sát địa bàn, chọn lực lượng nòng cốt |  | 2026-05-31',
    );
    const long = exampleStep(1, `Khảo sát ${'thật kỹ '.repeat(30)}địa bàn`, day('2026-05-31'));
    const listed = read({
      ...examplePlan,
      steps: [{ ...long, dueText: null, lead: ['Công an xã'] }],
    });
    expect(listed).toMatch(
      /Bước 1: Khảo sát .* địa bàn \(chủ trì: Công an xã\) \(chậm nhất ngày 31\/05\/2026\)\./,
    );
  });

  test('names who leads and supports a duty unless its text does already', () => {
    expect(read(examplePlan)).toContain(
      'Hướng dẫn nhân dân góp ý dự thảo quy chế (chủ trì: Công an xã Phú Thịnh; phối hợp: UBND xã).',
    );
    const [duty] = examplePlan.duties;
    const said = duty && { ...duty, text: 'Công an xã Phú Thịnh và UBND xã cùng hướng dẫn' };
    expect(read({ ...examplePlan, duties: said ? [said] : [] })).not.toContain('chủ trì');
  });

  test('says nothing twice', () => {
    const text = 'Từ tháng 5/2026, sơ kết trước ngày 30/11/2026';
    const [first] = examplePlan.reviews;
    const reviews = first
      ? [
          { ...first, text: `${text}.` },
          { ...first, text: 'Hằng tháng kiểm tra' },
        ]
      : [];
    const said = read({ ...examplePlan, reviews, period: { ...on, text, from: null, to: null } });
    expect(said.match(/30\/11\/2026/g)).toHaveLength(1);
    expect(said.match(/Hằng tháng kiểm tra/g)).toHaveLength(1);
  });

  test('hides a count of fewer than ten people who use drugs', () => {
    const rows = read(examplePlan);
    expect(rows).toContain('xóm Phố |  | dưới 10 người');
    expect(rows).not.toMatch(/\b8 người/);
    const cases = read({
      ...examplePlan,
      facts: [exampleFact('vụ trộm cắp', 7, 'vụ', { year: 2025, qualifier: 'about' })],
    });
    expect(cases).toContain('2025 | khoảng 7 vụ');
  });
});
