// The hotline of a unit: its number, who answers now, the week's roster with its gaps, missed calls.

import type { Actions } from '@sveltejs/kit';
import * as v from 'valibot';
import { addDays, parseDay, weekdayOf } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { findOwnKey } from '#sealed/server/key-store.ts';
import { listFitting, listMyShares, listRecipients } from '#sealed/server/ring-store.ts';
import { answeringAt, gapsOf } from '#tips/hotline.ts';
import {
  answeredInput,
  hotlineInput,
  missedInput,
  shiftInput,
  shiftsInput,
} from '#tips/hotline.input.ts';
import {
  addShifts,
  answerMissedCall,
  noteMissedCall,
  removeShift,
  setHotline,
  takeTelephone,
} from '#tips/server/hotline-commands.ts';
import { findHotline, listMissedCalls, listShifts } from '#tips/server/hotline-store.ts';
import { hourNow } from './hour-now.ts';
import { operatorOf, refuse, saved, sentIn, unitAsked } from './hotline-answers.ts';
import type { PageServerLoad } from './$types';

const week = 7;

export const load: PageServerLoad = async ({ locals, url }) => {
  const actor = operatorOf(locals);
  const { db, today, timeZone } = locals;
  const { units, unit } = await unitAsked(locals, actor, url);
  if (!unit) return { units, unit, at: null, today };
  const { unitId } = unit;
  const asked = parseDay(url.searchParams.get('week')) ?? today;
  const from = addDays(asked, 1 - weekdayOf(asked));
  const to = addDays(from, week - 1);
  const shifts = await listShifts(db, unitId, from, to);
  const now = { day: today, hour: hourNow(timeZone) };
  return {
    units,
    unit,
    today,
    at: {
      from,
      to,
      shifts: shifts.filter(({ day }) => day >= from),
      gaps: gapsOf(shifts, from, week),
      now: answeringAt(await listShifts(db, unitId, today, today), now),
      hotline: (await findHotline(db, unitId)) ?? null,
      people: await listFitting(db, { purpose: 'tip', unitId }),
      missed: await listMissedCalls(db, unitId, addDays(today, -week)),
      ring: (await listRecipients(db, { purpose: 'tip', unitId })) ?? null,
      ownKey: (await findOwnKey(db, actor.personId)) ?? null,
      shares: await listMyShares(db),
      personId: actor.personId,
      commandId: newId<'command'>(),
      callId: newId<'call'>(),
    },
  };
};

export const actions = {
  number: async ({ request, locals }) => {
    const { db, today, language } = locals;
    const { typed, input } = await sentIn(request, hotlineInput);
    if (!input) return refuse('number', 'invalid', typed, language);
    const set = await setHotline(db, operatorOf(locals), input, today);
    return set.ok ? saved('number', language) : refuse('number', set.refusal, typed, language);
  },
  shifts: async ({ request, locals }) => {
    const { db, language } = locals;
    const { typed, input } = await sentIn(request, shiftsInput);
    if (!input) return refuse('shifts', 'invalid', typed, language);
    const added = await addShifts(db, operatorOf(locals), input);
    return added.ok ? saved('shifts', language) : refuse('shifts', added.refusal, typed, language);
  },
  remove: async ({ request, locals }) => {
    const { db, today, language } = locals;
    const { typed, input } = await sentIn(request, shiftInput);
    if (!input) return refuse('remove', 'invalid', typed, language);
    const gone = await removeShift(db, operatorOf(locals), input, today);
    return gone.ok ? saved('remove', language) : refuse('remove', gone.refusal, typed, language);
  },
  take: async ({ request, locals }) => {
    const { db, today, language } = locals;
    const { typed, input } = await sentIn(request, shiftInput);
    if (!input) return refuse('take', 'invalid', typed, language);
    const taken = await takeTelephone(db, operatorOf(locals), input, today);
    return taken.ok ? saved('take', language) : refuse('take', taken.refusal, typed, language);
  },
  missed: async ({ request, locals }) => {
    const { db, today, language } = locals;
    const withNumber = v.object({
      ...missedInput.entries,
      number: v.optional(v.pipe(v.string(), v.parseJson(), missedInput.entries.number)),
    });
    const { typed, input } = await sentIn(request, withNumber);
    if (!input) return refuse('missed', 'invalid', typed, language);
    const { number, ...call } = input;
    const noted = { ...call, ...(number && { number }) };
    const kept = await noteMissedCall(db, operatorOf(locals), noted, today);
    return kept.ok ? saved('missed', language) : refuse('missed', kept.refusal, typed, language);
  },
  answered: async ({ request, locals }) => {
    const { db, today, language } = locals;
    const { typed, input } = await sentIn(request, answeredInput);
    if (!input) return refuse('answered', 'invalid', typed, language);
    const kept = await answerMissedCall(db, operatorOf(locals), input, today);
    return kept.ok
      ? saved('answered', language)
      : refuse('answered', kept.refusal, typed, language);
  },
} satisfies Actions;
