// A letter as it comes out of its envelope: read like anything from outside.

import * as v from 'valibot';
import { forWhom, helpQuestions, type HelpLetter } from './door/help-letter.ts';

const text = v.pipe(v.string(), v.maxLength(20_000));
const sealedBy = v.picklist(['device', 'server']);

const requestInput = v.object({
  whom: v.nullable(v.picklist(forWhom)),
  answers: v.record(v.picklist(helpQuestions), v.optional(text)),
  hamlet: v.nullable(text),
  sealedBy,
});
const moreInput = v.object({ text });

export type ReadLetter =
  | { readonly kind: 'request'; readonly letter: HelpLetter }
  | { readonly kind: 'text'; readonly text: string }
  /** Not for this key, damaged, moved from elsewhere, or of a shape nobody here knows. */
  | { readonly kind: 'closed' };

export function readHelpLetter(body: unknown): ReadLetter {
  const request = v.safeParse(requestInput, body);
  if (request.success) {
    const { answers, ...letter } = request.output;
    const given = Object.fromEntries(
      Object.entries(answers).filter(([, answer]) => answer !== undefined),
    );
    return { kind: 'request', letter: { ...letter, answers: given } };
  }
  const more = v.safeParse(moreInput, body);
  return more.success ? { kind: 'text', text: more.output.text } : { kind: 'closed' };
}
