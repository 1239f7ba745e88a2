// What may come in about a breach: when it was found and what is known, and each thing done since.

import * as v from 'valibot';
import { isId, type CommandId } from '#ground/id.ts';
import type { Instant } from '#ground/day.ts';
import { breachEventKinds, breachWhose, toldWhom, type BreachId } from './breach.ts';

const commandId = v.custom<CommandId>(isId);
const anInstant = v.custom<Instant>(
  (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)) && value.endsWith('Z'),
);
const assessment = v.object({
  happened: v.pipe(v.string(), v.maxLength(4_000)),
  whose: v.optional(v.array(v.picklist(breachWhose))),
  touched: v.pipe(v.array(v.pipe(v.string(), v.maxLength(63))), v.maxLength(200)),
  people: v.nullable(v.number()),
  consequences: v.pipe(v.string(), v.maxLength(4_000)),
});

export const breachInput = v.object({
  commandId,
  foundAt: anInstant,
  assessment,
  /** What was done already; the first step of many, or none yet. */
  measure: v.optional(v.pipe(v.string(), v.maxLength(4_000))),
});
export type BreachInput = v.InferOutput<typeof breachInput>;

export const breachStepInput = v.object({
  commandId,
  breachId: v.custom<BreachId>(isId),
  kind: v.picklist(breachEventKinds),
  at: anInstant,
  note: v.pipe(v.string(), v.maxLength(4_000)),
  told: v.nullable(v.picklist(toldWhom)),
  assessment: v.nullable(assessment),
});
export type BreachStepInput = v.InferOutput<typeof breachStepInput>;
