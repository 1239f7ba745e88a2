// Reads the product's own source: which commands there are, what each calls, what it writes on record.

import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

/** A function, or what is made by one, at the top of a file. */
export type Declared = {
  readonly file: string;
  readonly name: string;
  readonly exported: boolean;
  /** Every name in it. */
  readonly mentions: ReadonlySet<string>;
};

export type Source = {
  readonly file: string;
  readonly declared: readonly Declared[];
  /** Local name → the file and the name it has there. */
  readonly imported: ReadonlyMap<string, { readonly file: string; readonly name: string }>;
  /** What stands as the command of something put on record. */
  readonly commands: ReadonlySet<string>;
};

export function readSources(): ReadonlyMap<string, Source> {
  const files = globSync(['src/*/server/**/*.ts', 'src/*/*.ts', 'src/routes/**/*.ts']).filter(
    (file) => !/(?:[.]test|\/testing)[.]ts$/.test(file),
  );
  const trees = files.map((file) =>
    ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true),
  );
  const places = placesIn(trees);
  return new Map(trees.map((tree) => [tree.fileName, readSource(tree, places)]));
}

/** Whether it comes, over however many calls in any file, to one of these names of a file. */
export function reaches(
  sources: ReadonlyMap<string, Source>,
  from: { readonly file: string; readonly name: string },
  goal: { readonly file: string; readonly names: readonly string[] },
  seen: Set<string> = new Set(),
): boolean {
  const key = `${from.file} ${from.name}`;
  if (seen.has(key)) return false;
  seen.add(key);
  if (from.file === goal.file) return goal.names.includes(from.name);
  const source = sources.get(from.file);
  const declared = source?.declared.find(({ name }) => name === from.name);
  if (!source || !declared) return false;
  return [...declared.mentions].some((name) => {
    const next = source.imported.get(name) ?? { file: source.file, name };
    return reaches(sources, next, goal, seen);
  });
}

function readSource(tree: ts.SourceFile, places: Places): Source {
  const file = tree.fileName;
  const declared = tree.statements.flatMap((statement) => declaredIn(file, statement));
  return { file, declared, imported: importsOf(file, tree), commands: commandsIn(tree, places) };
}

function declaredIn(file: string, statement: ts.Statement): readonly Declared[] {
  const exported = ts.canHaveModifiers(statement)
    ? (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    : false;
  const of = (name: string, node: ts.Node): Declared => ({
    file,
    name,
    exported,
    mentions: namesIn(node),
  });
  if (ts.isFunctionDeclaration(statement) && statement.name) {
    return [of(statement.name.text, statement)];
  }
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap((one) =>
    ts.isIdentifier(one.name) ? [of(one.name.text, one)] : [],
  );
}

function importsOf(file: string, tree: ts.SourceFile): Source['imported'] {
  const found = new Map<string, { file: string; name: string }>();
  for (const statement of tree.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier))
      continue;
    const bindings = statement.importClause?.namedBindings;
    if (!bindings || !ts.isNamedImports(bindings)) continue;
    const from = fileOf(file, statement.moduleSpecifier.text);
    for (const { name, propertyName } of bindings.elements)
      found.set(name.text, { file: from, name: (propertyName ?? name).text });
  }
  return found;
}

const fileOf = (file: string, specifier: string): string =>
  specifier.startsWith('#')
    ? `src/${specifier.slice(1)}`
    : relative('.', join(dirname(file), specifier));

function namesIn(node: ts.Node): ReadonlySet<string> {
  const names = new Set<string>();
  visit(node, (one) => {
    if (ts.isIdentifier(one)) names.add(one.text);
  });
  return names;
}

/** `command: '…'`, `commandOf = {…: '…'}`, and what is handed to a parameter called command. */
function commandsIn(tree: ts.SourceFile, places: Places): ReadonlySet<string> {
  const found = new Set<string>();
  visit(tree, (node) => {
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'command') {
      addTexts(found, node.initializer);
    }
    if (ts.isVariableDeclaration(node) && node.name.getText() === 'commandOf' && node.initializer) {
      visit(node.initializer, (part) => {
        if (ts.isPropertyAssignment(part)) addTexts(found, part.initializer);
      });
    }
    if (!ts.isCallExpression(node)) return;
    const at = places.get(node.expression.getText());
    const given = at === undefined ? undefined : node.arguments[at];
    if (given) addTexts(found, given);
  });
  return found;
}

/** The functions that are told a command's name, and as which of their arguments. */
type Places = ReadonlyMap<string, number>;

function placesIn(trees: readonly ts.SourceFile[]): Places {
  const places = new Map<string, number>();
  for (const tree of trees)
    visit(tree, (node) => {
      if (!ts.isFunctionLike(node)) return;
      const at = node.parameters.findIndex(({ name }) => name.getText() === 'command');
      const { parent } = node;
      const name = node.name ?? (ts.isVariableDeclaration(parent) ? parent.name : undefined);
      if (at !== -1 && name) places.set(name.getText(), at);
    });
  return places;
}

function addTexts(found: Set<string>, node: ts.Expression): void {
  if (ts.isStringLiteral(node)) found.add(node.text);
  if (!ts.isConditionalExpression(node)) return;
  addTexts(found, node.whenTrue);
  addTexts(found, node.whenFalse);
}

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}
