// What an administrator does with the law: with a reason, once, on record; and nobody else.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { day } from '#ground/day.ts';
import { newId, type CommandId } from '#ground/id.ts';
import { inTransaction } from '#ground/server/db.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { roles, type Actor, type Role } from '#people/person.ts';
import { insertPerson } from '#people/server/store.ts';
import { ruleOn, type RuleId } from '../rule.ts';
import type { RuleKey } from '../rule-key.ts';
import { confirmRule, replaceRule, type ReplaceInput } from './commands.ts';
import { listLaw, listRecordedRules } from './store.ts';

let fresh: FreshDatabase;
const on = day('2026-11-23');
const personId = newId<'person'>();
const actorWith = (role: Role): Actor => ({
  personId,
  name: 'Đặng Thị Ví Dụ',
  holdings: [{ role, siteId: null, from: day('2026-01-01'), to: null }],
});
const administrator = actorWith('administrator');

beforeAll(async () => {
  fresh = await freshDatabase();
  const { name } = administrator;
  const person = { personId, name, username: 'quan-tri', passwordHash: 'x', demo: false };
  await inTransaction(fresh.db, (tx) => insertPerson(tx, person));
});
afterAll(() => fresh.close());

const ruleIdOf = async (key: RuleKey): Promise<RuleId> => {
  const rule = ruleOn(await listLaw(fresh.db), key, on);
  if (!rule) throw new Error(`no rule: ${key}`);
  return rule.ruleId;
};
const markOf = async (key: RuleKey) => ruleOn(await listLaw(fresh.db), key, on)?.mark;
const command = (): CommandId => newId<'command'>();
const replacement = (over: Partial<ReplaceInput> = {}): ReplaceInput => ({
  commandId: command(),
  key: 'privacy.erase',
  from: day('2027-03-01'),
  value: { type: 'days', count: 15 },
  source: 'Nghị định 1/2027/NĐ-CP, Điều 9',
  mark: 'verified',
  note: '',
  reason: 'Nghị định mới đã đăng Công báo',
  ...over,
});
const auditOf = (name: string) =>
  fresh.owner
    .selectFrom('audit')
    .select(['person_id', 'record', 'before', 'after'])
    .where('command', '=', name)
    .execute();

describe('confirming a rule', () => {
  test('marks it verified, says by which text and whom, and leaves an audit row', async () => {
    const ruleId = await ruleIdOf('privacy.acknowledge');
    const input = { commandId: command(), ruleId, textRead: 'Công báo, Điều 5 khoản 2' };
    expect(await confirmRule(fresh.db, administrator, input)).toEqual({ ok: true, value: ruleId });
    expect(await markOf('privacy.acknowledge')).toBe('verified');
    const [recorded] = await listRecordedRules(fresh.db, 'privacy.acknowledge');
    expect(recorded?.confirmation).toMatchObject({
      textRead: 'Công báo, Điều 5 khoản 2',
      byName: 'Đặng Thị Ví Dụ',
    });
    expect(await auditOf('confirm rule')).toMatchObject([
      { person_id: personId, record: `rule ${ruleId}`, before: { mark: 'secondary' } },
    ]);
  });

  test('sent again it is done once; a second confirmation is refused', async () => {
    const ruleId = await ruleIdOf('privacy.impact.file');
    const input = { commandId: command(), ruleId, textRead: 'Điều 21' };
    await confirmRule(fresh.db, administrator, input);
    expect(await confirmRule(fresh.db, administrator, input)).toEqual({ ok: true, value: ruleId });
    const again = await confirmRule(fresh.db, administrator, { ...input, commandId: command() });
    expect(again).toEqual({ ok: false, refusal: 'already-verified' });
  });

  test('a rule nobody has is not found', async () => {
    const input = { commandId: command(), ruleId: newId<'rule'>(), textRead: 'Điều 21' };
    expect(await confirmRule(fresh.db, administrator, input)).toMatchObject({
      refusal: 'not-found',
    });
  });
});

describe('replacing a rule', () => {
  test('keeps the old row for the days before, and says who changed it and why', async () => {
    const before = await ruleIdOf('privacy.erase');
    const made = await replaceRule(fresh.db, administrator, replacement());
    expect(made.ok).toBe(true);
    const recorded = await listRecordedRules(fresh.db, 'privacy.erase');
    expect(recorded.slice(-2)).toMatchObject([
      { ruleId: before, value: { type: 'days', count: 20 }, validTo: '2027-02-28' },
      {
        value: { type: 'days', count: 15 },
        validFrom: '2027-03-01',
        replaces: before,
        reason: 'Nghị định mới đã đăng Công báo',
        recordedByName: 'Đặng Thị Ví Dụ',
      },
    ]);
    expect(await auditOf('replace rule')).toMatchObject([
      { before: { ruleId: before }, after: { value: { count: 15 } } },
    ]);
  });

  test('sent again it is done once', async () => {
    const input = replacement({ key: 'tip.receipt', value: { type: 'days', count: 5 } });
    const first = await replaceRule(fresh.db, administrator, input);
    expect(await replaceRule(fresh.db, administrator, input)).toEqual(first);
    expect(await listRecordedRules(fresh.db, 'tip.receipt')).toHaveLength(2);
  });

  test('from its first day on the old one never held, and is still read', async () => {
    const input = replacement({ key: 'tip.classify', from: day('2018-03-01') });
    expect((await replaceRule(fresh.db, administrator, input)).ok).toBe(true);
    const [old, next] = await listRecordedRules(fresh.db, 'tip.classify');
    expect([old?.withdrawnAt === null, next?.withdrawnAt]).toEqual([false, null]);
    const standing = (await listLaw(fresh.db)).filter(({ key }) => key === 'tip.classify');
    expect(standing.map(({ ruleId }) => ruleId)).toEqual([next?.ruleId]);
  });

  test('two at once go one after the other, and one rule a day is left', async () => {
    const both = [3, 4].map((count) =>
      replaceRule(
        fresh.db,
        administrator,
        replacement({ key: 'tip.handover', value: { type: 'days', count } }),
      ),
    );
    const made = await Promise.all(both);
    expect(made.map(({ ok }) => ok)).toEqual([true, true]);
    const standing = (await listLaw(fresh.db)).filter(({ key }) => key === 'tip.handover');
    expect(standing.map(({ validTo }) => validTo)).toEqual(['2027-02-28', null]);
  });

  test('a value of another kind is refused and nothing is written', async () => {
    const value = { type: 'number', number: 3 } as const;
    const input = replacement({ key: 'tip.result', value });
    expect(await replaceRule(fresh.db, administrator, input)).toMatchObject({
      refusal: 'other-type',
    });
    expect(await listRecordedRules(fresh.db, 'tip.result')).toHaveLength(1);
  });
});

test.each(roles.filter((role) => role !== 'administrator'))(
  '%s may neither confirm nor replace',
  async (role) => {
    const ruleId = await ruleIdOf('privacy.correct');
    const confirmed = { commandId: command(), ruleId, textRead: 'Điều 5' };
    expect(await confirmRule(fresh.db, actorWith(role), confirmed)).toMatchObject({
      refusal: 'forbidden',
    });
    expect(await replaceRule(fresh.db, actorWith(role), replacement())).toMatchObject({
      refusal: 'forbidden',
    });
  },
);
