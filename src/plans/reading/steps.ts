// The steps: paragraphs called Bước, Giai đoạn, Đợt or Tuần, or a list under a heading about steps.

import type { PlanStep } from '../plan.ts';
import { bodiesOfCell, bodiesIn } from './bodies.ts';
import { labelOf } from './lines/paragraph.ts';
import { stepLabel } from './lines/sign.ts';
import { parseOrdinal } from './number-words.ts';
import { descendantsOf, isHeading, topicsFor, type Item } from './outline.ts';
import { findDue, noDue, readDue, type Due, type DueFound } from './time/due.ts';
import type { When } from './time/when.ts';
import { cut, written, type Written } from './written.ts';

export type StepsFound = { readonly steps: readonly PlanStep[]; readonly used: ReadonlySet<Item> };

/** Steps that call themselves so. */
export function namedSteps(items: readonly Item[], when: When): StepsFound {
  const heads = items.filter(opensStep);
  const word = mostCommon(heads.map(wordOf));
  const chosen = rising(heads.filter((item) => wordOf(item) === word));
  const parts = chosen.map((head, at) => partsOf(items, head, chosen, at));
  return {
    steps: parts.map((part, at) => stepOf(part, numberOf(chosen[at]) ?? at + 1, when)),
    used: new Set([...parts.flat(), ...chosen.flatMap(stagesOf)]),
  };
}

/** The stages the steps stand in: their time is the steps', their title is a heading. */
const stagesOf = ({ parent }: Item): readonly Item[] =>
  parent !== null && stepLabel.test(parent.paragraph.folded) ? [parent] : [];

/** A list under a heading such as 'Tiến độ thực hiện', each entry a step. */
export function listedSteps(items: readonly Item[], when: When): StepsFound {
  const heading = items.find((item) => isHeading(item) && isAboutSteps(item));
  const kind = heading?.children.find((child) => child.kind !== 'none')?.kind;
  const entries =
    heading?.children.filter((child) => child.kind === kind && child.paragraph.cells === null) ??
    [];
  if (entries.length < 2) return { steps: [], used: new Set() };
  const parts = entries.map((entry) => [entry, ...descendantsOf(entry)]);
  const steps = parts.map((part, at) => stepOf(part, at + 1, when));
  const isTimed =
    heading !== undefined &&
    (topicsFor(heading).includes('steps') || steps.every((step) => step.dueText !== null));
  return isTimed ? { steps, used: new Set(parts.flat()) } : { steps: [], used: new Set() };
}

const isAboutSteps = (item: Item): boolean => {
  const topics = topicsFor(item);
  return (
    item.children.length > 1 &&
    (topics[0] === 'steps' || topics.includes('steps') || topics[0] === 'period')
  );
};

function opensStep(item: Item): boolean {
  if (item.paragraph.cells !== null) return false;
  const match = stepLabel.exec(item.paragraph.folded);
  if (match === null) return false;
  const after = item.paragraph.text.slice(match[0].length);
  const isLabel = /^ ?(?:[:.(,/–-]|$)/u.test(after) || /^ (?:\p{Lu}|tháng )/u.test(after);
  return isLabel && !['situation', 'objectives'].includes(topicsFor(item)[0] ?? '');
}

const wordOf = (item: Item): string => stepLabel.exec(item.paragraph.folded)?.[1] ?? '';
const numberOf = (item: Item | undefined): number | null =>
  item === undefined ? null : parseOrdinal(stepLabel.exec(item.paragraph.folded)?.[2] ?? '');

function mostCommon(words: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].reduce<readonly [string | null, number]>(
    (best, one) => (one[1] > best[1] ? one : best),
    [null, 0],
  )[0];
}

/** Later mentions of the same numbers ('Bước 1: Công an xã chủ trì') are not the steps again. */
function rising(heads: readonly Item[]): readonly Item[] {
  let last = 0;
  return heads.filter((head) => {
    const number = numberOf(head) ?? last + 1;
    if (number <= last) return false;
    last = number;
    return true;
  });
}

/**
 * A step with all that stands under it. Between two steps that is everything; after the last one
 * only what is below it, and such neighbours as the earlier steps had too.
 */
function partsOf(
  items: readonly Item[],
  head: Item,
  heads: readonly Item[],
  at: number,
): readonly Item[] {
  const from = items.indexOf(head);
  const next = heads[at + 1];
  const below = new Set(descendantsOf(head));
  const isTogether = next !== undefined && next.parent === head.parent;
  const kinds = isTogether ? null : neighbourKinds(items, heads.slice(0, at + 1));
  const part = new Set([head]);
  for (let here = from + 1; here < items.length; here += 1) {
    const item = items[here];
    if (item === undefined || item === next) break;
    const isNeighbour = item.parent === head.parent && (kinds === null || kinds.has(item.kind));
    const isBelow = below.has(item) || (item.parent !== null && part.has(item.parent));
    if (!isBelow && !isNeighbour) break;
    part.add(item);
  }
  return [...part];
}

function neighbourKinds(items: readonly Item[], heads: readonly Item[]): ReadonlySet<string> {
  const [first, last] = [heads[0], heads.at(-1)];
  if (first === undefined || last === undefined || first === last) return new Set();
  const between = items.slice(items.indexOf(first), items.indexOf(last));
  const own = between.filter((item) => item.parent === first.parent && !heads.includes(item));
  return new Set(own.map((item) => item.kind));
}

