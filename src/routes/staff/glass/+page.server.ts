// Who opened a site beyond their reach, why and until when; to end it, and to say that one has seen it.

import type { Actions } from '@sveltejs/kit';
import type { Instant } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { endInput, seenInput } from '#people/glass.input.ts';
import { isOpen } from '#people/glass.ts';
import { glassWords } from '#people/glass.words.ts';
import { may, scopeOf } from '#people/may.ts';
import { endGlass, seeGlass } from '#people/server/glass-commands.ts';
import { listOpenings } from '#people/server/glass-store.ts';
import { actorOf } from '../actor.ts';
import { readForm } from '#ui/read-form.ts';
import { typedIn } from '../../form-fields.ts';
import { refuse, saved } from './glass-answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const actor = actorOf(locals, 'view glass');
  const { personId } = actor;
  const openings = await listOpenings(locals.db, {
    personId,
    scope: scopeOf(actor, 'view glass'),
  });
  const now = new Date().toISOString() as Instant;
  const oversees = may(actor, 'oversee glass');
  return {
    timeZone: locals.timeZone,
    mayBreak: may(actor, 'break glass') && scopeOf(actor, 'view site') !== 'all',
    openings: openings.map((opening) => {
      const own = opening.personId === personId;
      const open = isOpen(opening, now);
      return {
        ...opening,
        open,
        mayLook: open && own,
        mayEnd: open && (own || oversees),
        maySee: oversees && !own && opening.seen.length === 0,
        commandIds: { end: newId<'command'>(), seen: newId<'command'>() },
      };
    }),
  };
};

export const actions = {
  end: async ({ request, locals }) => {
    const actor = actorOf(locals);
    const typed = typedIn(await request.formData());
    const input = readForm(endInput, typed, locals);
    if (!input.ok) return refuse(input, typed, locals.language);
    const now = new Date().toISOString() as Instant;
    const ended = await endGlass(locals.db, actor, input.value, { now });
    return ended.ok
      ? saved(glassWords[locals.language].ended)
      : refuse(ended, typed, locals.language);
  },
  seen: async ({ request, locals }) => {
    const actor = actorOf(locals);
    const typed = typedIn(await request.formData());
    const input = readForm(seenInput, { remark: '', ...typed }, locals);
    if (!input.ok) return refuse(input, typed, locals.language);
    const seen = await seeGlass(locals.db, actor, input.value);
    return seen.ok
      ? saved(glassWords[locals.language].seenSaved)
      : refuse(seen, typed, locals.language);
  },
} satisfies Actions;
