// One body: its days, what became of it, and how it is renamed or ended.

import type { Actions } from '@sveltejs/kit';
import { newId } from '#ground/id.ts';
import { may } from '#people/may.ts';
import { endInput, renameInput } from '#places/body.input.ts';
import { bodyWords } from '#places/body.words.ts';
import { endBody, renameBody } from '#places/server/body-commands.ts';
import { listBodiesById, listBodyChanges } from '#places/server/body-store.ts';
import { findUnits } from '#places/server/search-store.ts';
import { actorOf } from '../../../actor.ts';
import { answer } from '../../said.ts';
import { bodyAt } from '../unit-at.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const actor = actorOf(locals, 'view unit');
  const { db } = locals;
  const { unit, body } = await bodyAt(locals, params);
  const [changes, [place]] = await Promise.all([
    listBodyChanges(db, [body.bodyId]),
    findUnits(db, [unit.unitId]),
  ]);
  const ids = changes.flatMap(({ parts }) => parts.flatMap(({ from, to }) => [from, to]));
  const others = ids.filter((bodyId) => bodyId !== null && bodyId !== body.bodyId);
  return {
    body,
    place,
    changes,
    others: await listBodiesById(
      db,
      others.filter((bodyId) => bodyId !== null),
    ),
    today: locals.today,
    mayManage: may(actor, 'manage unit') && body.validTo === null,
    commandIds: { rename: newId<'command'>(), end: newId<'command'>() },
  };
};

export const actions: Actions = {
  rename: async (event) => {
    const { locals, params } = event;
    const actor = actorOf(locals, 'manage unit');
    const form = { at: 'rename', schema: renameInput, fixed: { bodyId: params['body'] ?? '' } };
    const { saved } = bodyWords[locals.language];
    return answer(
      event,
      form,
      (input) => renameBody(locals.db, actor, input),
      () => saved,
    );
  },
  end: async (event) => {
    const { locals, params } = event;
    const actor = actorOf(locals, 'manage unit');
    const form = { at: 'end', schema: endInput, fixed: { bodyId: params['body'] ?? '' } };
    const { saved } = bodyWords[locals.language];
    return answer(
      event,
      form,
      (input) => endBody(locals.db, actor, input),
      () => saved,
    );
  },
};
