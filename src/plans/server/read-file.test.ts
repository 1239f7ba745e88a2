// Every file ends in a reading or in a refusal with a reason, and the next file is read.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { bareDocx, barePdf, docxPart, zipOf } from './bad-files.ts';
import { exampleDocx, exampleLines } from './example-paper.ts';
import { closeReadingRoom, mostFileBytes, readFile } from './read-file.ts';

const sample = (name: string): Uint8Array =>
  readFileSync(new URL(`../examples/bytes/${name}`, import.meta.url));
const refusalOf = async (bytes: Uint8Array, name: string): Promise<string> => {
  const read = await readFile(bytes, name);
  return read.ok ? 'read' : read.refusal;
};

afterAll(closeReadingRoom);

test('of one person’s files three wait at most, and another person still finds a place', async () => {
  const bytes = Buffer.from(exampleLines().join('\n'));
  const read = (who: string) => readFile(bytes, 'a.txt', who);
  const ends = await Promise.all(Array.from('aaaaaab', read));
  const ok = { ok: true };
  const full = { ok: false, refusal: 'queue-full' };
  expect(ends).toMatchObject([ok, ok, ok, ok, full, full, ok]);
});

describe('reading a file', () => {
  test('gives the plan and the lines it was read from', async () => {
    const read = await readFile(await exampleDocx(), 'a.docx');
    expect(read).toMatchObject({
      ok: true,
      value: { text: exampleLines(), plan: { paper: { number: '27/KH-UBND' } } },
    });
  });

  test('gives the same header, steps and dates for .docx, .doc, PDF and text', async () => {
    const files = [
      ['a.docx', await exampleDocx()],
      ['a.doc', sample('example.doc')],
      ['a.pdf', sample('example.pdf')],
      ['a.txt', Buffer.from(exampleLines().join('\n'))],
    ] as const;
    const plans = await Promise.all(
      files.map(async ([name, bytes]) => {
        const read = await readFile(bytes, name);
        if (!read.ok) throw new Error(`${name}: ${read.refusal}`);
        const { paper, steps } = read.value.plan;
        const { number, date, place, agency, agencyAbove, kind, title, subject } = paper;
        return {
          paper: { number, date, place, agency, agencyAbove, kind, title, subject },
          steps: steps.map(({ text, due, ongoing, lead, support }) => {
            return { text, due, ongoing, lead, support };
          }),
        };
      }),
    );
    expect(plans[0]?.paper).toMatchObject({ date: '2024-02-12', place: 'Mường Lan' });
    expect(plans[0]?.steps.map((step) => step.due)).toEqual([
      '2024-03-31',
      '2024-04-30',
      '2024-06-30',
      null,
    ]);
    for (const plan of plans.slice(1)) expect(plan).toEqual(plans[0]);
  });

  test('refuses what is no plan', async () => {
    expect(await refusalOf(Buffer.from('Công thức nấu phở cho bốn người.'), 'a.txt')).toBe(
      'not-a-plan',
    );
  });

  test('refuses an empty file, and one of a byte too many', async () => {
    expect(await refusalOf(new Uint8Array(), 'a.docx')).toBe('empty');
    expect(await refusalOf(new Uint8Array(mostFileBytes + 1), 'a.docx')).toBe('too-big');
  });
});

describe('a file made to exhaust the machine', () => {
  const deep = '<w:tbl><w:tr><w:tc>'.repeat(150_000);
  const flood = Buffer.alloc(600_000_000, ' ');

  test.each([
    ['in depth', bareDocx(deep), 'a.docx'],
    ['in a PDF that unfolds to 600 MB', barePdf(flood), 'a.pdf'],
  ])('is given up %s, and the next file is read', async (_, bytes, name) => {
    expect(['too-long-to-read', 'zip-bomb', 'damaged', 'scan-without-text']).toContain(
      await refusalOf(bytes, name),
    );
    expect(await refusalOf(await exampleDocx(), 'a.docx')).toBe('read');
  });

  test('is given up when it draws millions of words', async () => {
    const endless = barePdf(`BT /F 12 Tf ${'(abc def ghi) Tj '.repeat(6_000_000)}`);
    expect(await refusalOf(endless, 'a.pdf')).toBe('too-long-to-read');
  });
});

describe('any bytes whatever', () => {
  const damage = fc.record({
    changes: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 30 }),
    cut: fc.option(fc.nat(), { nil: null, freq: 4 }),
  });
  /** Enough to find a hole again and again; never bounded by time, for a busy machine is no fault. */
  const bounds = { numRuns: 20 };
  type Damage = { changes: readonly (readonly [number, number])[]; cut: number | null };

  const damaged = (bytes: Uint8Array, { changes, cut }: Damage): Uint8Array => {
    const copy = new Uint8Array(bytes);
    for (const [at, value] of changes) copy[at % copy.length] = value;
    return cut === null ? copy : copy.slice(0, cut % copy.length);
  };

  test.each([
    ['a .doc', sample('example.doc'), 'a.doc'],
    ['a PDF', sample('example.pdf'), 'a.pdf'],
    ['a locked PDF', sample('locked.pdf'), 'a.pdf'],
    ['a text', Buffer.from(exampleLines().join('\n')), 'a.txt'],
  ])('of %s end in a plan or a refusal', async (_, bytes, name) => {
    await fc.assert(
      fc.asyncProperty(damage, async (how) => {
        expect(await readFile(damaged(bytes, how), name)).toHaveProperty('ok');
      }),
      bounds,
    );
  });

  test('of a .docx, outside and inside its zip, end in a plan or a refusal', async () => {
    const whole = await exampleDocx();
    const xml = Buffer.from(
      '<w:document xmlns:w="w"><w:p><w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p></w:document>',
    );
    await fc.assert(
      fc.asyncProperty(damage, async (how) => {
        const inside = zipOf([{ ...docxPart(''), bytes: damaged(xml, how) }]);
        expect(await readFile(damaged(whole, how), 'a.docx')).toHaveProperty('ok');
        expect(await readFile(inside, 'a.docx')).toHaveProperty('ok');
      }),
      bounds,
    );
  });
});
