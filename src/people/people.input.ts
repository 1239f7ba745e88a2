// What may come in from a screen about people: invitations, roles, hand-overs, standing in; sizes bounded.

import * as v from 'valibot';
import { aDay } from '#ground/day.input.ts';
import {
  isId,
  type CommandId,
  type Id,
  type PersonId,
  type SiteId,
  type UnitId,
} from '#ground/id.ts';
import { roles } from './person.ts';

const id = <Of extends string>() => v.custom<Id<Of>>(isId);
const line = v.pipe(v.string(), v.maxLength(500));
const nothing = v.pipe(
  v.literal(''),
  v.transform(() => null),
);
/** A choice left open comes as '' or not at all. */
const orNothing = <S extends v.GenericSchema>(schema: S) =>
  v.optional(v.union([nothing, schema]), '');
const command = { commandId: v.custom<CommandId>(isId) };
const role = {
  role: v.picklist(roles),
  siteId: orNothing(v.custom<SiteId>(isId)),
  unitId: orNothing(v.custom<UnitId>(isId)),
};

export const inviteInput = v.object({
  ...command,
  ...role,
  name: line,
  email: v.optional(line, ''),
  from: aDay,
  until: aDay,
});
export const sheetInput = v.object({ ...command, invitationId: id<'invitation'>() });
export const acceptInput = v.object({
  ...command,
  code: line,
  username: v.optional(line, ''),
  password: v.pipe(v.string(), v.maxLength(1_000)),
  email: v.optional(line, ''),
});

/** About the person whose page it is. */
export const personInput = v.object({ ...command, personId: v.custom<PersonId>(isId) });
export const giftInput = v.object({
  ...personInput.entries,
  ...role,
  from: aDay,
  to: orNothing(aDay),
});
export const endInput = v.object({ ...command, holdingId: id<'holding'>(), lastDay: aDay });
export const handOverInput = v.object({
  ...command,
  holdingId: id<'holding'>(),
  toPerson: v.custom<PersonId>(isId),
  onDay: aDay,
});

export const standInInput = v.object({
  ...command,
  absentId: v.custom<PersonId>(isId),
  personId: v.custom<PersonId>(isId),
  from: aDay,
  to: aDay,
  reason: v.pipe(v.string(), v.maxLength(2_000)),
});
export const endStandInInput = v.object({ ...command, standInId: id<'stand-in'>() });
