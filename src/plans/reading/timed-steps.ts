// Steps that call themselves nothing: a list of which every entry has its time.

import { descendantsOf, topicsFor, type Item } from './outline.ts';
import { stepOf, type StepsFound } from './steps.ts';
import { findDue, findSureDue, isOnlyTime } from './time/due.ts';
import type { When } from './time/when.ts';

/** The longest such list; entries open with a time ('Tháng 3: …') or all tell when they are done. */
export function timedSteps(items: readonly Item[], when: When): StepsFound {
  const lists = [...siblingsOf(items).values()].map((list) => timedOf(list, when));
  const longest = lists.reduce((best, list) => (list.length > best.length ? list : best), []);
  if (longest.length < 2) return { steps: [], used: new Set() };
  const parts = longest.map((entry) => [entry, ...descendantsOf(entry)]);
  return {
    steps: parts.map((part, at) => stepOf(part, at + 1, when)),
    used: new Set(parts.flat()),
  };
}

/** Paragraphs under one heading, apart from sections that set no work of their own. */
function siblingsOf(items: readonly Item[]): ReadonlyMap<Item, readonly Item[]> {
  const lists = new Map<Item, Item[]>();
  for (const item of items) {
    if (item.parent === null || item.paragraph.cells !== null) continue;
    const topic = topicsFor(item)[0];
    if (topic !== undefined && !mayHoldSteps.has(topic)) continue;
    const list = lists.get(item.parent);
    if (list === undefined) lists.set(item.parent, [item]);
    else list.push(item);
  }
  return lists;
}

const mayHoldSteps: ReadonlySet<string> = new Set(['contents', 'steps', 'period']);

function timedOf(list: readonly Item[], when: When): readonly Item[] {
  const opened = list.filter(opensWithTime);
  if (opened.length > 1) return opened;
  const isTimed = list.every((item) => isSurelyTimed(item, when));
  return isTimed ? list : [];
}

const opensWithTime = ({ paragraph: { folded } }: Item): boolean => {
  const at = folded.indexOf(':');
  return at > 3 && at < 60 && isOnlyTime(folded.slice(0, at));
};

const isSurelyTimed = ({ paragraph }: Item, when: When): boolean =>
  findSureDue(paragraph, when) !== null || findDue(paragraph, when)?.isApart === true;
