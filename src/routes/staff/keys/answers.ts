// What a form about keys sends, made on the device, and what it is told: saved, or refused with a sentence.

import { error, fail, type ActionFailure } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Language } from '#ground/words.ts';
import { mayWithoutSite } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { keysWords } from '#sealed/keys.words.ts';
import { ringWords } from '#sealed/ring.words.ts';
import { actorOf } from '../actor.ts';
import { staffWords } from '../staff.words.ts';

type OfKey = 'has-key';
export type Refusal = OfKey | keyof (typeof ringWords)['vi']['refusal'];
export type Answer = { readonly at: string; readonly problem: string; readonly said: string };

/** Some hundred sealed keys; the server's own limit for a form is smaller still. */
const longestPayload = 1_000_000;

/** Who keeps keys, wherever they are on duty; whoever stands in for them is told so on the page. */
export function keeperOf(locals: App.Locals): Actor {
  const actor = actorOf(locals);
  if (!mayWithoutSite(actor, 'keep own key')) error(403, staffWords[locals.language].forbidden);
  return actor;
}

/** What the device prepared; undefined where it is none of it, such as a form sent without script. */
export async function payloadIn<S extends v.GenericSchema>(
  request: Request,
  schema: S,
): Promise<v.InferOutput<S> | undefined> {
  const payload = (await request.formData()).get('payload');
  if (typeof payload !== 'string' || payload.length > longestPayload) return undefined;
  const parsed = v.safeParse(schema, parsedJson(payload));
  return parsed.success ? parsed.output : undefined;
}

const statuses = {
  forbidden: 403,
  'not-found': 404,
  invalid: 400,
  'has-key': 409,
  'ring-there': 409,
  'key-unknown': 409,
  'too-few-needed': 422,
  'too-many-needed': 422,
  'too-many-parts': 422,
  'holder-unfit': 409,
  'holder-doubled': 422,
  'not-on-duty': 409,
  'member-already': 409,
  'shares-incomplete': 409,
  'turned-already': 409,
  'not-a-member': 409,
  'own-leaving': 422,
  'must-leave': 422,
  'reason-short': 422,
  'not-your-part': 403,
  'proof-wrong': 422,
} as const satisfies Record<Refusal, number>;

export const saved = (at: string, said: string): Answer => ({ at, problem: '', said });

export const refuse = (at: string, refusal: Refusal, language: Language): ActionFailure<Answer> =>
  fail(statuses[refusal], {
    at,
    problem:
      refusal === 'has-key'
        ? keysWords[language].refusal[refusal]
        : ringWords[language].refusal[refusal],
    said: '',
  });

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
