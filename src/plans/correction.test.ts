// What a person types into a reading becomes the plan, or is refused by the name of its control.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brief, decideCorrection, itemAt, itemsOf, shown } from './correction.ts';
import { listParts, singleParts, type ListPart, type SinglePart } from './correction-fields.ts';
import type { Plan } from './plan.ts';

const plan: Plan = {
  paper: {
    kind: 'KH',
    number: '15/KH-UBND',
    date: null,
    place: null,
    agencyAbove: null,
    agency: 'UBND XÃ VÍ DỤ',
    title: 'KẾ HOẠCH',
    subject: 'Xây dựng mô hình',
    sources: { number: [3, 3] },
    bases: [{ text: 'Căn cứ Luật', number: null, date: null, lines: [5, 5] }],
    approval: null,
    signatory: null,
    recipients: [],
    lines: [1, 4],
  },
  programme: null,
  area: null,
  objectives: [{ text: 'Mục đích một', lines: [6, 6] }],
  facts: [
    {
      measure: 'diện tích',
      of: null,
      value: 991.89,
      unit: 'ha',
      qualifier: 'exact',
      year: null,
      lines: [7, 7],
    },
  ],
  contents: [],
  steps: [1, 2].map((number) => ({
    number,
    text: `Bước số ${number}`,
    start: null,
    due: null,
    dueText: null,
    ongoing: false,
    lead: ['Công an xã'],
    support: [],
    lines: [8, 8],
  })),
  duties: [],
  checks: [],
  reviews: [],
  assignments: [],
  means: [],
  funding: [],
  period: null,
  unread: [
    { text: 'Nhà văn hóa có loa đài', lines: [9, 9] },
    { text: 'Câu chưa rõ', lines: [10, 10] },
  ],
};

const typing = (values: Readonly<Record<string, string>>) =>
  decideCorrection(plan, (name) => values[name]);

/** Every control as the screen would send it untouched. */
function untouched(of: Plan): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const [part, fields] of Object.entries(singleParts)) {
    const item = itemAt(of, part as SinglePart);
    for (const { name } of fields) values[`${part}.${name}`] = shown(item?.[name]);
  }
  for (const [part, fields] of Object.entries(listParts)) {
    itemsOf(of, part as ListPart).forEach((item, at) => {
      for (const { name } of fields) values[`${part}.${at}.${name}`] = shown(item[name]);
    });
  }
  return values;
}

describe('a correction', () => {
  it('sent untouched changes nothing', () => {
    expect(typing(untouched(plan))).toEqual({ ok: true, value: plan });
    expect(typing({})).toEqual({ ok: true, value: plan });
  });

  it('changes what was typed, and keeps the line it came from', () => {
    const typed = typing({
      'paper.date': '2026-05-06',
      'steps.1.due': '2026-06-30',
      'steps.1.lead': 'Công an xã; UBND xã',
      'facts.0.value': '1.222',
    });
    expect(typed).toMatchObject({
      ok: true,
      value: {
        paper: { date: '2026-05-06', number: '15/KH-UBND' },
        steps: [
          { due: null },
          { due: '2026-06-30', lead: ['Công an xã', 'UBND xã'], lines: [8, 8] },
        ],
        facts: [{ value: 1222, unit: 'ha' }],
      },
    });
  });

  it('makes a part the paper lacked', () => {
    expect(
      typing({ 'area.hamlet': ' xóm  Ví Dụ ', 'programme.name': 'Xóm bình yên' }),
    ).toMatchObject({
      ok: true,
      value: {
        area: { hamlet: 'xóm Ví Dụ', commune: null, lines: [0, 0] },
        programme: { name: 'Xóm bình yên' },
      },
    });
  });

  it('takes items out and puts new ones at the end', () => {
    const typed = typing({
      'steps.0.remove': 'yes',
      'steps.add': '1',
      'steps.2.text': 'Ra mắt',
      'steps.2.number': '3',
    });
    expect(typed.ok && typed.value.steps.map(({ number, text }) => [number, text])).toEqual([
      [2, 'Bước số 2'],
      [3, 'Ra mắt'],
    ]);
  });

  it('puts an unplaced passage where a person says, with its lines, and nowhere else', () => {
    expect(typing({ 'unread.0.to': 'means', 'unread.1.to': 'paper' })).toMatchObject({
      ok: true,
      value: {
        means: [{ text: 'Nhà văn hóa có loa đài', lines: [9, 9] }],
        unread: [{ text: 'Câu chưa rõ' }],
      },
    });
  });

  it.each([
    ['steps.1.due', '31/02/2026'],
    ['facts.0.value', 'nhiều'],
    ['facts.0.qualifier', 'perhaps'],
    ['facts.0.measure', '  '],
    ['steps.0.text', ''],
  ])('is refused by name where %s is “%s”', (name, value) => {
    expect(typing({ [name]: value })).toEqual({
      ok: false,
      refusal: { kind: 'not-understood', names: [name] },
    });
  });

  it('never throws, whatever is typed where', () => {
    const names = fc.constantFrom(...Object.keys(untouched(plan)), 'steps.add', 'steps.9.text');
    fc.assert(
      fc.property(fc.dictionary(names, fc.string({ unit: 'grapheme' })), (values) => {
        expect(typeof typing(values).ok).toBe('boolean');
      }),
    );
  });
});

it('an item in one line says what it is', () => {
  expect(brief('steps', { number: 2, text: 'Họp xóm' })).toBe('2. Họp xóm');
  expect(brief('facts', { measure: 'diện tích', of: 'xã A', value: 991.89, unit: 'ha' })).toBe(
    'diện tích · xã A · 991,89 ha',
  );
  expect(brief('paper.recipients', { name: 'UBND xã', purpose: 'phối hợp' })).toBe(
    'UBND xã phối hợp',
  );
  expect(brief('assignments', { who: 'Lãnh đạo phòng', text: 'chỉ đạo' })).toBe(
    'Lãnh đạo phòng: chỉ đạo',
  );
});
