// The wizard of changes: asked step by step, shown whole before it is written, written once.

import { fail, type Action, type ActionFailure } from '@sveltejs/kit';
import { findId, newId } from '#ground/id.ts';
import { refused } from '#ground/outcome.ts';
import { changeWords } from '#places/change.words.ts';
import { changeUnits, previewChange } from '#places/server/commands.ts';
import { findUnits } from '#places/server/search-store.ts';
import { typedIn } from '../../../form-fields.ts';
import { actorOf } from '../../actor.ts';
import { choicesIn, foretell, type Choice, type Effects } from './foretell.ts';
import { kindIn, toldIn, wishOf, type Told } from './wish.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
  actorOf(locals, 'manage unit');
  return { kind: kindIn(url.searchParams.get('kind')) ?? null, commandId: newId<'command'>() };
};

type Answer = Told & {
  readonly choices: readonly Choice[];
  readonly effects: Effects | null;
  readonly problem: string;
  readonly isDone: boolean;
  /** The units made, once it is done. */
  readonly made: readonly { readonly unitId: string; readonly name: string }[];
};
type Answered = Answer | ActionFailure<Answer>;

const blank = { choices: [], effects: null, problem: '', isDone: false, made: [] } as const;

const told = async (locals: App.Locals, request: Request): Promise<Told> => {
  actorOf(locals, 'manage unit');
  return toldIn(locals.db, typedIn(await request.formData()), locals.today);
};

const edit: Action<RouteParams, Answered> = async ({ locals, request }) => {
  const form = await told(locals, request);
  const wish = wishOf(form);
  return { ...blank, ...form, choices: wish ? await choicesIn(locals.db, wish) : [] };
};

const preview: Action<RouteParams, Answered> = async ({ locals, request }) => {
  const form = await told(locals, request);
  const own = changeWords[locals.language].refusal;
  const wish = wishOf(form);
  const choices = wish ? await choicesIn(locals.db, wish) : [];
  const foreseen = wish
    ? await previewChange(locals.db, actorOf(locals), wish)
    : refused('day-missing');
  if (!foreseen.ok)
    return fail(422, { ...blank, ...form, choices, problem: own[foreseen.refusal] });
  return { ...blank, ...form, choices, effects: await foretell(locals, foreseen.value) };
};

const confirm: Action<RouteParams, Answered> = async ({ locals, request }) => {
  const form = await told(locals, request);
  const own = changeWords[locals.language].refusal;
  const wish = wishOf(form);
  const commandId = findId<'command'>(form.typed['commandId']) ?? newId<'command'>();
  const changed = wish
    ? await changeUnits(locals.db, actorOf(locals), { ...wish, commandId })
    : refused('day-missing');
  if (!changed.ok) return fail(422, { ...blank, ...form, problem: own[changed.refusal] });
  const made = await findUnits(locals.db, changed.value.begun.slice(0, 4));
  return { ...blank, ...form, isDone: true, made };
};

export const actions = { edit, preview, confirm } satisfies Actions;
