// What administrators decide about second factors: which roles need one, and who must begin again.

import type { Day } from '#ground/day.ts';
import type { CommandId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { may } from '../may.ts';
import type { Actor } from '../person.ts';
import type { RoleRule } from '../second-factor.ts';
import { helpPerson, type Help, type HelpRefusal } from './account-help.ts';
import { removeAllFactors } from './second-factor-store.ts';
import { insertRoleRule, listRoleRules } from './sign-in-store.ts';
import type { SignIn } from './sign-in.ts';

export type RuleRefusal = 'forbidden' | 'grace-over';

/** From today; whoever has none yet may go on until the last day of grace. */
export async function requireSecondFactor(
  db: Database,
  actor: Actor,
  input: Pick<RoleRule, 'role' | 'needsSecondFactor' | 'graceUntil'> & {
    readonly commandId: CommandId;
  },
  today: Day,
): Promise<Outcome<true, RuleRefusal>> {
  if (!may(actor, 'manage role rule')) return refused('forbidden');
  if (input.graceUntil < today) return refused('grace-over');
  const { role, needsSecondFactor, graceUntil } = input;
  return inTransaction(db, async (tx) => {
    const before = (await listRoleRules(tx)).find((rule) => rule.role === role);
    const isNew = await insertRoleRule(tx, { ...input, since: today, madeBy: actor.personId });
    if (!isNew) return done(true);
    await appendAudit(tx, {
      siteId: null,
      personId: actor.personId,
      command: 'require second factor',
      record: `role ${role}`,
      ...(before && { before }),
      after: { role, needsSecondFactor, graceUntil },
    });
    return done(true);
  });
}

/**
 * For whoever lost telephone and recovery codes and has shown the administrator in person who they
 * are: authenticator, recovery codes and passkeys go, and every session with them.
 */
export const removeSecondFactors = (
  signIn: SignIn,
  actor: Actor,
  help: Help,
): Promise<Outcome<true, HelpRefusal | 'no-factors'>> =>
  helpPerson(signIn, actor, help, 'remove second factors', async (tx) =>
    (await removeAllFactors(tx, help.personId)) ? undefined : 'no-factors',
  );
