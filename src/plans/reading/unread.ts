// What no item covers: kept in the paper's order, so that nothing of it is dropped.

import { tidy } from '#ground/text.ts';
import type { Lines, Unread } from '../plan.ts';
import { isBlank, isNoise } from './lines/noise.ts';
import type { Item } from './outline.ts';
import { isHeading } from './outline.ts';

/** Runs of lines that are covered by nothing, a paragraph of the outline at a time. */
export function unreadOf(
  text: readonly string[],
  items: readonly Item[],
  covered: readonly Lines[],
  tableHeads: ReadonlySet<Item>,
): readonly Unread[] {
  const isCovered = coverage(text.length, covered);
  const owner = ownersOf(text.length, items);
  const isNaming = (no: number): boolean => {
    const item = owner[no];
    if (item === undefined) return false;
    return isHeading(item) || item.kind === 'lead' || tableHeads.has(item) || isTableHead(item);
  };
  const unread: Unread[] = [];
  let run: number[] = [];
  const close = (): void => {
    if (run.length > 0) unread.push(passageOf(text, run, isNaming));
    run = [];
  };
  for (let no = 1; no <= text.length; no += 1) {
    const line = text[no - 1] ?? '';
    if (isBlank(line) || isNoise(line)) continue;
    const last = run.at(-1);
    if (
      isCovered[no] ||
      (last !== undefined && (owner[last] === undefined || owner[last] !== owner[no]))
    )
      close();
    if (!isCovered[no]) run.push(no);
  }
  close();
  return unread;
}

/** The head of a table of figures. */
const isTableHead = ({ paragraph }: Item): boolean =>
  /^(?:s?tt|số tt)$/iu.test(paragraph.cells?.[0] ?? '');

function passageOf(
  text: readonly string[],
  run: readonly number[],
  isNaming: (no: number) => boolean,
): Unread {
  const [from, to] = [run[0] ?? 0, run.at(-1) ?? 0];
  return {
    text: tidy(run.map((no) => text[no - 1]).join(' ')),
    ...(isNaming(from) ? { heading: true } : {}),
    lines: [from, to],
  };
}

/** Counted by where each stretch begins and ends, for many items may share one long stretch. */
function coverage(length: number, covered: readonly Lines[]): readonly boolean[] {
  const changes = Array.from({ length: length + 2 }, () => 0);
  for (const [from, to] of covered) {
    changes[from] = (changes[from] ?? 0) + 1;
    changes[to + 1] = (changes[to + 1] ?? 0) - 1;
  }
  let open = 0;
  return changes.map((change) => {
    open += change;
    return open > 0;
  });
}

function ownersOf(length: number, items: readonly Item[]): readonly (Item | undefined)[] {
  const owners = Array.from<Item | undefined>({ length: length + 1 });
  for (const item of items) owners.fill(item, item.paragraph.lines[0], item.paragraph.lines[1] + 1);
  return owners;
}
