// What may come in with a request about personal data: from the person, or from the officer who writes it down.

import * as v from 'valibot';
import { aDay } from '#ground/day.input.ts';
import { isId, type CommandId } from '#ground/id.ts';
import { requestKinds, type RequestId } from './request.ts';

const text = (longest: number) => v.pipe(v.string(), v.trim(), v.maxLength(longest));
const commandId = v.custom<CommandId>(isId);
const ofRequest = { commandId, requestId: v.custom<RequestId>(isId) };

/** By the person themself, on their own page. */
export const ownRequestInput = v.object({
  commandId,
  kind: v.picklist(requestKinds),
  words: text(2_000),
});
export type OwnRequestInput = v.InferOutput<typeof ownRequestInput>;

/** Written down for somebody who came in person or wrote a letter. */
export const writtenRequestInput = v.object({
  commandId,
  kind: v.picklist(requestKinds),
  /** Of their account, where they have one: then no name is kept beside it. */
  username: text(60),
  name: text(120),
  answerTo: text(300),
  came: v.picklist(['in_person', 'letter']),
  identity: v.picklist(['paper_shown', 'known', 'authority']),
  words: text(2_000),
  receivedOn: aDay,
});
export type WrittenRequestInput = v.InferOutput<typeof writtenRequestInput>;

/** What an officer says happened; handing out, correcting and erasing have forms of their own. */
export const stepInput = v.object({
  ...ofRequest,
  kind: v.picklist(['acknowledged', 'started', 'done', 'refused', 'told']),
  day: aDay,
  note: text(2_000),
});
export type StepInput = v.InferOutput<typeof stepInput>;

export const requestInput = v.object(ofRequest);
export type RequestInput = v.InferOutput<typeof requestInput>;

/** A name or an address of an account is put right here; anything else in its own place, and told. */
export const correctionInput = v.object({
  ...ofRequest,
  what: v.picklist(['name', 'email', 'other']),
  where: text(200),
  before: text(500),
  after: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)),
});
export type CorrectionInput = v.InferOutput<typeof correctionInput>;

/** Where the name is to be taken out, of the places that were found. */
export const eraseInput = v.object({
  ...ofRequest,
  mentions: v.pipe(
    v.array(v.object({ table: text(63), column: text(63), record: text(200) })),
    v.maxLength(5_000),
  ),
});
export type EraseInput = v.InferOutput<typeof eraseInput>;
