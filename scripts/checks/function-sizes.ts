// The size of our files and functions as a whole: a house stays liveable by its medians and its tail.

import ts from 'typescript';
import { percentile } from '../measure.ts';
import {
  isGenerated,
  isTest,
  linesOf,
  listFiles,
  report,
  type Problem,
  type TextFile,
} from './tree.ts';

/** Upper limits in lines (the project's style); the longest of each is limited by lint as well. */
const limits = {
  files: { median: 80, p90: Infinity, longest: 300 },
  functions: { median: 8, p90: 20, longest: 50 },
};

type Sizes = { readonly median: number; readonly p90: number; readonly longest: number };

export function sizesOf(lines: readonly number[]): Sizes {
  const at = (share: number): number => percentile(lines, share);
  return { median: at(0.5), p90: at(0.9), longest: at(1) };
}

/** Lines of every function that has a name or is bound to one; passing callbacks are part of theirs. */
export function functionLines({ path, text }: TextFile): number[] {
  const source = ts.createSourceFile(path, scriptOf(path, text), ts.ScriptTarget.Latest, true);
  const lines: number[] = [];
  const visit = (node: ts.Node): void => {
    if (isNamedFunction(node)) lines.push(spanOf(node, source));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return lines;
}

function isNamedFunction(node: ts.Node): boolean {
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return isBinding(node.parent);
  return ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;
}

const isBinding = (node: ts.Node): boolean =>
  ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node) || ts.isPropertyDeclaration(node);

function spanOf(node: ts.Node, source: ts.SourceFile): number {
  const lineAt = (position: number): number => source.getLineAndCharacterOfPosition(position).line;
  return lineAt(node.end) - lineAt(node.getStart(source)) + 1;
}

/** Of a component only what stands in its scripts. */
const scriptOf = (path: string, text: string): string =>
  path.endsWith('.svelte')
    ? [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code).join('\n')
    : text;

const findExcess = (path: string, sizes: Sizes, limit: Sizes): Problem[] =>
  (['median', 'p90', 'longest'] as const)
    .filter((which) => sizes[which] > limit[which])
    .map((which) => ({ path, says: `${which} ${sizes[which]} lines; limit ${limit[which]}` }));

const isMeasured = ({ path }: TextFile): boolean =>
  /\.(?:ts|mjs|svelte)$/.test(path) && !isTest(path) && !isGenerated(path);

if (import.meta.main) {
  const files = listFiles().filter(isMeasured);
  const found = {
    files: sizesOf(files.map(({ text }) => linesOf(text))),
    functions: sizesOf(files.flatMap(functionLines)),
  };
  const lines = Object.entries(found).map(
    ([of, { median, p90, longest }]) => `${of} ${median} / ${p90} / ${longest}`,
  );
  console.log(`median / p90 / longest lines: ${lines.join(', ')}`);
  report([
    ...findExcess('files', found.files, limits.files),
    ...findExcess('functions', found.functions, limits.functions),
  ]);
}