export function stepOf(part: readonly Item[], number: number, when: When): PlanStep {
  const [head, ...rest] = part;
  if (head === undefined) throw new Error('a step has a head');
  const due = dueOf(head, rest, when);
  const own = ownText(head.paragraph, due.inHead);
  const below = rest
    .filter(tellsWork)
    .map((item) => item.paragraph.whole)
    .join(' ');
  const lines = part.map((item) => item.paragraph.lines);
  return {
    number,
    text: [ended(own, below), below].join(' ').trim() || head.paragraph.text,
    ...due.due,
    ...bodiesOfStep(part),
    lines: [head.paragraph.lines[0], lines.reduce((last, [, to]) => Math.max(last, to), 0)],
  };
}

/** A title that stood on its own line is set off from what follows it on the same line here. */
const ended = (title: string, below: string): string =>
  below === '' || title === '' || /[.;:!?…]$/u.test(title) ? title : `${title}:`;

/** The step's words without its label and without the due words, which stand in `dueText`. */
function ownText(of: Written, due: DueFound | null): string {
  const label = stepLabel.exec(of.folded)?.[0].length ?? 0;
  if (due === null || due.at < label || !due.isApart) return trimmed(of.text.slice(label));
  return trimmed(`${of.text.slice(label, due.at).trimEnd()} ${of.text.slice(due.end).trimStart()}`);
}

const trimmed = (text: string): string =>
  text
    .replace(/^[\s:.,–\-)/]+/u, '')
    .replace(/\s+([.,;:])/gu, '$1')
    .replace(/([.:;,]) ?[.;]$/u, '$1')
    .trim();

type StepDue = { readonly due: Due; readonly inHead: DueFound | null };

function dueOf(head: Item, rest: readonly Item[], when: When): StepDue {
  const inHead = findDue(head.paragraph, when);
  const found = inHead ?? dueBelow(rest, when) ?? dueAbove(head, when) ?? noDue;
  return { due: upheld(bare(found), head.paragraph), inHead };
}

/** 'Duy trì …', or from a day on every month: without a last day such a step goes on. */
function upheld(due: Due, of: Written): Due {
  const said = cut(of, stepLabel.exec(of.folded)?.[0].length ?? 0).folded;
  const isKept = /^[^\p{L}]*(?:tu [^:]{2,40}: ?)?duy tri\b/u.test(said);
  const isRepeated = /\b(?:hang|moi|dinh ky) (?:hang )?(?:ngay|tuan|thang|quy)\b/u.test(said);
  const goesOn = due.due === null && (isKept || (due.start !== null && isRepeated));
  return goesOn ? { ...due, ongoing: true } : due;
}

const bare = ({ due, start, dueText, ongoing }: Due): Due => ({ due, start, dueText, ongoing });

/** 'Thời gian: …' under the step, else the latest of the times its parts are given. */
function dueBelow(rest: readonly Item[], when: When): Due | null {
  const labelled = rest
    .map(({ paragraph }) => labelOf(paragraph))
    .find((found) => found !== null && timeLabel.test(found.label.folded));
  if (labelled) return readDue(labelled.rest, when);
  const found = rest.flatMap(({ paragraph }) => findDue(paragraph, when) ?? []);
  const last = found.reduce<Due | null>(
    (best, one) => (best === null || (one.due ?? '') > (best.due ?? '') ? one : best),
    null,
  );
  return last === null ? null : bare(last);
}

/** Time and bodies under their own labels stand in fields of their own, not in the step's text. */
function tellsWork({ paragraph }: Item): boolean {
  const label = labelOf(paragraph)?.label.folded ?? '';
  return ![timeLabel, leadLabel, supportLabel].some((words) => words.test(label));
}

const timeLabel =
  /^(?:thoi gian|thoi han|tien do|hoan thanh)(?: (?:thuc hien|hoan thanh|tien hanh|trien khai))?$/u;
const leadLabel = /^(?:don vi |co quan )?(?:chu tri|thuc hien|phu trach)(?: thuc hien)?$/u;
const supportLabel = /^(?:don vi |co quan )?phoi hop(?: thuc hien)?$/u;

/** A step within a stage that has a time is done within that time. */
function dueAbove(head: Item, when: When): Due | null {
  const stage = head.parent;
  if (stage === null || !stepLabel.test(stage.paragraph.folded)) return null;
  const due = findDue(stage.paragraph, when);
  return due === null ? null : bare(due);
}

/** Bodies named under 'Chủ trì:' and 'Phối hợp:', else in the running text. */
function bodiesOfStep(part: readonly Item[]): {
  lead: readonly string[];
  support: readonly string[];
} {
  const labels = part.flatMap(({ paragraph }) => labelOf(paragraph) ?? []);
  const under = (words: RegExp): readonly string[] =>
    labels
      .filter(({ label }) => words.test(label.folded))
      .flatMap(({ rest }) => bodiesOfCell(rest));
  const lead = under(leadLabel);
  const support = under(supportLabel);
  if (lead.length + support.length > 0) return { lead, support };
  const all = part.map(({ paragraph }) => bodiesIn(withoutLabel(paragraph)));
  return { lead: all.flatMap((one) => one.lead), support: all.flatMap((one) => one.support) };
}

function withoutLabel(of: Written): Written {
  const match = stepLabel.exec(of.folded);
  return match === null ? of : written(trimmed(cut(of, match[0].length).text));
}
