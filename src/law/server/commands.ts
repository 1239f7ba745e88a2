// What an administrator does with the law: say that a rule was compared with its text, or replace it.

import { newId, type CommandId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { tidy } from '#ground/text.ts';
import { may } from '#people/may.ts';
import type { Actor } from '#people/person.ts';
import type { RuleKey } from '../rule-key.ts';
import type { RuleId } from '../rule.ts';
import {
  decideConfirmation,
  decideReplacement,
  type ConfirmRefusal,
  type NewRule,
  type ReplaceRefusal,
} from '../replace.ts';
import {
  endRule,
  findRuleById,
  findRuleOfCommand,
  insertConfirmation,
  insertRule,
  lockRules,
  withdrawRule,
} from './store.ts';

export type ConfirmInput = {
  readonly commandId: CommandId;
  readonly ruleId: RuleId;
  readonly textRead: string;
};
export type ReplaceInput = NewRule & { readonly commandId: CommandId; readonly key: RuleKey };

/** The rule is verified from now on, by the text the person says they read. */
export const confirmRule = (
  db: Database,
  actor: Actor,
  input: ConfirmInput,
): Promise<Outcome<RuleId, 'forbidden' | ConfirmRefusal>> =>
  inTransaction(db, async (tx) => {
    if (!may(actor, 'manage rule')) return refused('forbidden');
    const { commandId, ruleId } = input;
    const known = await findRuleOfCommand(tx, commandId);
    if (known) return done(known);
    const seen = await findRuleById(tx, ruleId);
    if (seen) await lockRules(tx, seen.key);
    const rule = await findRuleById(tx, ruleId);
    const decided = decideConfirmation(rule, input.textRead);
    if (!decided.ok) return decided;
    const { personId } = actor;
    await insertConfirmation(tx, { ruleId, commandId, personId, textRead: decided.value });
    await appendAudit(tx, {
      siteId: null,
      personId,
      command: 'confirm rule',
      record: `rule ${ruleId}`,
      before: { key: rule?.key, mark: rule?.mark },
      after: { mark: 'verified', textRead: decided.value },
    });
    return done(ruleId);
  });

/** A new rule from a day on; the one it replaces keeps the days before, and its row. */
export const replaceRule = (
  db: Database,
  actor: Actor,
  input: ReplaceInput,
): Promise<Outcome<RuleId, 'forbidden' | ReplaceRefusal>> =>
  inTransaction(db, async (tx) => {
    if (!may(actor, 'manage rule')) return refused('forbidden');
    const { commandId, key } = input;
    const known = await findRuleOfCommand(tx, commandId);
    if (known) return done(known);
    const law = await lockRules(tx, key);
    const decided = decideReplacement(law, key, input);
    if (!decided.ok) return decided;
    const { ended, withdrawn, rule } = decided.value;
    if (ended) await endRule(tx, ended.ruleId, ended.validTo);
    if (withdrawn) await withdrawRule(tx, withdrawn);
    const [ruleId, replaces] = [newId<'rule'>(), ended?.ruleId ?? withdrawn];
    const { personId } = actor;
    const reason = tidy(input.reason);
    await insertRule(tx, { ...rule, ruleId, commandId, personId, replaces, reason });
    await appendAudit(tx, {
      siteId: null,
      personId,
      command: 'replace rule',
      record: `rule ${ruleId}`,
      before: law.find((one) => one.ruleId === replaces) ?? {},
      after: { ...rule, reason },
    });
    return done(ruleId);
  });
