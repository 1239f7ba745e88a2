// What helpers note of their own work, and take back.

import type { Day } from '#ground/day.ts';
import type { Id } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import type { Actor } from '#people/person.ts';
import { purposesOf } from '#sealed/ring.ts';
import type { RemoveWorkInput, WorkInput } from '../help.input.ts';
import { decideMonth } from '../work.ts';
import { deleteWork, findWorkOfCommand, insertWork } from './work-store.ts';

type Of = { readonly workId: Id<'work'> };

export const recordHelpWork = (
  db: Database,
  actor: Actor,
  input: WorkInput,
  today: Day,
): Promise<Outcome<Of, 'forbidden' | 'month-wrong'>> =>
  inTransaction(db, async (tx) => {
    if (!isHelping(actor)) return refused('forbidden');
    const before = await findWorkOfCommand(tx, input.commandId);
    if (before) return done({ workId: before });
    const month = decideMonth(input.month, today);
    if (!month.ok) return month;
    const { personId } = actor;
    const workId = await insertWork(tx, input, { personId, today });
    await appendAudit(tx, entryOf(actor, 'record help work', workId));
    return done({ workId });
  });

/** A slip is taken out whole; taken out twice it is out. */
export const removeHelpWork = (
  db: Database,
  actor: Actor,
  { workId }: RemoveWorkInput,
): Promise<Outcome<Of, 'forbidden'>> =>
  inTransaction(db, async (tx) => {
    if (!isHelping(actor)) return refused('forbidden');
    if (await deleteWork(tx, workId))
      await appendAudit(tx, entryOf(actor, 'remove help work', workId));
    return done({ workId });
  });

const isHelping = (actor: Actor): boolean => purposesOf(actor).includes('help');

const entryOf = ({ personId }: Actor, command: string, workId: Id<'work'>) => ({
  siteId: null,
  personId,
  command,
  record: `help work ${workId}`,
});
