// What a new installation still lacks.

import { readSetup } from '#installation/server/store.ts';
import { countOf, stepsOf, stepState } from '#installation/setup-steps.ts';
import { getSettings } from '#ground/server/settings.ts';
import { actorOf } from '../actor.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  actorOf(locals, 'change setting');
  const setup = await readSetup(locals.db);
  return {
    steps: stepsOf(setup).map((step) => ({
      step,
      state: stepState(step, setup),
      count: countOf(step, setup),
    })),
    // Made-up people and figures do not belong where everybody comes by.
    urgesDemoRemoval: setup.hasDemo && getSettings().origin !== undefined,
  };
};
