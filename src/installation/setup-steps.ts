// What a new installation still lacks, worked out from its records: nothing is ticked off by hand.

import { valueOf, type Recorded } from './setting.ts';

/** The last one stands in the list only while the demo is there. */
export const setupSteps = [
  'place',
  'bodies',
  'people',
  'languages',
  'contact',
  'mail',
  'backup',
  'demo',
] as const;
export type SetupStep = (typeof setupSteps)[number];

export type SetupRecords = {
  readonly settings: Recorded;
  /** Communes of today that did not come with the demo; bodies likewise. */
  readonly communes: number;
  readonly bodies: number;
  /** With an account, the first administrator included. */
  readonly people: number;
  /** A mail went out since the settings of mail were changed last. */
  readonly isMailTested: boolean;
  readonly hasDemo: boolean;
};

/** 'half': begun, and something of it is missing. */
export type StepState = 'open' | 'half' | 'done';

export function stepState(step: SetupStep, records: SetupRecords): StepState {
  const { settings } = records;
  switch (step) {
    case 'place':
      return records.communes > 0 ? 'done' : 'open';
    case 'bodies':
      return records.bodies > 0 ? 'done' : 'open';
    case 'people':
      return records.people > 1 ? 'done' : 'open';
    case 'languages':
      return settings['language.default'] === undefined ? 'open' : 'done';
    case 'contact':
      return contactState(settings);
    case 'mail':
      if (valueOf(settings, 'mail.host') === '') return 'open';
      return records.isMailTested ? 'done' : 'half';
    case 'backup':
      return valueOf(settings, 'backup.folder') === '' ? 'open' : 'done';
    case 'demo':
      return records.hasDemo ? 'open' : 'done';
  }
}

/** Half where people can come but not call, or the other way round. */
function contactState(settings: Recorded): StepState {
  const set = (['contact.address', 'contact.telephone'] as const).filter(
    (key) => valueOf(settings, key) !== '',
  );
  if (set.length === 0) return 'open';
  return set.length === 2 ? 'done' : 'half';
}

/** How many of what a step is about stand already; undefined where nothing is counted. */
export const countOf = (
  step: SetupStep,
  { communes, bodies, people }: SetupRecords,
): number | undefined =>
  new Map<SetupStep, number>([
    ['place', communes],
    ['bodies', bodies],
    ['people', people],
  ]).get(step);

export const stepsOf = ({ hasDemo }: SetupRecords): readonly SetupStep[] =>
  setupSteps.filter((step) => step !== 'demo' || hasDemo);

export const remainingSteps = (records: SetupRecords): readonly SetupStep[] =>
  setupSteps.filter((step) => stepState(step, records) !== 'done');

/** The step after this one that is not done, round the list; undefined where none is left. */
export function nextStep(records: SetupRecords, after?: SetupStep): SetupStep | undefined {
  const at = after === undefined ? 0 : setupSteps.indexOf(after) + 1;
  const round = [...setupSteps.slice(at), ...setupSteps.slice(0, at)];
  return round.find((step) => step !== after && stepState(step, records) !== 'done');
}
