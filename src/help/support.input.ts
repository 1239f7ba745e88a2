// A support file as it comes out of its envelope: read like anything from outside.

import * as v from 'valibot';
import { parseDay, type Day } from '#ground/day.ts';
import { consentKinds, referralStates, services, type SupportFile } from './support.ts';

const day = v.pipe(
  v.string(),
  v.check((text) => parseDay(text) !== undefined),
  v.transform((text) => text as Day),
);
const text = v.pipe(v.string(), v.maxLength(20_000));

const supportFileInput = v.object({
  v: v.literal(1),
  called: text,
  consent: v.object({
    helper: text,
    purpose: text,
    kinds: v.array(v.picklist(consentKinds)),
    givenOn: day,
    until: day,
    givenBy: v.picklist(['person', 'guardian']),
  }),
  plan: text,
  visits: v.array(v.object({ on: day, text })),
  referrals: v.array(
    v.object({
      service: v.picklist(services),
      to: text,
      steps: v.array(v.object({ state: v.picklist(referralStates), on: day })),
    }),
  ),
  reminders: v.array(v.object({ on: day, text, isDone: v.boolean() })),
  code: v.nullable(v.object({ findHash: v.string(), recipient: v.string() })),
});

/** Undefined where it is no file of this version. */
export const readSupportFile = (body: unknown): SupportFile | undefined => {
  const parsed = v.safeParse(supportFileInput, body);
  return parsed.success ? parsed.output : undefined;
};
