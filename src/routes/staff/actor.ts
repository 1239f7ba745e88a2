// Who acts on a staff page: the hooks let nobody else in.

import { error } from '@sveltejs/kit';
import { may, type Act } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { staffWords } from './staff.words.ts';

/** The signed-in person; where an act is named, only if they may do it somewhere. */
export function actorOf(locals: App.Locals, act?: Act): Actor {
  if (!locals.actor) error(401);
  if (act && !may(locals.actor, act)) error(403, staffWords[locals.language].forbidden);
  return locals.actor;
}
