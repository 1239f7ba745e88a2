// Which steps may be recorded next in a tip, and which of them is the one to do.

import type { Day } from '#ground/day.ts';
import type { UnitLevel } from './due.ts';

import {
  decideStep,
  tipClasses,
  type Stand,
  type StepKind,
  type TipEvent,
  type TipStep,
} from './tip.ts';

export type Recordable = Exclude<StepKind, 'opened'>;

/** What would be taken today; the first is the next one in the ordinary course. */
export function nextSteps(
  stand: Stand,
  events: readonly Pick<TipEvent, 'kind'>[],
  level: UnitLevel,
  today: Day,
): readonly Recordable[] {
  const isReported = events.some(({ kind }) => kind === 'reported');
  const possible = usual[level].filter(
    (kind) => isPossible(stand, kind, today) && !(kind === 'reported' && isReported),
  );
  // Classifying again is for whoever was wrong: the tip itself goes on.
  const isAgain = (kind: Recordable): boolean => kind === 'classified' && kind === stand.state;
  return [...possible.filter((kind) => !isAgain(kind)), ...possible.filter(isAgain)];
}

/** The province is whom a commune reports to, and resolves what it need not hand on. */
const usual: Readonly<Record<UnitLevel, readonly Recordable[]>> = {
  xa: [
    'acknowledged',
    'classified',
    'forwarded',
    'confirmed',
    'resolved',
    'told',
    'reported',
    'closed',
  ],
  tinh: ['acknowledged', 'classified', 'confirmed', 'resolved', 'told', 'forwarded', 'closed'],
};

/** Asked of the rules themselves. */
const isPossible = (stand: Stand, kind: Recordable, today: Day): boolean =>
  samples(kind, today).some((step) => decideStep(stand, step, today).ok);

function samples(kind: Recordable, day: Day): readonly TipStep[] {
  if (kind === 'acknowledged' || kind === 'confirmed') return [{ kind, day, reference: '1' }];
  if (kind === 'classified') return tipClasses.map((of) => ({ kind, day, class: of }));
  return [{ kind, day }];
}
