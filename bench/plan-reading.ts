// How long the plan reader takes for a five-page paper once it is loaded, and how much memory.

import { execFile } from 'node:child_process';
import { mkdtemp, readFile as readBytes, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Measure } from '../scripts/measure.ts';
import { exampleDocx } from '../src/plans/server/example-paper.ts';
import { closeReadingRoom, readFile } from '../src/plans/server/read-file.ts';

/** So many paragraphs make the example paper five pages of A4 at 14 points. */
const fivePages = 50;
const rounds = 15;
const run = promisify(execFile);

export async function measure(): Promise<Measure[]> {
  const paper = await exampleDocx(fivePages);
  const before = process.memoryUsage.rss();
  const first = await timeOf(paper, 'paper.docx');
  const warm = await medianOf(paper, 'paper.docx');
  const memory = (process.memoryUsage.rss() - before) / 1e6;
  const office = await libreOffice(paper);
  const pdf = office === null ? [] : [await pdfMeasure(office.pdf)];
  await closeReadingRoom();
  const baseline = office && { baseline: { name: 'LibreOffice to text', value: office.ms } };
  return [
    { name: 'plan read, five pages .docx, warm', value: warm, unit: 'ms', limit: 100, ...baseline },
    ...pdf,
    { name: 'plan read, the first file', value: first, unit: 'ms' },
    { name: 'plan reader, memory while warm', value: memory, unit: 'MB' },
  ];
}

async function pdfMeasure(pdf: Uint8Array): Promise<Measure> {
  await timeOf(pdf, 'paper.pdf');
  const value = await medianOf(pdf, 'paper.pdf');
  return { name: 'plan read, five pages PDF, warm', value, unit: 'ms' };
}

async function timeOf(paper: Uint8Array, name: string): Promise<number> {
  const start = performance.now();
  const read = await readFile(paper, name);
  if (!read.ok) throw new Error(`the example paper was refused: ${read.refusal}`);
  return performance.now() - start;
}

async function medianOf(paper: Uint8Array, name: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) times.push(await timeOf(paper, name));
  return times.toSorted((one, other) => one - other)[rounds >> 1] ?? 0;
}

/** The same paper converted by LibreOffice, started each time as a server would; null without it. */
async function libreOffice(paper: Uint8Array): Promise<{ ms: number; pdf: Uint8Array } | null> {
  const folder = await mkdtemp(join(tmpdir(), 'plan-reading-'));
  const file = join(folder, 'paper.docx');
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const convert = async (to: string): Promise<unknown> =>
    run('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, file]);
  try {
    await writeFile(file, paper);
    await convert('pdf'); // the first start writes a profile
    const start = performance.now();
    await convert('txt:Text');
    const ms = performance.now() - start;
    return { ms, pdf: await readBytes(join(folder, 'paper.pdf')) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
