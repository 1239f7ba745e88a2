// What a helper does with a file somebody agreed to: begin, change, look, erase at the person's word.

import { createHash } from 'node:crypto';
import type { Day } from '#ground/day.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit, appendView } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { listRules } from '#law/server/store.ts';
import type { NoRule } from '#law/rule.ts';
import type { Actor } from '#people/person.ts';
import { purposesOf, type KeyId } from '#sealed/ring.ts';
import { findOwnKey } from '#sealed/server/key-store.ts';
import { fromBase64Url } from '#sealed/bytes.ts';
import type { BeginFileInput, ChangeFileInput, FileInput } from '../help.input.ts';
import { decideEnd, type FileId, type TermRefusal } from '../support.ts';
import { findHelp } from './store.ts';
import {
  deleteFile,
  findFileOfCommand,
  findOwnFile,
  insertFile,
  lockOwnFile,
  updateFile,
  type NewFile,
} from './support-store.ts';

export type FileRefusal =
  | 'forbidden'
  | 'not-found'
  /** Sealed to a key that is not the helper's own of today: it would not open. */
  | 'key-unknown'
  /** Somebody's other device was quicker: what stands there now is read first. */
  | 'changed-meanwhile'
  | TermRefusal;
type Of = { readonly fileId: FileId };
export type Filed = Outcome<Of, FileRefusal | NoRule>;

type Tx = Parameters<typeof lockOwnFile>[0];

/** With consent alone: what was agreed, and to what, stands inside. */
export const beginSupportFile = (
  db: Database,
  actor: Actor,
  input: BeginFileInput,
  today: Day,
): Promise<Filed> =>
  inTransaction(db, async (tx): Promise<Filed> => {
    if (!isHelping(actor)) return refused('forbidden');
    const { fileId, commandId } = input;
    if ((await findFileOfCommand(tx, commandId)) === fileId) return done({ fileId });
    const fits = await decideSealing(tx, actor, input, today);
    if (!fits.ok) return fits;
    const code = await codeOf(tx, input);
    if (code === undefined) return refused('not-found');
    await insertFile(tx, { ...input, code, helperId: actor.personId, begunOn: today });
    await appendAudit(tx, entryOf(actor, 'begin support file', fileId));
    return done({ fileId });
  });

/** The whole document, sealed anew. */
export const changeSupportFile = (
  db: Database,
  actor: Actor,
  input: ChangeFileInput,
  today: Day,
): Promise<Filed> =>
  inTransaction(db, async (tx): Promise<Filed> => {
    if (!isHelping(actor)) return refused('forbidden');
    const { fileId, commandId, version } = input;
    const file = await lockOwnFile(tx, fileId);
    if (!file) return refused('not-found');
    if ((await findFileOfCommand(tx, commandId)) === fileId) return done({ fileId });
    // A copy that is not renewed would tell the person something else than their file says.
    if (file.version !== version || file.hasCode !== (input.sealedCopy !== null))
      return refused('changed-meanwhile');
    const fits = await decideSealing(tx, actor, input, today);
    if (!fits.ok) return fits;
    await updateFile(tx, input);
    await appendAudit(tx, entryOf(actor, 'change support file', fileId));
    return done({ fileId });
  });

export const openSupportFile = (
  db: Database,
  actor: Actor,
  { fileId }: Of,
): Promise<Outcome<Of, 'forbidden' | 'not-found'>> =>
  inTransaction(db, async (tx) => {
    if (!isHelping(actor)) return refused('forbidden');
    if (!(await findOwnFile(tx, fileId))) return refused('not-found');
    const record = recordOf(fileId);
    await appendView(tx, { siteId: null, record, command: 'open support file' });
    return done({ fileId });
  });

/** The person's word, or its work is over: erased at once. Asked for again it is erased already. */
export const eraseSupportFile = (
  db: Database,
  actor: Actor,
  { fileId }: FileInput,
): Promise<Outcome<Of, 'forbidden'>> =>
  inTransaction(db, async (tx) => {
    if (!isHelping(actor)) return refused('forbidden');
    if (!(await lockOwnFile(tx, fileId))) return done({ fileId });
    await deleteFile(tx, fileId);
    await appendAudit(tx, entryOf(actor, 'erase support file', fileId));
    return done({ fileId });
  });

type Sealing = { readonly keyId: KeyId; readonly endsOn: Day };

async function decideSealing(
  tx: Tx,
  { personId }: Actor,
  { keyId, endsOn }: Sealing,
  today: Day,
): Promise<Outcome<Day, 'key-unknown' | TermRefusal | NoRule>> {
  const key = await findOwnKey(tx, personId);
  if (key?.keyId !== keyId) return refused('key-unknown');
  return decideEnd(endsOn, today, await listRules(tx, today));
}

/** Undefined where it names a request that is not there for the helper, or another recipient than its. */
async function codeOf(tx: Tx, { code }: BeginFileInput): Promise<NewFile['code'] | undefined> {
  if (code === null) return null;
  const { of, recipient, sealedCopy } = code;
  if ('find' in of) return { findHash: hashOf(of.find), recipient, sealedCopy };
  const request = await findHelp(tx, of.helpId);
  if (request?.answerRecipient !== recipient) return undefined;
  const findHash = Buffer.from(fromBase64Url(request.findHash) ?? []);
  return { findHash, recipient, sealedCopy };
}

const hashOf = (find: string): Buffer =>
  createHash('sha256').update(Buffer.from(find, 'base64url')).digest();

const isHelping = (actor: Actor): boolean => purposesOf(actor).includes('help');

const recordOf = (fileId: FileId): string => `support ${fileId}`;

const entryOf = ({ personId }: Actor, command: string, fileId: FileId) => ({
  siteId: null,
  personId,
  command,
  record: recordOf(fileId),
});
