// What a person does with a plan: read it in, look at the reading, correct it.

import { isDeepStrictEqual } from 'node:util';
import { cleanFileName } from '#ground/incoming.ts';
import { newId, type CommandId, type PlanId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import type { FileStore } from '#ground/server/files.ts';
import { may, scopeOf } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import { identityOf, textFingerprint } from '../identity.ts';
import type { PlanReading } from '../plan-reading.ts';
import type { Plan, Reading, ReadRefusal } from '../plan.ts';
import {
  findOtherWithIdentity,
  findPlanOfCommand,
  findPlanReading,
  findPlanReadingForUpdate,
  findSamePaper,
  insertPlanReading,
  updatePlan,
  type NewReading,
  type Reader,
} from './store.ts';

export type ReadPlan = (
  bytes: Uint8Array,
  fileName: string,
) => Promise<Outcome<Reading, ReadRefusal>>;

export type PlanFile = {
  readonly commandId: CommandId;
  readonly fileName: string;
  readonly bytes: Uint8Array;
};

/** `already` where this paper was read in before: then nothing new was kept. */
export type ReadIn = { readonly planId: PlanId; readonly already: boolean };

export type CorrectRefusal =
  'forbidden' | 'not-found' | 'has-site' | { readonly samePaper: PlanId };

/** Reads a paper in once: the same command, or the same paper in another file, finds the first. */
export async function readInPlan(
  db: Database,
  files: FileStore,
  actor: Actor,
  file: PlanFile,
  read: ReadPlan,
): Promise<Outcome<ReadIn, ReadRefusal | 'forbidden'>> {
  if (!may(actor, 'read plan')) return refused('forbidden');
  const sent = await findPlanOfCommand(db, file.commandId);
  if (sent) return done({ planId: sent.planId, already: false });
  const reading = await read(file.bytes, file.fileName);
  if (!reading.ok) return reading;
  const { plan, text } = reading.value;
  const keys = { textHash: await textFingerprint(text), identity: identityOf(plan.paper) };
  const same = await findSamePaper(db, keys);
  if (same) return done({ planId: same.planId, already: true });
  return keepReading(db, {
    ...keys,
    planId: newId(),
    commandId: file.commandId,
    fileName: cleanFileName(file.fileName),
    fileRef: await files.putFile(file.bytes),
    text,
    plan,
    readBy: actor.personId,
  });
}

/** The reading, or undefined where it is none of theirs. */
export async function getPlanReading(
  db: Database,
  actor: Actor,
  planId: PlanId,
): Promise<Outcome<PlanReading, 'forbidden' | 'not-found'>> {
  if (!may(actor, 'read plan')) return refused('forbidden');
  const reading = await findPlanReading(db, readerFor(actor), planId);
  return reading ? done(reading) : refused('not-found');
}

/** Refused once a site was made from it: the site's records then hold, not the paper's reading. */
export function correctPlan(
  db: Database,
  actor: Actor,
  planId: PlanId,
  plan: Plan,
): Promise<Outcome<{ readonly planId: PlanId }, CorrectRefusal>> {
  return inTransaction(db, async (tx) => {
    if (!may(actor, 'read plan')) return refused('forbidden');
    const before = await findPlanReadingForUpdate(tx, readerFor(actor), planId);
    if (!before) return refused('not-found');
    if (before.siteId !== null) return refused('has-site');
    const identity = identityOf(plan.paper);
    const other = await findOtherWithIdentity(tx, planId, identity);
    if (other) return refused({ samePaper: other.planId });
    const changed = changedParts(before.plan, plan);
    if (Object.keys(changed.after).length === 0) return done({ planId });
    await updatePlan(tx, planId, plan, identity);
    await appendAudit(tx, {
      siteId: null,
      personId: actor.personId,
      command: 'correct plan',
      record: `plan ${planId}`,
      ...changed,
    });
    return done({ planId });
  });
}

const readerFor = (actor: Actor): Reader => ({
  personId: actor.personId,
  scope: scopeOf(actor, 'read plan'),
});

const keepReading = (db: Database, reading: NewReading): Promise<Outcome<ReadIn, never>> =>
  inTransaction(db, async (tx) => {
    if (await insertPlanReading(tx, reading)) {
      await appendAudit(tx, {
        siteId: null,
        personId: reading.readBy,
        command: 'read plan',
        record: `plan ${reading.planId}`,
        after: { fileName: reading.fileName, fileRef: reading.fileRef },
      });
      return done({ planId: reading.planId, already: false });
    }
    // Somebody read the same paper in between the look and the insert.
    const sent = await findPlanOfCommand(tx, reading.commandId);
    const found = sent ?? (await findSamePaper(tx, reading));
    if (!found) throw new Error('a paper that is there could not be found');
    return done({ planId: found.planId, already: sent === undefined });
  });

function changedParts(before: Plan, after: Plan): { before: object; after: object } {
  const isChanged = ([key]: [string, unknown]): boolean => {
    const part = new Map(Object.entries(before)).get(key);
    return !isDeepStrictEqual(part, new Map(Object.entries(after)).get(key));
  };
  return {
    before: Object.fromEntries(Object.entries(before).filter(isChanged)),
    after: Object.fromEntries(Object.entries(after).filter(isChanged)),
  };
}
