// What the page of the day says about keys: colleagues who must leave a ring, and calls for one's part of a recovery key.

import { showDay } from '#ground/show.ts';
import { purposesOf, mustLeave } from '#sealed/ring.ts';
import { ringWords } from '#sealed/ring.words.ts';
import type { Actor } from '#people/person.ts';
import { listCallsForMe } from '#sealed/server/recovery-call-store.ts';
import { listFitting, listHeldRings, listMembers } from '#sealed/server/ring-store.ts';
import type { WorkItem } from '#sites/work-items.ts';

export async function keysToday(locals: App.Locals, actor: Actor): Promise<readonly WorkItem[]> {
  if (purposesOf(actor).length === 0) return [];
  return [...(await callsForPart(locals)), ...(await ringsToTurn(locals))];
}

async function callsForPart({ db, language }: App.Locals): Promise<readonly WorkItem[]> {
  const { called, give } = ringWords[language].recovery;
  return (await listCallsForMe(db)).map(({ ringId, name, since }) => ({
    href: `/staff/keys/${ringId}/recovery`,
    title: called(name, showDay(since)),
    note: give,
    state: 'due',
  }));
}

async function ringsToTurn({ db, language }: App.Locals): Promise<readonly WorkItem[]> {
  const { mustTurn, ringOf } = ringWords[language];
  const items = (await listHeldRings(db)).map(async (ring): Promise<readonly WorkItem[]> => {
    const over = mustLeave(await listMembers(db, ring.ringId), await listFitting(db, ring));
    if (over.length === 0) return [];
    return [
      {
        href: `/staff/keys/${ring.ringId}`,
        title: mustTurn(over.map(({ name }) => name).join(', ')),
        note: `${ringOf[ring.purpose]} · ${ring.unitName}`,
        state: 'due',
      },
    ];
  });
  return (await Promise.all(items)).flat();
}
