// The colours of every mode keep the contrast WCAG 2.2 AA asks for, computed from the tokens file itself.
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Colours = ReadonlyMap<string, string>;

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const light = coloursAfter(':root {');
const modes = [
  ['light', light],
  ['dark', new Map([...light, ...coloursAfter('prefers-color-scheme: dark')])],
  ['print', new Map([...light, ...coloursAfter('@media print')])],
] as const;

const grounds = ['--page', '--surface', '--sunk'];
const washes = ['--ours-wash', '--due-wash', '--danger-wash'];

/** Text that is read at length, second-rank text and links too, needs 7:1 (WCAG 1.4.6). */
const read: readonly (readonly [string, readonly string[]])[] = [
  ['--ink', [...grounds, ...washes]],
  ['--ink-soft', [...grounds, ...washes]],
  ['--ours', [...grounds, ...washes]],
  ['--ours-deep', [...grounds, ...washes]],
];

/** Any other text needs 4.5:1 (WCAG 1.4.3). */
const texts: readonly (readonly [string, readonly string[]])[] = [
  ['--due', [...grounds, '--due-wash']],
  ['--danger', [...grounds, '--danger-wash']],
  ['--on-ours', ['--ours', '--ours-deep']],
  ['--on-danger', ['--danger', '--danger-deep']],
  ['--on-due-strong', ['--due-strong']],
];

/** The border of a control and the focus ring need 3:1 (WCAG 1.4.11). */
const edges: readonly (readonly [string, readonly string[]])[] = [
  ['--edge', [...grounds, ...washes]],
  ['--focus', [...grounds, ...washes]],
];

describe.each(modes)('in %s', (mode, colours) => {
  test('soft text and links read as well as any text, on every ground they stand on', () => {
    expect(tooFaint(colours, read, 7)).toEqual([]);
  });
  test('every other text reads on every ground it stands on', () => {
    expect(tooFaint(colours, texts, 4.5)).toEqual([]);
  });
  test('every border of a control and the focus ring can be seen', () => {
    const drawn = mode === 'print' ? edges.filter(([name]) => name !== '--focus') : edges;
    expect(tooFaint(colours, drawn, 3)).toEqual([]);
  });
});

test('dark mode replaces every colour of light mode, but for a sheet of paper', () => {
  const replaced = [...light.keys()].filter((name) => !name.startsWith('--paper-'));
  expect([...coloursAfter('prefers-color-scheme: dark').keys()]).toEqual(replaced);
});

test('body text is at least 16 px and a line at most 70 characters', () => {
  expect(Number(/--text: ([\d.]+)rem/.exec(css)?.[1]) * 16).toBeGreaterThanOrEqual(16);
  expect(Number(/--measure: (\d+)ch/.exec(css)?.[1])).toBeLessThanOrEqual(70);
});

test('a control is at least 44 px high', () => {
  expect(Number(/--thumb: ([\d.]+)rem/.exec(css)?.[1]) * 16).toBeGreaterThanOrEqual(44);
});

test('no other style of the house names a colour of its own', () => {
  const root = new URL('../', import.meta.url);
  const files = globSync('**/*.{svelte,css}', { cwd: root }).filter((f) => f !== 'ui/tokens.css');
  const named = files.flatMap((file) =>
    [...stylesOf(readFileSync(new URL(file, root), 'utf8'), file).matchAll(ownColour)].map(
      ([found]) => `${file}: ${found}`,
    ),
  );
  expect(files).toContain('ui/button.css');
  expect(named).toEqual([]);
});

const ownColour = /#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|lab)\(/gi;

const stylesOf = (text: string, file: string): string =>
  file.endsWith('.css') ? text : (/<style>([\s\S]*)<\/style>/.exec(text)?.[1] ?? '');

function coloursAfter(start: string): Colours {
  const from = css.indexOf(start);
  if (from < 0) throw new Error(`tokens.css has no ${start}`);
  const block = css.slice(css.indexOf('--', from), css.indexOf('}', from));
  return new Map(
    [...block.matchAll(/(--[\w-]+): (#[\da-f]{6});/g)].map(([, name = '', hex = '']) => [
      name,
      hex,
    ]),
  );
}

function tooFaint(
  colours: Colours,
  pairs: readonly (readonly [string, readonly string[]])[],
  wanted: number,
): string[] {
  return pairs.flatMap(([front, backs]) =>
    backs
      .map((back) => ({ back, ratio: contrast(get(colours, front), get(colours, back)) }))
      .filter(({ ratio }) => ratio < wanted)
      .map(({ back, ratio }) => `${front} on ${back}: ${ratio.toFixed(2)}`),
  );
}

function get(colours: Colours, name: string): string {
  const hex = colours.get(name);
  if (!hex) throw new Error(`no colour ${name}`);
  return hex;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
