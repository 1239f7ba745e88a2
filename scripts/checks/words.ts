// Every slice's sentences exist in Vietnamese and in English, and the English is English.

import { listFiles, report, root, type Problem } from './tree.ts';

/** Names that stay what they are in an English sentence. */
const names = ['Bình Yên', 'Tiếng Việt', 'Việt Nam'];
/** Sentences that are rightly the same in both languages. */
const sameInBoth = new Set(['Bình Yên', 'Tiếng Việt', 'English', 'DOCX', 'PDF', 'HTML', 'Email']);

/** What is wrong between two trees of sentences; `at` is where in them we stand. */
export function compareWords(vi: unknown, en: unknown, at = ''): string[] {
  if (isTree(vi) && isTree(en)) return compareTrees(vi, en, at);
  if (typeof vi === 'string' && typeof en === 'string') return compareSentences(vi, en, at);
  if (typeof vi === 'function' && typeof en === 'function') return [];
  return [`${at}: ${kindOf(vi)} in Vietnamese, ${kindOf(en)} in English`];
}

type Tree = Readonly<Record<string, unknown>>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

const kindOf = (value: unknown): string => (value === undefined ? 'missing' : typeof value);

const compareTrees = (vi: Tree, en: Tree, at: string): string[] =>
  [...new Set([...Object.keys(vi), ...Object.keys(en)])].flatMap((key) =>
    compareWords(vi[key], en[key], at === '' ? key : `${at}.${key}`),
  );

function compareSentences(vi: string, en: string, at: string): string[] {
  if (vi.trim() === '' || en.trim() === '') return [`${at}: empty`];
  if (vi === en && /\p{L}{2}/u.test(vi) && !sameInBoth.has(vi)) return [`${at}: the same in both`];
  return hasVietnamese(en) ? [`${at}: Vietnamese in the English “${en}”`] : [];
}

function hasVietnamese(text: string): boolean {
  const rest = names.reduce((left, name) => left.replaceAll(name, ''), text.normalize('NFC'));
  return /[đĐ]|\p{M}/u.test(rest.normalize('NFD'));
}

async function checkFile(path: string): Promise<Problem[]> {
  const module = (await import(`${root}${path}`)) as Tree;
  const found = Object.entries(module).filter(
    ([, value]) => isTree(value) && 'vi' in value && 'en' in value,
  ) as [string, Tree][];
  if (found.length === 0) return [{ path, says: 'holds no words(vi, en)' }];
  return found
    .flatMap(([name, both]) => compareWords(both['vi'], both['en'], name))
    .map((says) => ({ path, says }));
}

if (import.meta.main) {
  const paths = listFiles().map(({ path }) => path);
  const problems = await Promise.all(
    paths.filter((path) => path.endsWith('.words.ts')).map(checkFile),
  );
  report(problems.flat());
}
