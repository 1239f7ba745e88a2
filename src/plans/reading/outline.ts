// The outline: which paragraph stands under which, and what each part of the paper is about.

import type { Paragraph } from './lines/paragraph.ts';
import type { SignKind } from './lines/sign.ts';
import { labelTopic, sectionOfLabel, topicsOf, type Topic } from './topics.ts';
import { isUpper, wordCount } from './written.ts';

export type Item = {
  readonly paragraph: Paragraph;
  readonly parent: Item | null;
  readonly children: readonly Item[];
  /** Sign and depth, 'none' for running text, 'bare' for a heading that lost its number. */
  readonly kind: Kind;
};
type Kind = SignKind | 'bare' | 'lead' | 'none';
type Growing = Omit<Item, 'children' | 'parent'> & { parent: Growing | null; children: Growing[] };

/** The paragraphs in their order, each knowing its parent and children. */
export function outline(paragraphs: readonly Paragraph[]): readonly Item[] {
  const items: Growing[] = [];
  let open: Growing[] = [];
  for (const paragraph of paragraphs) {
    const kind = kindOf(paragraph);
    open = openAbove(open, paragraph, kind);
    const parent = open.at(-1) ?? null;
    const item: Growing = { paragraph, parent, children: [], kind };
    parent?.children.push(item);
    items.push(item);
    if (kind !== 'none') open = [...open, item];
  }
  return items;
}

/** Whether an item is a heading of what follows rather than a piece of the plan itself. */
export function isHeading(item: Item): boolean {
  const { text, folded } = item.paragraph;
  if (item.kind === 'none' || item.kind === 'lead') return false;
  if (['part', 'caps', 'bare'].includes(item.kind) || isUpper(text)) return true;
  if (item.children.length === 0 || wordCount(text) > 40) return false;
  if (/[;!?…]$/u.test(text)) return false;
  // Some papers close even a heading with a full stop; then its words must say it is one.
  if (text.endsWith('.')) return topicsOf(folded.split(' ', 4).join(' ')).length > 0;
  return wordCount(text) <= (text.endsWith(':') ? 14 : 30) && !/: \S/u.test(text);
}

/** What an item is about: by its own words, else by the nearest heading above that says so. */
export function topicsFor(item: Item): readonly Topic[] {
  const above = item.parent === null ? [] : topicsFor(item.parent);
  const { folded } = item.paragraph;
  if (isHeading(item)) {
    const own = topicsOf(folded);
    return own.length > 0 && !keepsTopic(above, own) ? own : above;
  }
  if (item.paragraph.cells !== null) return above;
  const section = above.length === 0 && item.kind !== 'none' ? sectionOfLabel(folded) : null;
  if (section !== null) return [section];
  const label = labelTopic(folded);
  return label !== null && mayChange(above, label) ? [label] : above;
}

/** Whether the body begins here: what stands before are the bases and what leads to them. */
export const opensBody = (item: Item): boolean =>
  !['none', 'lead', 'dash', 'plus', 'star', 'bullet'].includes(item.kind);

/** The items under one, all the way down, in order. */
export const descendantsOf = (item: Item): readonly Item[] =>
  item.children.flatMap((child) => [child, ...descendantsOf(child)]);

/** Inside the situation 'Nội dung …' or 'Kiểm tra …' still tells what is, not what shall be done. */
const keepsTopic = (above: readonly Topic[], own: readonly Topic[]): boolean =>
  (above[0] === 'situation' &&
    !own.some((topic) => ['objectives', 'steps', 'bases'].includes(topic))) ||
  (above.includes('assignments') &&
    own.every((topic) => topic === 'duties' || topic === 'contents'));

function mayChange(above: readonly Topic[], label: Topic): boolean {
  if (above[0] === 'situation' || above[0] === 'objectives' || above[0] === 'bases') return false;
  return above[0] !== 'contents' || label === 'checks' || label === 'reviews';
}

const ranks: Readonly<Record<Kind, number>> = {
  part: 0,
  upper: 1,
  roman: 2,
  caps: 2,
  article: 3,
  arabic: 3,
  bare: 3,
  decimal: 4,
  paren: 6,
  letter: 6,
  lead: 6.5,
  step: 7,
  dash: 7,
  plus: 7,
  star: 7,
  bullet: 7,
  none: 9,
};

const lists: ReadonlySet<Kind> = new Set(['paren', 'dash', 'plus', 'star', 'bullet']);

/**
 * What stays open above a paragraph. A sign seen above closes down to its own level; a new list
 * sign goes one deeper; a new number closes whatever ranks below it, except a step it stands in.
 */
function openAbove(open: readonly Growing[], paragraph: Paragraph, kind: Kind): Growing[] {
  if (kind === 'none') return open.slice(0, depthOfText(open));
  const same = open.findLastIndex(
    (item) => item.kind === kind && depth(item.paragraph) === depth(paragraph),
  );
  if (same >= 0) return open.slice(0, same);
  if (lists.has(kind)) return [...open];
  const step = open.findLastIndex((item) => item.kind === 'step');
  const cutAt = open.findIndex((item, at) => at > step && rankOf(item) >= rank(kind, paragraph));
  const isAboveStep = step >= 0 && ranks[kind] <= 2;
  if (isAboveStep) return open.filter((item) => rankOf(item) < ranks[kind]);
  return kind === 'step'
    ? open.filter((item) => ranks[item.kind] < 6)
    : open.slice(0, cutAt < 0 ? open.length : cutAt);
}

/** Running text belongs to the heading above, not to the last dash of a list before it. */
function depthOfText(open: readonly Growing[]): number {
  const deepest = open.findLastIndex(
    (item) => !lists.has(item.kind) && item.kind !== 'lead' && item.kind !== 'letter',
  );
  return deepest + 1;
}

const depth = (paragraph: Paragraph): number => paragraph.sign?.label.split('.').length ?? 1;
const rank = (kind: Kind, paragraph: Paragraph): number =>
  kind === 'decimal' ? 3 + depth(paragraph) * 0.4 : ranks[kind];
const rankOf = (item: Growing): number => rank(item.kind, item.paragraph);

/** The kind of a paragraph's sign; text that introduces a list, or a heading without its number. */
function kindOf(paragraph: Paragraph): Kind {
  if (paragraph.sign !== null) return paragraph.sign.kind;
  if (paragraph.cells !== null) return 'none';
  const { text, folded } = paragraph;
  if (isBareHeading(text, folded)) return 'bare';
  return text.endsWith(':') ? 'lead' : 'none';
}

const isBareHeading = (text: string, folded: string): boolean =>
  wordCount(text) <= 10 &&
  /^\p{Lu}/u.test(text) &&
  !/[.;,!?…]$/u.test(text) &&
  !/: \S/u.test(text) &&
  topicsOf(folded.split(' ', 4).join(' ')).length > 0;
