// Who may import whom (.dependency-cruiser.mjs), type imports included, in components as well.

import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { listFiles, report, root, type Problem, type TextFile } from './tree.ts';

const code = /\.(?:ts|mjs|svelte)$/;
const settings = ['package.json', 'tsconfig.json', '.dependency-cruiser.mjs'];

/**
 * Checks a copy of the files in which every component is its script alone, named X.svelte.ts: the
 * tool compiles components before it looks, and the compiler throws type imports away.
 */
export function findBreaches(files: readonly TextFile[]): Problem[] {
  const house = mkdtempSync(join(tmpdir(), 'borders-'));
  try {
    files.filter(({ path }) => code.test(path)).forEach((file) => copyInto(house, file));
    for (const file of settings) copyFileSync(join(root, file), join(house, file));
    symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
    return cruise(house);
  } finally {
    rmSync(house, { recursive: true });
  }
}

function copyInto(house: string, { path, text }: TextFile): void {
  const isComponent = path.endsWith('.svelte');
  mkdirSync(dirname(join(house, path)), { recursive: true });
  // 'wx': a component and a module that would share one name must not hide each other.
  writeFileSync(
    join(house, isComponent ? `${path}.ts` : path),
    isComponent ? scriptOf(text) : text,
    {
      flag: 'wx',
    },
  );
}

const scriptOf = (text: string): string =>
  [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script).join('\n');

type Cruised = { summary: { violations: { rule: { name: string }; from: string; to: string }[] } };

function cruise(house: string): Problem[] {
  const tool = join(root, 'node_modules/.bin/depcruise');
  const { stdout, stderr } = spawnSync(tool, ['.', '--output-type', 'json'], {
    cwd: house,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (stdout === '') throw new Error(`dependency-cruiser did not run: ${stderr}`);
  const { summary } = JSON.parse(stdout) as Cruised;
  return summary.violations.map(({ rule, from, to }) => ({
    path: from.replace(/\.svelte\.ts$/, '.svelte'),
    says: `${rule.name}: imports ${to.replace(/^.*node_modules\//, '')}`,
  }));
}

if (import.meta.main)
  report(findBreaches(['src', 'scripts', 'tests', 'bench'].flatMap((folder) => listFiles(folder))));
