// A person's corrections of a reading: what they typed, put into the plan and checked once.

import * as v from 'valibot';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import {
  blankItems,
  listParts,
  placesForUnread,
  singleParts,
  type CorrectionField,
  type FieldKind,
  type ListPart,
  type SinglePart,
} from './correction-fields.ts';
import { planInput } from './plan.input.ts';
import type { Plan } from './plan.ts';

/** A value typed into a control, by the control's name; undefined where the form had none. */
export type Typed = (name: string) => string | undefined;

/** The names of the controls whose values were not of their kind: 'steps.2.due'. */
export type CorrectionRefusal = { readonly kind: 'not-understood'; readonly names: string[] };

type Item = Readonly<Record<string, unknown>>;

/**
 * The plan with what was typed. Controls are named 'area.hamlet' and 'steps.2.due'; an item whose
 * 'steps.2.remove' is set is taken out, 'steps.add' counts the blank items put at the end, and
 * 'unread.4.to' names the part an unplaced passage is moved to.
 */
export function decideCorrection(plan: Plan, typed: Typed): Outcome<Plan, CorrectionRefusal> {
  const raw = { ...plan, paper: { ...plan.paper } };
  for (const [part, fields] of entriesOf<SinglePart>(singleParts)) {
    setAt(raw, part, singleWith(itemAt(plan, part), fields, part, typed));
  }
  for (const [part, fields] of entriesOf<ListPart>(listParts)) {
    const items = [...itemsOf(plan, part), ...blanksFor(part, typed)];
    setAt(raw, part, [...listWith(items, fields, part, typed), ...movedTo(part, plan, typed)]);
  }
  raw.unread = plan.unread.filter((_, at) => !placeOf(at, typed));
  const checked = v.safeParse(planInput, raw);
  if (!checked.success) {
    const names = checked.issues.map((issue) => v.getDotPath(issue) ?? '');
    return refused({ kind: 'not-understood', names: [...new Set(names)] });
  }
  return done(withoutRemoved(checked.output, typed));
}

/** The items of a part of the plan, for the screen and for the correction alike. */
export function itemsOf(plan: Plan, part: ListPart): readonly Item[] {
  if (part === 'paper.bases') return plan.paper.bases;
  if (part === 'paper.recipients') return plan.paper.recipients;
  return plan[part];
}

export function itemAt(plan: Plan, part: SinglePart): Item | null {
  if (part === 'paper') return plan.paper;
  if (part === 'paper.approval') return plan.paper.approval;
  if (part === 'paper.signatory') return plan.paper.signatory;
  return plan[part];
}

/** How a value stands in its control. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return value.join('; ');
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'boolean') return value ? 'yes' : '';
  return typeof value === 'string' ? value : '';
}

/** An item in one line, for a list that is looked over before it is opened. */
export function brief(part: ListPart, item: Item): string {
  if (part === 'facts') {
    const { measure, of, value, unit, year } = item;
    const figure = `${shown(value)} ${shown(unit)}`.trim();
    return [measure, of, figure, year].filter(Boolean).map(shown).join(' · ');
  }
  const said = shown(item['text']) || [item['name'], item['purpose']].map(shown).join(' ').trim();
  const who = shown(item['who']);
  return part === 'steps'
    ? `${shown(item['number'])}. ${said}`
    : [who, said].filter(Boolean).join(': ');
}

const entriesOf = <K extends string>(
  parts: Readonly<Record<K, readonly CorrectionField[]>>,
): readonly (readonly [K, readonly CorrectionField[]])[] =>
  Object.entries(parts) as [K, readonly CorrectionField[]][];

function setAt(raw: Item, path: string, value: unknown): void {
  const [first = '', second] = path.split('.');
  if (second === undefined) Object.assign(raw, { [first]: value });
  else Object.assign(raw[first] as object, { [second]: value });
}

/** A part the paper lacks comes to be when something is typed into it. */
function singleWith(
  item: Item | null,
  fields: readonly CorrectionField[],
  part: SinglePart,
  typed: Typed,
): Item | null {
  const empty = Object.fromEntries(fields.map(({ name }) => [name, null]));
  if (item) return withTyped(item, fields, part, typed);
  if (!fields.some(({ name }) => typed(`${part}.${name}`)?.trim())) return null;
  return withTyped({ ...empty, text: '', lines: [0, 0] }, fields, part, typed);
}

function listWith(
  items: readonly Item[],
  fields: readonly CorrectionField[],
  part: ListPart,
  typed: Typed,
): readonly Item[] {
  return items.map((item, at) => withTyped(item, fields, `${part}.${at}`, typed));
}

const mostAddedAtOnce = 20;

function blanksFor(part: ListPart, typed: Typed): readonly Item[] {
  const count = Math.min(Number(typed(`${part}.add`)) || 0, mostAddedAtOnce);
  return Array.from({ length: count }, () => ({ ...blankItems[part], lines: [0, 0] }));
}

const placeOf = (at: number, typed: Typed): ListPart | undefined =>
  placesForUnread.find((part) => part === typed(`unread.${at}.to`));

const movedTo = (part: ListPart, plan: Plan, typed: Typed): readonly Item[] =>
  plan.unread
    .filter((_, at) => placeOf(at, typed) === part)
    .map((passage) => ({ ...blankItems[part], ...passage }));

function withTyped(
  item: Item,
  fields: readonly CorrectionField[],
  prefix: string,
  typed: Typed,
): Item {
  const values = fields.flatMap(({ name, kind }) => {
    const value = typed(`${prefix}.${name}`);
    return value === undefined ? [] : [[name, fromTyped[kind](value)] as const];
  });
  return { ...item, ...Object.fromEntries(values) };
}

/** What cannot be understood stays a string, which the plan's schema then refuses by name. */
const fromTyped: Readonly<Record<FieldKind, (typed: string) => unknown>> = {
  line: (typed) => typed,
  long: (typed) => typed,
  day: (typed) => typed.trim() || null,
  number: (typed) => numberFrom(typed.trim()),
  yes: (typed) => typed === 'yes',
  list: (typed) =>
    typed
      .split(/[;\n]/)
      .map((name) => name.trim())
      .filter(Boolean),
  choice: (typed) => typed,
};

/** '1.222' and '991,89' as Vietnamese papers write them; null for an empty control. */
function numberFrom(typed: string): unknown {
  if (typed === '') return null;
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(typed))
    return Number(typed.replaceAll('.', '').replace(',', '.'));
  return /^-?\d+([.,]\d+)?$/.test(typed) ? Number(typed.replace(',', '.')) : typed;
}

function withoutRemoved(plan: Plan, typed: Typed): Plan {
  const next = { ...plan, paper: { ...plan.paper } };
  for (const [part] of entriesOf<ListPart>(listParts)) {
    const kept = itemsOf(plan, part).filter((_, at) => typed(`${part}.${at}.remove`) !== 'yes');
    setAt(next, part, kept);
  }
  return next;
}
