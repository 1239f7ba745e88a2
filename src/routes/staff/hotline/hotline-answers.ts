// Who acts on a page of the hotline, of which unit, and the sentence for what was refused.

import { error, fail, type ActionFailure } from '@sveltejs/kit';
import * as v from 'valibot';
import { findId } from '#ground/id.ts';
import type { Language } from '#ground/words.ts';
import { mayWithoutSite } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import type { RingPlace } from '#sealed/ring.ts';
import { listDutyPlaces } from '#sealed/server/ring-store.ts';
import { hotlineWords } from '#tips/hotline.words.ts';
import { typedIn, type Typed } from '../../form-fields.ts';
import { actorOf } from '../actor.ts';
import { staffWords } from '../staff.words.ts';

type Refused = keyof (typeof hotlineWords)['vi']['refusal'] | 'invalid';
export type HotlineAnswer = {
  readonly at: string;
  readonly problem: string;
  readonly said: string;
  readonly typed: Typed;
};

export function operatorOf(locals: App.Locals): Actor {
  const actor = actorOf(locals);
  if (!mayWithoutSite(actor, 'answer hotline')) error(403, staffWords[locals.language].forbidden);
  return actor;
}

export type AtUnit = { readonly units: readonly RingPlace[]; readonly unit: RingPlace | null };

/** The unit the address asks for, among those where the person is on duty. */
export async function unitAsked(
  { db, today }: App.Locals,
  actor: Actor,
  url: URL,
): Promise<AtUnit> {
  const units = await listDutyPlaces(db, actor.holdings, ['tip'], today);
  const asked = findId<'unit'>(url.searchParams.get('unit'));
  return { units, unit: units.find(({ unitId }) => unitId === asked) ?? units[0] ?? null };
}

export async function sentIn<S extends v.GenericSchema>(
  request: Request,
  schema: S,
): Promise<{ readonly typed: Typed; readonly input: v.InferOutput<S> | undefined }> {
  const typed = typedIn(await request.formData());
  const parsed = v.safeParse(schema, typed);
  return { typed, input: parsed.success ? parsed.output : undefined };
}

const statuses: Readonly<Partial<Record<Refused, number>>> = {
  forbidden: 403,
  'not-found': 404,
  invalid: 400,
};

export const refuse = (
  at: string,
  refusal: Refused,
  typed: Typed,
  language: Language,
): ActionFailure<HotlineAnswer> => {
  const own = hotlineWords[language];
  const problem = refusal === 'invalid' ? own.badForm : own.refusal[refusal];
  return fail(statuses[refusal] ?? 422, { at, typed, said: '', problem });
};

export const saved = (at: string, language: Language): HotlineAnswer => ({
  at,
  typed: {},
  problem: '',
  said: hotlineWords[language].saved,
});
