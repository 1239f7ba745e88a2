// One legal rule: what it says, all that was ever recorded of it, and how it is confirmed or replaced.

import { error, fail, type Actions } from '@sveltejs/kit';
import { dayAt } from '#ground/day.ts';
import { findId, newId, type CommandId } from '#ground/id.ts';
import { dayTyped } from '#ground/typed.ts';
import { lawWords } from '#law/law.words.ts';
import type { RecordedRule } from '#law/recorded.ts';
import { holdsOn, marks } from '#law/rule.ts';
import { isRuleKey, type RuleKey } from '#law/rule-key.ts';
import { placeOfRule } from '#law/rule-uses.ts';
import { confirmRule, replaceRule } from '#law/server/commands.ts';
import { listRecordedRules } from '#law/server/store.ts';
import { valueTyped } from '#law/typed-value.ts';
import { may } from '#people/may.ts';
import { numberTyped, typedIn, type Typed } from '../../../form-fields.ts';
import { actorOf } from '../../actor.ts';
import { staffWords } from '../../staff.words.ts';
import type { PageServerLoad } from './$types';

type Refusal = keyof (typeof lawWords)['vi']['refusal'];
type At = 'confirm' | 'replace';
type Params = { readonly key?: string | undefined };

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const actor = actorOf(locals, 'view unit');
  const { key, recorded } = await recordedAt(locals, params);
  return {
    key,
    place: placeOfRule(key) ?? null,
    recorded: recorded.toReversed().map((rule) => ({
      ...rule,
      recordedOn: dayAt(rule.recordedAt, locals.timeZone),
      confirmedOn: rule.confirmation && dayAt(rule.confirmation.at, locals.timeZone),
    })),
    current: currentOf(recorded, locals) ?? null,
    today: locals.today,
    mayManage: may(actor, 'manage rule'),
    confirmId: newId<'command'>(),
    replaceId: newId<'command'>(),
    saved: url.searchParams.get('saved'),
  };
};

export const actions: Actions = {
  confirm: async ({ request, locals, params }) => {
    const actor = actorOf(locals, 'manage rule');
    const typed = typedIn(await request.formData());
    const ruleId = findId<'rule'>(typed['ruleId']);
    const commandId = findId<'command'>(typed['commandId']);
    if (!ruleId || !commandId) return refuse('confirm', 'not-found', typed, locals);
    await recordedAt(locals, params);
    const input = { commandId, ruleId, textRead: (typed['textRead'] ?? '').slice(0, 1000) };
    const confirmed = await confirmRule(locals.db, actor, input);
    return confirmed.ok ? saved('confirm') : refuse('confirm', confirmed.refusal, typed, locals);
  },
  replace: async ({ request, locals, params }) => {
    const actor = actorOf(locals, 'manage rule');
    const typed = typedIn(await request.formData());
    const commandId = findId<'command'>(typed['commandId']);
    const { key, recorded } = await recordedAt(locals, params);
    const input = commandId && inputTyped({ key, commandId, recorded, typed }, locals);
    if (!input) return refuse('replace', 'invalid', typed, locals);
    const replaced = await replaceRule(locals.db, actor, input);
    return replaced.ok ? saved('replace') : refuse('replace', replaced.refusal, typed, locals);
  },
};

async function recordedAt(
  locals: App.Locals,
  { key }: Params,
): Promise<{ readonly key: RuleKey; readonly recorded: readonly RecordedRule[] }> {
  const recorded = key && isRuleKey(key) ? await listRecordedRules(locals.db, key) : [];
  if (!key || !isRuleKey(key) || recorded.length === 0) {
    error(404, staffWords[locals.language].notFound);
  }
  return { key, recorded };
}

const currentOf = (
  recorded: readonly RecordedRule[],
  { today }: App.Locals,
): RecordedRule | undefined =>
  recorded.find((rule) => rule.withdrawnAt === null && holdsOn(rule, today));

/** Undefined where a field holds nothing that can be meant. */
function inputTyped(
  asked: {
    readonly key: RuleKey;
    readonly commandId: CommandId;
    readonly recorded: readonly RecordedRule[];
    readonly typed: Typed;
  },
  locals: App.Locals,
) {
  const { key, commandId, recorded, typed } = asked;
  const like = currentOf(recorded, locals) ?? recorded.at(-1);
  const value = like && valueTyped(like.value, typed, numberTyped);
  const from = dayTyped(typed['from']);
  const mark = marks.find((one) => one === typed['mark']);
  if (!value?.ok || !from || !mark) return undefined;
  const text = (name: string, longest: number): string => (typed[name] ?? '').slice(0, longest);
  return {
    key,
    commandId,
    from,
    mark,
    value: value.value,
    source: text('source', 500),
    note: text('note', 1000),
    reason: text('reason', 1000),
  };
}

/** What is not here is a form filled in wrongly. */
const statuses: Partial<Record<Refusal, number>> = { forbidden: 403, 'not-found': 404 };

const saved = (at: At) => ({ at, problem: undefined, typed: undefined });

function refuse(at: At, refusal: Refusal, typed: Typed, { language }: App.Locals) {
  return fail(statuses[refusal] ?? 422, {
    at,
    problem: lawWords[language].refusal[refusal],
    typed,
  });
}
