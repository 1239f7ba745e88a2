// The tips of the rings a person holds a key to: what is due, and nothing of what they say.

import { findOwnKey } from '#sealed/server/key-store.ts';
import { listMyShares } from '#sealed/server/ring-store.ts';
import { deskWords } from '#tips/desk.words.ts';
import { inboxOf, inboxViews, viewed } from '#tips/inbox.ts';
import { listOwnLevels } from '#tips/server/inbox-store.ts';
import { listAllTipEvents, listTips } from '#tips/server/store.ts';
import { actorOf } from '../actor.ts';
import { termsOf } from './desk.ts';
import type { PageServerLoad } from './$types';

/** On one page of the list. */
const rowsShown = 50;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { personId } = actorOf(locals, 'open tip');
  const { db, today, language } = locals;
  const shares = (await listMyShares(db)).filter(({ purpose }) => purpose === 'tip');
  const [tips, events] = [await listTips(db), await listAllTipEvents(db)];
  const levels = await listOwnLevels(db);
  const { rows, missing } = inboxOf(tips, events, levels, await termsOf(locals), today);
  const view = inboxViews.find((one) => one === url.searchParams.get('view')) ?? 'open';
  const chosen = viewed(rows, view);
  const pages = Math.max(1, Math.ceil(chosen.length / rowsShown));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(url.searchParams.get('page'))) || 1));
  return {
    view,
    page,
    pages,
    rows: chosen.slice((page - 1) * rowsShown, page * rowsShown),
    problem: missing && deskWords[language].noRule(missing.key),
    hasRing: shares.length > 0,
    ownKey: await findOwnKey(db, personId),
    shares,
  };
};
