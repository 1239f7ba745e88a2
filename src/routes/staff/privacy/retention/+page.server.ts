// What ends when: the terms, what would go today, what went; and ending it now.

import type { Actions } from '@sveltejs/kit';
import * as v from 'valibot';
import { isId, newId, type CommandId } from '#ground/id.ts';
import { may } from '#people/may.ts';
import { findRule, type LegalRule } from '#law/rule.ts';
import { nameOfRule } from '#law/rule-key.ts';
import { listRules } from '#law/server/store.ts';
import { keepingWords } from '#privacy/keeping.words.ts';
import { retentionRules, ruleOfKeep } from '#privacy/retention.ts';
import { endRecordsNow } from '#privacy/server/retention-commands.ts';
import { listRuns, listTombstones } from '#privacy/server/retention-store.ts';
import { previewRetention } from '#privacy/server/retention.ts';
import { namedTables } from '#privacy/tables.ts';
import { readForm } from '#ui/read-form.ts';
import { typedIn } from '../../../form-fields.ts';
import { actorOf } from '../../actor.ts';
import { refuse, saved } from '../answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const actor = actorOf(locals, 'end records');
  const { db, today, timeZone } = locals;
  const [rules, due, runs, tombstones] = await Promise.all([
    listRules(db, today),
    previewRetention(db, today, timeZone),
    listRuns(db, 10),
    listTombstones(db, 100),
  ]);
  return {
    terms: retentionRules.flatMap((key) => {
      const rule = findRule(rules, key);
      return rule ? [{ rule, tables: tablesOf(rule) }] : [];
    }),
    due,
    runs,
    tombstones,
    timeZone,
    keeps: may(actor, 'handle request'),
    commandId: newId<'command'>(),
  };
};

const tablesOf = ({ key }: LegalRule) =>
  namedTables.filter(({ keep }) => ruleOfKeep[keep] === key).map(({ called }) => called);

const runInput = v.object({ commandId: v.custom<CommandId>(isId) });

export const actions = {
  default: async ({ request, locals }) => {
    const actor = actorOf(locals);
    const typed = typedIn(await request.formData());
    const input = readForm(runInput, typed, locals);
    const form = { at: 'run', typed };
    if (!input.ok) return refuse(input, form, locals.language);
    const { db, today, timeZone, language } = locals;
    const ended = await endRecordsNow(db, actor, input.value, today, timeZone);
    if (!ended.ok) return refuse(ended, form, language);
    const own = keepingWords[language].retention;
    const failed = ended.value.failed.map((rule) => nameOfRule(rule, language)).join(', ');
    return saved(
      'run',
      [own.ran(ended.value.records), failed && own.failed(failed)].join(' ').trim(),
    );
  },
} satisfies Actions;
