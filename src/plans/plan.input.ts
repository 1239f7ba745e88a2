// A corrected plan as it may come in from outside: every part checked once, every size bounded.

import * as v from 'valibot';
import { aDay } from '#ground/day.input.ts';
import { tidy } from '#ground/text.ts';
import type { Plan } from './plan.ts';

/** The longest plans have some hundred items of a kind; nobody writes a thousand. */
const mostItems = 1_000;
const longestText = 20_000;
const longestName = 500;

const named = v.pipe(v.string(), v.maxLength(longestName), v.transform(tidy));
const written = v.pipe(v.string(), v.maxLength(longestText), v.transform(tidy));
const filled = v.pipe(written, v.minLength(1));
/** An emptied field is a missing one. */
const optional = v.nullable(
  v.pipe(
    named,
    v.transform((text) => (text === '' ? null : text)),
  ),
);
const whenever = v.nullable(aDay);
const months = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120)));
const lineNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const lines = v.pipe(
  v.strictTuple([lineNumber, lineNumber]),
  v.check(([from, to]) => from <= to),
);
const bodies = v.pipe(v.array(named), v.maxLength(100));
const list = <S extends v.GenericSchema>(item: S) => v.pipe(v.array(item), v.maxLength(mostItems));

const located = { lines };
const passage = { ...located, text: written };
const signature = {
  ...located,
  authority: optional,
  position: optional,
  rank: optional,
  name: optional,
};
const timed = { due: whenever, dueText: optional };

const paper = v.object({
  ...located,
  kind: optional,
  number: optional,
  date: whenever,
  place: optional,
  agencyAbove: optional,
  agency: optional,
  title: optional,
  subject: v.nullable(written),
  sources: v.object({
    kind: v.exactOptional(lines),
    number: v.exactOptional(lines),
    date: v.exactOptional(lines),
    place: v.exactOptional(lines),
    agencyAbove: v.exactOptional(lines),
    agency: v.exactOptional(lines),
    title: v.exactOptional(lines),
    subject: v.exactOptional(lines),
  }),
  bases: list(v.object({ ...passage, number: optional, date: whenever })),
  approval: v.nullable(v.object({ ...signature, text: written })),
  signatory: v.nullable(v.object(signature)),
  recipients: list(v.object({ ...located, name: named, purpose: optional })),
});

const fact = v.object({
  ...located,
  measure: v.pipe(named, v.minLength(1)),
  of: optional,
  value: v.pipe(v.number(), v.finite(), v.minValue(-1e12), v.maxValue(1e12)),
  unit: optional,
  qualifier: v.picklist(['exact', 'over', 'under', 'about']),
  year: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2200))),
});

const step = v.object({
  ...passage,
  ...timed,
  text: filled,
  number: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostItems)),
  start: whenever,
  ongoing: v.boolean(),
  lead: bodies,
  support: bodies,
});

const review = v.object({
  ...passage,
  ...timed,
  kind: v.picklist(['interim', 'final']),
  everyMonths: months,
});

/** The whole plan; what passes is a Plan, tidied. Refused: wrong shapes, no days, too much. */
export const planInput = v.object({
  paper,
  programme: v.nullable(v.object({ ...located, name: named })),
  area: v.nullable(
    v.object({
      ...located,
      hamlet: optional,
      commune: optional,
      district: optional,
      province: optional,
    }),
  ),
  objectives: list(v.object(passage)),
  facts: list(fact),
  contents: list(v.object(passage)),
  steps: list(step),
  duties: list(
    v.object({ ...passage, ...timed, lead: bodies, support: bodies, ongoing: v.boolean() }),
  ),
  checks: list(v.object({ ...passage, everyMonths: months, unannounced: v.boolean() })),
  reviews: list(review),
  assignments: list(v.object({ ...passage, who: written })),
  means: list(v.object(passage)),
  funding: list(v.object({ ...passage, sources: bodies })),
  period: v.nullable(v.object({ ...passage, from: whenever, to: whenever })),
  unread: v.pipe(
    v.array(v.object({ ...passage, heading: v.exactOptional(v.boolean()) })),
    v.maxLength(20 * mostItems),
  ),
}) satisfies v.GenericSchema<unknown, Plan>;
