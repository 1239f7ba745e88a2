// What may come in about a roster: exactly these fields, each with its size.

import * as v from 'valibot';
import { aDay } from '#ground/day.input.ts';
import { isId, type CommandId, type Id, type SiteId } from '#ground/id.ts';

const id = <Of extends string>() => v.custom<Id<Of>>(isId);
const nothing = v.pipe(
  v.literal(''),
  v.transform(() => null),
);
const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const dates = { from: aDay, to: v.optional(v.union([nothing, aDay]), '') };
const command = { commandId: v.custom<CommandId>(isId), siteId: v.custom<SiteId>(isId) };

export const memberInput = v.object({
  ...command,
  ...dates,
  /** Without one somebody is added; with one their entry is corrected. */
  memberId: v.optional(id<'member'>()),
  name: text(120),
  part: text(80),
  organisation: v.optional(text(120), ''),
  phone: v.optional(v.union([nothing, text(20)]), ''),
  core: v.optional(
    v.pipe(
      v.literal('yes'),
      v.transform((): boolean => true),
    ),
  ),
  consentedOn: aDay,
});
export type MemberInput = v.InferOutput<typeof memberInput>;

export const householdInput = v.object({
  ...command,
  ...dates,
  householdId: v.optional(id<'household'>()),
  number: text(20),
  representative: text(120),
  group: v.optional(text(80), ''),
  place: v.optional(text(200), ''),
  committedOn: v.optional(v.union([nothing, aDay]), ''),
});
export type HouseholdInput = v.InferOutput<typeof householdInput>;
