// `npm run bench [NAME…]`: measures what was promised to be fast, against a baseline of the same run.

import { globSync } from 'node:fs';
import { basename } from 'node:path';
import type { Measure } from './measure.ts';
import { root } from './checks/tree.ts';

const wanted = process.argv.slice(2);
/** No bench takes this long unless it waits for something that never comes. */
setTimeout(() => {
  console.error('a bench hangs; giving up');
  process.exit(1);
}, 600_000).unref();
console.log(table(await measureAll()));

async function measureAll(): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const path of globSync('bench/*.ts', { cwd: root }).toSorted()) {
    const name = basename(path, '.ts');
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    // One after another: two at a time would measure each other.
    console.error(`measuring ${name} …`);
    measures.push(...(await measure(path)));
  }
  return measures;
}

async function measure(path: string): Promise<readonly Measure[]> {
  const module = (await import(`${root}${path}`)) as { measure?: () => Promise<Measure[]> };
  if (!module.measure) throw new Error(`${path} exports no measure()`);
  return module.measure();
}

function table(rows: readonly Measure[]): string {
  const head = ['what', 'value', 'limit', 'baseline', 'ratio'];
  const cells = [head, ...rows.map(cellsOf)];
  const widths = head.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  return cells.map((row) => rowOf(row, widths)).join('\n');
}

function cellsOf({ name, value, unit, limit, baseline }: Measure): string[] {
  const shown = baseline ? `${show(baseline.value)} ${unit} (${baseline.name})` : '';
  const ratio = baseline ? `× ${show(value / baseline.value)}` : '';
  return [
    name,
    `${show(value)} ${unit}`,
    limit === undefined ? '' : `≤ ${limit} ${unit}`,
    shown,
    ratio,
  ];
}

function rowOf(row: readonly string[], widths: readonly number[]): string {
  const pad = (cell: string, at: number): string =>
    at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0);
  return row.map(pad).join('   ');
}

/** Three digits tell enough. */
function show(value: number): string {
  return String(Number(value.toPrecision(3)));
}
