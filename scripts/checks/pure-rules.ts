// Rules know no clock, chance, disk or network: whatever of these they need is handed to them.

import ts from 'typescript';
import { isTest, listFiles, report, type Problem, type TextFile } from './tree.ts';

/** A slice's front room: all of its .ts files but those behind (server/) and of pictures. */
const frontRoom =
  /^src\/(?!ui\/|routes\/|service-worker\/)[^/]+\/(?!server\/|device\/).+(?<!\.svelte)\.ts$/;

const impure = new Set(
  `Date.now Math.random performance.now Temporal.Now fetch process setTimeout setInterval
   localStorage sessionStorage indexedDB document window navigator XMLHttpRequest WebSocket`.split(
    /\s+/,
  ),
);

export function findImpurities({ path, text }: TextFile): Problem[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const problems: Problem[] = [];
  const visit = (node: ts.Node): void => {
    const name = impurityOf(node);
    if (name !== undefined) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      problems.push({
        path,
        line: line + 1,
        says: `${name} in a rule; hand it over as an argument`,
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return problems;
}

function impurityOf(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date')
    return (node.arguments?.length ?? 0) === 0 ? 'new Date()' : undefined;
  if (ts.isPropertyAccessExpression(node)) return findImpure(node.getText());
  return ts.isIdentifier(node) && isFree(node) ? findImpure(node.text) : undefined;
}

const findImpure = (name: string): string | undefined => (impure.has(name) ? name : undefined);

/** Called or read as a value of its own: not a property, a parameter, a key or a type. */
function isFree(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isCallExpression(parent))
    return parent.expression === node && !isDeclaredIn(node.getSourceFile(), node.text);
  return false;
}

/** A name the file gives to a thing of its own is not the platform's. */
function isDeclaredIn(source: ts.SourceFile, name: string): boolean {
  const declares = (node: ts.Node): boolean =>
    ((ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isFunctionDeclaration(node)) &&
      node.name?.getText(source) === name) ||
    (ts.forEachChild(node, (child) => declares(child) || undefined) ?? false);
  return declares(source);
}

if (import.meta.main) {
  const rules = listFiles('src').filter(({ path }) => frontRoom.test(path) && !isTest(path));
  report(rules.flatMap(findImpurities));
}
