// What may come in about a body from a form, with its sizes.

import * as v from 'valibot';
import { aDay } from '#ground/day.input.ts';
import { isId, type CommandId, type UnitId } from '#ground/id.ts';
import { bodyKinds, type BodyId } from './body.ts';

const text = (longest: number) => v.pipe(v.string(), v.trim(), v.maxLength(longest));
const code = v.pipe(
  text(40),
  v.transform((typed) => (typed === '' ? null : typed)),
);

const command = { commandId: v.custom<CommandId>(isId), legalAct: text(300) };
const atUnit = { ...command, unitId: v.custom<UnitId>(isId) };
const ofBody = { ...command, bodyId: v.custom<BodyId>(isId) };

export const bodyInput = v.object({
  ...atUnit,
  kind: v.picklist(bodyKinds),
  name: text(160),
  code,
  from: aDay,
});
export const usualBodiesInput = v.object({ ...atUnit, from: aDay });
export const renewalInput = v.object(atUnit);
export const renameInput = v.object({ ...ofBody, name: text(160), from: aDay });
export const endInput = v.object({ ...ofBody, lastDay: aDay });

export type BodyInput = v.InferOutput<typeof bodyInput>;
