// What the settings pages share: what holds, what was changed, and the answer to a form that was sent.

import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { findId, newId, type CommandId } from '#ground/id.ts';
import { getSecret } from '#ground/server/secret.ts';
import type { Language } from '#ground/words.ts';
import { installationWords } from '#installation/installation.words.ts';
import { changeSettings, type Refused } from '#installation/server/commands.ts';
import { listSettingEntries, readSetup, type SettingEntry } from '#installation/server/store.ts';
import {
  isSecret,
  keysOf,
  valueOf,
  type Recorded,
  type SettingGroup,
  type SettingKey,
} from '#installation/setting.ts';
import { nextStep, type SetupStep } from '#installation/setup-steps.ts';
import { getHouse } from '../../../house.server.ts';
import { typedIn, type Typed } from '../../form-fields.ts';
import { actorOf } from '../actor.ts';

/** Which settings a step of setting up asks for. */
const stepOf: Readonly<Record<SettingGroup, SetupStep>> = {
  languages: 'languages',
  mail: 'mail',
  backup: 'backup',
  contact: 'contact',
};

/** Secrets come as empty text: nobody is shown what they are. */
export async function loadSettings(locals: App.Locals, group: SettingGroup) {
  actorOf(locals, 'change setting');
  const setup = await readSetup(locals.db);
  const entries = await listSettingEntries(locals.db, keysOf(group), 30);
  const own = installationWords[locals.language];
  return {
    commandId: newId<'command'>(),
    values: valuesOf(setup.settings, group),
    hasPassword: Boolean(setup.settings['mail.password']),
    history: entries.map((entry) => shown(entry, locals.language)),
    next: nextStep(setup, stepOf[group]),
    timeZone: locals.timeZone,
    title: own.step[stepOf[group]],
    hint: own.stepHint[stepOf[group]],
  };
}

const valuesOf = (settings: Recorded, group: SettingGroup): Readonly<Record<string, string>> =>
  Object.fromEntries(
    keysOf(group).map((key) => [key, isSecret(key) ? '' : valueOf(settings, key)]),
  );

/** A change as it is shown: of a secret only that it was one. */
function shown({ valueId, key, value, before, reason, by, at }: SettingEntry, language: Language) {
  const own = installationWords[language];
  const say = (text: string | null): string => {
    if (!text) return own.empty;
    return isSecret(key) ? own.secretChanged : text;
  };
  return {
    valueId,
    what: own.setting[key],
    from: isSecret(key) ? '' : say(before),
    to: isSecret(key) && !value ? own.secretEmptied : say(value),
    reason,
    by: by ?? own.unknownPerson,
    at,
  };
}

/** What a settings page is told after its form was sent. */
export type SettingsAnswer = {
  readonly said: string;
  readonly problem: string;
  readonly wrong: readonly SettingKey[];
  readonly typed: Typed;
};

export async function saveSettings(
  event: RequestEvent,
  group: SettingGroup,
): Promise<SettingsAnswer | ActionFailure<SettingsAnswer>> {
  const { locals, request } = event;
  const actor = actorOf(locals, 'change setting');
  const typed = typedIn(await request.formData());
  const house = await getHouse();
  const { data } = house.settings;
  const own = installationWords[locals.language];
  const changed = await changeSettings(
    locals.db,
    { secret: await getSecret(data), dataFolder: data },
    actor,
    {
      commandId: findId<'command'>(typed['commandId']) ?? (newId() as CommandId),
      group,
      typed: Object.fromEntries(keysOf(group).map((key) => [key, typed[key]])),
      reason: (typed['reason'] ?? '').trim().slice(0, 500),
    },
  );
  if (!changed.ok) return fail(422, refusedAnswer(changed.refusal, typed, locals.language));
  const said = changed.value.length > 0 ? own.saved : own.unchanged;
  return { said, problem: '', wrong: [], typed: {} };
}

/** The password is not sent back to the browser. */
function refusedAnswer({ kind, keys }: Refused, typed: Typed, language: Language): SettingsAnswer {
  const problem = installationWords[language].refusal[kind];
  return { said: '', problem, wrong: keys, typed: { ...typed, 'mail.password': '' } };
}
