// What the page of the day says about tip boxes: openings that wait for one, and boxes past their day; no count of anything.

import { showDay } from '#ground/show.ts';
import { mayWithoutSite } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import type { WorkItem } from '#sites/work-items.ts';
import { daysLate, dueOn, isInUse } from '#tips/box.ts';
import { boxWords } from '#tips/box.words.ts';
import { listBoxes } from '#tips/server/box-store.ts';
import { listOpenOpenings } from '#tips/server/opening-store.ts';

type BoxesToday = { readonly overdue: readonly WorkItem[]; readonly due: readonly WorkItem[] };

export async function boxesToday(locals: App.Locals, actor: Actor): Promise<BoxesToday> {
  if (actor.actingFor || !mayWithoutSite(actor, 'open box')) return { overdue: [], due: [] };
  const { db, today } = locals;
  const boxes = (await listBoxes(db)).filter((box) => isInUse(box, today));
  const own = boxWords[locals.language];
  const lines = boxes.map((box) => ({
    href: `/staff/boxes/${box.boxId}`,
    title: `${own.begin}: ${box.place}`,
    note: own.dueOn(showDay(dueOn(box))),
    late: daysLate(box, today),
    isDue: dueOn(box) === today,
  }));
  return {
    overdue: lines
      .filter(({ late }) => late > 0)
      .map(({ href, title, note, late }) => ({
        href,
        title,
        note,
        state: 'overdue' as const,
        stateText: own.late(late),
      })),
    due: [
      ...(await waiting(locals, actor)),
      ...lines
        .filter(({ isDue }) => isDue)
        .map(({ href, title, note }) => ({ href, title, note, state: 'due' as const })),
    ],
  };
}

async function waiting({ db, language }: App.Locals, actor: Actor): Promise<readonly WorkItem[]> {
  const own = boxWords[language];
  return (await listOpenOpenings(db, actor.personId)).map((opening) => ({
    href: `/staff/boxes/${opening.boxId}/${opening.openingId}`,
    title:
      !opening.isConfirmed && opening.second.personId === actor.personId
        ? own.waitsForYou(opening.first.name)
        : own.goOn,
    note: showDay(opening.openedOn),
    state: 'due',
  }));
}
