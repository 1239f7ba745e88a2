// The boxes one keeps or holds a key of, what is due, and openings that wait for one.

import { mayWithoutSite } from '#people/may.ts';
import { daysLate, dueOn, isInUse } from '#tips/box.ts';
import { listBoxes, listDoubtfulSeals } from '#tips/server/box-store.ts';
import { listOpenOpenings } from '#tips/server/opening-store.ts';
import { openerOf } from './box-answers.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const actor = openerOf(locals);
  const { db, today } = locals;
  const [boxes, open, doubtful] = await Promise.all([
    listBoxes(db),
    listOpenOpenings(db, actor.personId),
    listDoubtfulSeals(db),
  ]);
  return {
    mayKeep: mayWithoutSite(actor, 'keep boxes'),
    personId: actor.personId,
    boxes: boxes.map((box) => ({
      ...box,
      due: dueOn(box),
      late: daysLate(box, today),
      inUse: isInUse(box, today),
    })),
    open: open.map(({ openingId, boxId, first, second, isConfirmed }) => ({
      openingId,
      boxId,
      first: first.name,
      waitsForMe: !isConfirmed && second.personId === actor.personId,
    })),
    doubtful,
  };
};
