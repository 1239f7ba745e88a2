// The catalogue in the database: every key has a name and a fit value, one rule a day, no rewriting.

import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { day } from '#ground/day.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { exampleLaw } from '../example-law.ts';
import { isFit, ruleValueInput } from '../rule-value.ts';
import { isRuleKey, ruleNames } from '../rule-key.ts';
import {
  findRule,
  getAuthority,
  getDays,
  getHours,
  getLevels,
  getMonths,
  getShare,
  getText,
  getWindow,
  getWorkingDays,
  holdsOn,
  type Law,
} from '../rule.ts';
import { listLaw, listRules } from './store.ts';

let fresh: FreshDatabase;
let law: Law;
beforeAll(async () => {
  fresh = await freshDatabase();
  law = await listLaw(fresh.db);
});
afterAll(() => fresh.close());

/** As a later migration would say it. */
const addRule = (key: string, count: number, from: string) =>
  sql`SELECT add_legal_rule(${key}, 'deadline',
    jsonb_build_object('type', 'days', 'count', ${count}::int), 'verified', 'Luật mới', ${from}::date)`.execute(
    fresh.owner,
  );

const historyOf = async (key: string) =>
  (await listLaw(fresh.db))
    .filter((rule) => rule.key === key)
    .map(({ value, validFrom, validTo }) => [
      'count' in value ? value.count : null,
      validFrom,
      validTo,
    ]);

describe('the catalogue', () => {
  test('has words for each of its keys, and no words without a rule', () => {
    const keys = new Set(law.map(({ key }) => key));
    expect([...keys].filter((key) => !isRuleKey(key))).toEqual([]);
    expect(Object.keys(ruleNames.vi).filter((key) => !keys.has(key))).toEqual([]);
  });

  test('has only values a person could have typed', () => {
    const unfit = law.filter(
      ({ value }) => !v.is(ruleValueInput, value) || !isFit(v.parse(ruleValueInput, value)),
    );
    expect(unfit).toEqual([]);
  });

  test('says of every rule where it comes from', () => {
    expect(law.filter(({ source }) => source.trim() === '')).toEqual([]);
  });

  test('is what the examples of pure tests say it is', () => {
    for (const one of exampleLaw) {
      const real = law.find(({ key, validFrom }) => key === one.key && validFrom === one.validFrom);
      expect([one.key, real?.value, real?.validTo]).toEqual([one.key, one.value, one.validTo]);
    }
  });

  test('a site of 2020 and one of today each find the law of their day', async () => {
    const then = await listRules(fresh.db, day('2020-05-06'));
    const now = await listRules(fresh.db, day('2026-11-23'));
    expect(getLevels(then, 'territory.levels')).toMatchObject({ value: ['tinh', 'huyen', 'xa'] });
    expect(getLevels(now, 'territory.levels')).toMatchObject({ value: ['tinh', 'xa'] });
    expect(getShare(then, 'assembly.vote.contribution')).toMatchObject({ value: { strict: true } });
    expect(getShare(now, 'assembly.vote.contribution')).toMatchObject({ value: { numerator: 2 } });
    expect(getHours(now, 'privacy.breach.notify')).toMatchObject({ value: 72 });
    expect(findRule(then, 'privacy.breach.notify')).toBeUndefined();
  });

  test('each kind of value is read by its own getter', async () => {
    const now = await listRules(fresh.db, day('2026-11-23'));
    expect(getWorkingDays(now, 'assembly.decision.send')).toEqual({ ok: true, value: 5 });
    expect(getDays(now, 'assembly.covenant.posted')).toEqual({ ok: true, value: 30 });
    expect(getMonths(now, 'drug.rehab.again')).toEqual({ ok: true, value: 36 });
    expect(getText(now, 'step.community_decision')).toEqual({ ok: true, value: 'Mẫu 03' });
    expect(getAuthority(now, 'drug.user.authority')).toMatchObject({
      value: { body: 'police', level: 'xa' },
    });
    expect(getWindow(now, 'recognition.hamlet.assessed')).toMatchObject({
      value: { from: { year: -1, day: '11-01' }, to: { year: 0, day: '10-31' } },
    });
  });

  test('what nobody could verify is not there: who recognises a commune since districts ended', async () => {
    const now = await listRules(fresh.db, day('2026-11-23'));
    expect(findRule(now, 'recognition.commune.authority')).toBeUndefined();
  });
});

describe('a later catalogue', () => {
  test('ends the rule it follows and begins its own; said twice it is said once', async () => {
    await addRule('tip.transfer', 5, '2027-01-01');
    await addRule('tip.transfer', 5, '2027-01-01');
    expect(await historyOf('tip.transfer')).toEqual([
      [7, '2021-12-01', '2026-12-31'],
      [5, '2027-01-01', null],
    ]);
  });

  test('leaves what an administrator confirmed or wrote as it is', async () => {
    const person = '00000000-0000-4000-8000-000000000001';
    await sql`INSERT INTO person (id, name, username, email) VALUES (${person}, 'Đặng Thị Ví Dụ', 'thu', 'thu@example.invalid')`.execute(
      fresh.owner,
    );
    await sql`INSERT INTO legal_rule_confirmation (rule_id, command_id, text_read, confirmed_by)
      SELECT rule_id, gen_random_uuid(), 'Điều 14', ${person} FROM legal_rule WHERE key = 'tip.result'`.execute(
      fresh.owner,
    );
    await sql`UPDATE legal_rule SET recorded_by = ${person} WHERE key = 'tip.decide'`.execute(
      fresh.owner,
    );
    await addRule('tip.result', 1, '2027-01-01');
    await addRule('tip.decide', 1, '2027-01-01');
    expect(await historyOf('tip.result')).toEqual([[3, '2018-03-01', null]]);
    expect(await historyOf('tip.decide')).toEqual([[20, '2018-01-01', null]]);
  });
});

describe('the database itself', () => {
  test('lets no two rules of a key hold on one day', async () => {
    const again = sql`INSERT INTO legal_rule (rule_id, key, kind, value, source, mark, valid_from)
      SELECT gen_random_uuid(), key, kind, value, source, mark, date '2030-01-01'
      FROM legal_rule WHERE key = 'figures.floor'`;
    await expect(again.execute(fresh.db)).rejects.toThrow('legal_rule_one_a_day');
    const floors = law.filter(({ key }) => key === 'figures.floor');
    expect(floors.filter((rule) => holdsOn(rule, day('2030-01-01')))).toHaveLength(1);
  });

  test('keeps the application from rewriting a rule or taking it away', async () => {
    const value = sql`UPDATE legal_rule SET value = '{"type":"days","count":1}'`;
    await expect(value.execute(fresh.db)).rejects.toThrow('permission denied');
    await expect(sql`DELETE FROM legal_rule`.execute(fresh.db)).rejects.toThrow(
      'permission denied',
    );
    const confirmed = sql`UPDATE legal_rule_confirmation SET text_read = 'x'`;
    await expect(confirmed.execute(fresh.db)).rejects.toThrow('permission denied');
    const added = sql`SELECT add_legal_rule('x', 'form', '{"type":"text"}', 'own', 'x', '2026-01-01')`;
    await expect(added.execute(fresh.db)).rejects.toThrow('permission denied');
  });
});
