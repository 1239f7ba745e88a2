// Imports units from a file: what it would do is shown first, and written only when confirmed.

import { fail, type Action, type ActionFailure } from '@sveltejs/kit';
import type { Day } from '#ground/day.ts';
import { findId, newId } from '#ground/id.ts';
import { refused, type Outcome } from '#ground/outcome.ts';
import type { FileRef } from '#ground/server/files.ts';
import { dayTyped } from '#ground/typed.ts';
import { importWords } from '#places/import.words.ts';
import {
  importMergers,
  importSnapshot,
  previewMergers,
  previewSnapshot,
  type MergerTerms,
  type UnitFile,
} from '#places/server/import-commands.ts';
import type { SnapshotTerms } from '#places/snapshot.ts';
import { filesIn, typedIn, type Typed } from '../../../form-fields.ts';
import { actorOf } from '../../actor.ts';
import { nothingPicked, pickedIn, type Picked } from '../picked.ts';
import {
  mergersForetold,
  refusalSaid,
  snapshotForetold,
  type Foretold,
  type Refusal,
} from './said.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  actorOf(locals, 'manage unit');
  return { commandIds: { snapshot: newId<'command'>(), mergers: newId<'command'>() } };
};

/** What the page is drawn with after a form was sent. */
type Answer = {
  readonly at: 'snapshot' | 'mergers';
  readonly typed: Typed;
  readonly province: Picked;
  readonly file: { readonly ref: string; readonly name: string } | null;
  readonly foretold: Foretold | null;
  readonly problem: string;
  readonly errors: readonly string[];
  readonly moreErrors: number;
  readonly said: string;
};

const blank = {
  typed: {},
  province: nothingPicked,
  file: null,
  foretold: null,
  problem: '',
  errors: [],
  moreErrors: 0,
  said: '',
} as const;

type Sent = {
  readonly locals: App.Locals;
  readonly typed: Typed;
  readonly file: UnitFile | undefined;
  readonly province: Picked;
};

async function sent(locals: App.Locals, request: Request): Promise<Sent> {
  actorOf(locals, 'manage unit');
  const form = await request.formData();
  const typed = typedIn(form);
  const on = dayTyped(typed['from']) ?? locals.today;
  return {
    locals,
    typed,
    file: await fileOf(locals, form, typed),
    province: await pickedIn(locals.db, typed, 'province', { on, levels: ['tinh'] }),
  };
}

/** The file chosen now, or the one that was looked at before. */
async function fileOf(
  { files }: App.Locals,
  form: FormData,
  typed: Typed,
): Promise<UnitFile | undefined> {
  const commandId = findId<'command'>(typed['commandId']) ?? newId<'command'>();
  const [chosen] = filesIn(form, 'file');
  if (chosen) {
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    return { bytes, commandId, fileName: chosen.name, fileRef: await files.putFile(bytes) };
  }
  const ref = typed['fileRef'] ?? '';
  if (!/^[0-9a-f]{64}$/.test(ref)) return undefined;
  const bytes = await files.getFile(ref as FileRef).catch(() => undefined);
  return bytes && { bytes, commandId, fileName: typed['fileName'] ?? '', fileRef: ref };
}

type Ready<Terms> = { readonly file: UnitFile; readonly terms: Terms };
type NotReady = Extract<Refusal, { kind: 'form' } | { kind: 'province-unknown' }>;

function snapshotReady({ typed, file }: Sent): Outcome<Ready<SnapshotTerms>, NotReady> {
  const from = dayTyped(typed['from']);
  if (!file) return refused({ kind: 'form', problem: 'file-missing' });
  if (!from) return refused({ kind: 'form', problem: 'day-missing' });
  const to: Day | null = dayTyped(typed['to']) ?? null;
  const wholeCountry = typed['reach'] === 'country';
  const terms = { from, to, legalAct: typed['legalAct'] ?? '', wholeCountry, demo: false };
  return { ok: true, value: { file, terms } };
}

function mergersReady({ typed, file, province }: Sent): Outcome<Ready<MergerTerms>, NotReady> {
  const effectiveOn = dayTyped(typed['from']);
  if (!file) return refused({ kind: 'form', problem: 'file-missing' });
  if (!effectiveOn) return refused({ kind: 'form', problem: 'day-missing' });
  if (!province.chosen) return refused({ kind: 'province-unknown' });
  const provinceId = province.chosen.unitId;
  return {
    ok: true,
    value: { file, terms: { effectiveOn, provinceId, legalAct: typed['legalAct'] ?? '' } },
  };
}

/** One step of one of the two forms: ready, done by the command, said in words. */
const step =
  <Terms, Value>(
    at: Answer['at'],
    ready: (form: Sent) => Outcome<Ready<Terms>, NotReady>,
    act: (form: Sent, ready: Ready<Terms>) => Promise<Outcome<Value, Refusal>>,
    say: (value: Value, locals: App.Locals) => Pick<Answer, 'foretold'> | Pick<Answer, 'said'>,
  ): Action<RouteParams, Answer | ActionFailure<Answer>> =>
  async ({ request, locals }) => {
    const form = await sent(locals, request);
    const { typed, province, file } = form;
    const kept = file ? { ref: file.fileRef, name: file.fileName } : null;
    const all = { ...blank, at, typed, province, file: kept };
    const isReady = ready(form);
    const outcome = isReady.ok ? await act(form, isReady.value) : isReady;
    if (!outcome.ok) return fail(422, { ...all, ...refusalSaid(outcome.refusal, locals.language) });
    return { ...all, ...say(outcome.value, locals) } satisfies Answer;
  };

export const actions = {
  snapshot: step(
    'snapshot',
    snapshotReady,
    ({ locals }, { file, terms }) => previewSnapshot(locals.db, actorOf(locals), file.bytes, terms),
    (preview, { language }) => ({ foretold: snapshotForetold(preview, language) }),
  ),
  confirmSnapshot: step(
    'snapshot',
    snapshotReady,
    ({ locals }, { file, terms }) => importSnapshot(locals.db, actorOf(locals), file, terms),
    ({ begun, ended }, { language }) => ({
      said: importWords[language].doneSnapshot(begun, ended),
    }),
  ),
  mergers: step(
    'mergers',
    mergersReady,
    ({ locals }, { file, terms }) => previewMergers(locals.db, actorOf(locals), file.bytes, terms),
    (preview, { language }) => ({ foretold: mergersForetold(preview, language) }),
  ),
  confirmMergers: step(
    'mergers',
    mergersReady,
    ({ locals }, { file, terms }) => importMergers(locals.db, actorOf(locals), file, terms),
    ({ tied }, { language }) => ({ said: importWords[language].doneMergers(tied) }),
  ),
} satisfies Actions;
