// A step as a form sends it, read by its kind and handed to its command.

import * as v from 'valibot';
import { refused, type Outcome } from '#ground/outcome.ts';
import type { Actor } from '#people/person.ts';
import type { DeskRefusal } from '#tips/desk.words.ts';
import {
  acknowledgeTip,
  classifyTip,
  closeTip,
  confirmHandOver,
  forwardTip,
  reportTip,
  resolveTip,
  tellResult,
} from '#tips/server/commands.ts';
import type { Recordable } from '#tips/steps.ts';
import { classInput, dayInput, numberInput } from '#tips/tip.input.ts';
import type { TipId } from '#tips/tip.ts';
import type { Typed } from '../../../form-fields.ts';

type Locals = App.Locals;
type Taken = Promise<Outcome<unknown, DeskRefusal>>;
type Take = (locals: Locals, actor: Actor, sent: object) => Taken;

export function takeStep(locals: Locals, actor: Actor, tipId: TipId, typed: Typed): Taken {
  const kind = typed['kind'] ?? '';
  const take = isStep(kind) ? takes[kind] : undefined;
  const sent = { ...typed, tipId };
  return take ? take(locals, actor, sent) : Promise.resolve(refused('invalid'));
}

/** The command for what a form sent, where it is what its schema says. */
const by =
  <S extends v.GenericSchema>(
    schema: S,
    command: (
      db: Locals['db'],
      actor: Actor,
      input: v.InferOutput<S>,
      today: Locals['today'],
    ) => Taken,
  ): Take =>
  ({ db, today }, actor, sent) => {
    const input = v.safeParse(schema, sent);
    return input.success
      ? command(db, actor, input.output, today)
      : Promise.resolve(refused('invalid'));
  };

const takes: Readonly<Record<Recordable, Take>> = {
  acknowledged: by(numberInput, acknowledgeTip),
  classified: by(classInput, classifyTip),
  reported: by(dayInput, reportTip),
  forwarded: by(dayInput, forwardTip),
  confirmed: by(numberInput, confirmHandOver),
  resolved: by(dayInput, resolveTip),
  told: by(dayInput, tellResult),
  closed: by(dayInput, closeTip),
};

const isStep = (kind: string | undefined): kind is Recordable =>
  kind !== undefined && kind in takes;
