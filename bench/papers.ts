// How long a five-page paper takes as PDF and DOCX, beside LibreOffice doing the same.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { day } from '#ground/day.ts';
import { exampleLaw } from '#law/example-law.ts';
import { exampleCharts } from '#papers/example-charts.ts';
import { examplePaper } from '#papers/example-paper.ts';
import { formOn } from '#papers/measures.ts';
import type { Block, Paper } from '#papers/paper.ts';
import { paperToDocx } from '#papers/server/docx.ts';
import { paperToPdf } from '#papers/server/pdf.ts';
import type { Measure } from '../scripts/measure.ts';

const form = formOn(exampleLaw, null, day('2026-11-23'));

export async function measure(): Promise<Measure[]> {
  const before = process.memoryUsage().rss;
  await paperToPdf(paperNumber(0), form);
  const loaded = (process.memoryUsage().rss - before) / 1e6;
  const pdf = await median((run) => paperToPdf(paperNumber(run), form));
  const docx = await median((run) => paperToDocx(paperNumber(run), form));
  const baseline = await libreOffice();
  return [
    {
      name: 'five-page PDF, warm',
      value: pdf,
      unit: 'ms',
      limit: 25,
      ...(baseline ? { baseline } : {}),
    },
    { name: 'five-page DOCX, warm', value: docx, unit: 'ms', limit: 80 },
    { name: 'PDF writer loaded', value: loaded, unit: 'MB' },
  ];
}

/** Each run gets texts and pictures of its own: no layout remembered from the last one may help. */
function paperNumber(run: number): Paper {
  const paper = examplePaper(exampleCharts());
  const body = paper.body.map((block) => changed(block, run));
  return { ...paper, header: { ...paper.header, number: run + 1 }, body };
}

function changed(block: Block, run: number): Block {
  switch (block.kind) {
    case 'heading':
      return block;
    case 'table':
      return {
        ...block,
        rows: block.rows.map((row) =>
          row.map((cell) => ({ ...cell, text: cell.text.replace(/\S{1,3}$/u, String(100 + run)) })),
        ),
      };
    case 'chart':
      return { ...block, svg: block.svg.replace('</svg>', `<!-- ${run} --></svg>`) };
    default:
      return { ...block, runs: [...block.runs, { text: ` (${run})` }] };
  }
}

async function median(work: (run: number) => Promise<unknown>, runs = 15): Promise<number> {
  const times: number[] = [];
  for (let run = 1; run <= runs + 3; run++) {
    const start = performance.now();
    await work(run);
    // The first runs still compile the code they measure.
    if (run > 3) times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? NaN;
}

/** The same DOCX to PDF; undefined where LibreOffice is not installed. */
async function libreOffice(): Promise<{ name: string; value: number } | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-papers-'));
  const file = join(folder, 'paper.docx');
  writeFileSync(file, await paperToDocx(paperNumber(0), form));
  // A profile of its own: an office already open would otherwise take the work over.
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const convert = () =>
    spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file]);
  const found = convert().status === 0;
  const start = performance.now();
  if (found) convert();
  const value = performance.now() - start;
  rmSync(folder, { recursive: true, force: true });
  return found ? { name: 'LibreOffice converting the DOCX to PDF', value } : undefined;
}
