// The SQL of support files: PostgreSQL shows each helper their own, and nobody else that there is one.

import type { Transaction } from 'kysely';
import type { Day } from '#ground/day.ts';
import type { CommandId, PersonId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { DB } from '#ground/server/schema.ts';
import { toBase64Url } from '#sealed/bytes.ts';
import type { KeyId, Sealed } from '#sealed/ring.ts';
import { bytesOf } from '#sealed/server/sealed-bytes.ts';
import type { BeginFileInput, ChangeFileInput } from '../help.input.ts';
import type { FileId, SupportRow } from '../support.ts';

type Tx = Transaction<DB>;
type Connection = Pick<Database, 'selectFrom'>;

export type SealedFile = SupportRow & { readonly keyId: KeyId; readonly sealed: Sealed };

/** One's own, the one to look at next first. */
export async function listOwnFiles(db: Connection): Promise<readonly SealedFile[]> {
  const rows = await selectFiles(db)
    .orderBy('remind_on', (order) => order.asc().nullsLast())
    .orderBy('ends_on')
    .execute();
  return rows.map(fileOf);
}

export async function findOwnFile(db: Connection, fileId: FileId): Promise<SealedFile | undefined> {
  const row = await selectFiles(db).where('file_id', '=', fileId).executeTakeFirst();
  return row && fileOf(row);
}

export async function lockOwnFile(tx: Tx, fileId: FileId): Promise<SealedFile | undefined> {
  const row = await selectFiles(tx).where('file_id', '=', fileId).forUpdate().executeTakeFirst();
  return row && fileOf(row);
}

/** The file a command made or changed, for one that is sent again. */
export async function findFileOfCommand(
  db: Connection,
  commandId: CommandId,
): Promise<FileId | undefined> {
  const row = await db
    .selectFrom('support_change')
    .where('command_id', '=', commandId)
    .select('file_id as fileId')
    .$castTo<{ fileId: FileId }>()
    .executeTakeFirst();
  return row?.fileId;
}

export type NewFile = Omit<BeginFileInput, 'code'> & {
  readonly helperId: PersonId;
  readonly begunOn: Day;
  readonly code: {
    readonly findHash: Buffer;
    readonly recipient: string;
    readonly sealedCopy: Sealed;
  } | null;
};

export async function insertFile(tx: Tx, file: NewFile): Promise<void> {
  await tx
    .insertInto('support_file')
    .values({
      file_id: file.fileId,
      command_id: file.commandId,
      helper_id: file.helperId,
      key_id: file.keyId,
      version: 1,
      sealed: bytesOf(file.sealed),
      find_hash: file.code?.findHash ?? null,
      own_recipient: file.code?.recipient ?? null,
      sealed_copy: file.code ? bytesOf(file.code.sealedCopy) : null,
      begun_on: file.begunOn,
      ends_on: file.endsOn,
      remind_on: file.remindOn,
    })
    .execute();
  await rememberChange(tx, file.commandId, file.fileId);
}

export async function updateFile(tx: Tx, file: ChangeFileInput): Promise<void> {
  await tx
    .updateTable('support_file')
    .set({
      version: file.version + 1,
      key_id: file.keyId,
      sealed: bytesOf(file.sealed),
      ...(file.sealedCopy !== null && { sealed_copy: bytesOf(file.sealedCopy) }),
      ends_on: file.endsOn,
      remind_on: file.remindOn,
    })
    .where('file_id', '=', file.fileId)
    .execute();
  await rememberChange(tx, file.commandId, file.fileId);
}

/** Nothing of it is left. */
export const deleteFile = (tx: Tx, fileId: FileId): Promise<unknown> =>
  tx.deleteFrom('support_file').where('file_id', '=', fileId).execute();

const rememberChange = (tx: Tx, commandId: CommandId, fileId: FileId): Promise<unknown> =>
  tx.insertInto('support_change').values({ command_id: commandId, file_id: fileId }).execute();

type Row = Omit<SealedFile, 'sealed' | 'hasCode'> & {
  readonly sealed: Buffer;
  readonly own_recipient: string | null;
};

const selectFiles = (db: Connection) =>
  db
    .selectFrom('support_file')
    .select(['file_id as fileId', 'key_id as keyId', 'version', 'sealed', 'own_recipient'])
    .select(['begun_on as begunOn', 'ends_on as endsOn', 'remind_on as remindOn'])
    .$castTo<Row>();

const fileOf = ({ sealed, own_recipient: recipient, ...file }: Row): SealedFile => ({
  ...file,
  hasCode: recipient !== null,
  sealed: toBase64Url(sealed),
});
