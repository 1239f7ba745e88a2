// The legal rules of a day, by kind: searched by words and by whether they were compared with the law.

import { dayTyped } from '#ground/typed.ts';
import { marks } from '#law/rule.ts';
import { findRules } from '#law/searching.ts';
import { listRules } from '#law/server/store.ts';
import { actorOf } from '../actor.ts';
import type { PageServerLoad } from './$types';

const longestSearch = 100;

export const load: PageServerLoad = async ({ locals, url }) => {
  actorOf(locals, 'view unit');
  const text = (url.searchParams.get('q') ?? '').slice(0, longestSearch).toWellFormed();
  const mark = marks.find((one) => one === url.searchParams.get('mark')) ?? null;
  const on = dayTyped(url.searchParams.get('on')) ?? locals.today;
  const rules = await listRules(locals.db, on);
  return { text, mark, on, found: findRules(rules, { text, mark }, locals.language) };
};
