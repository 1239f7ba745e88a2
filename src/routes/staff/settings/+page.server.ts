// What a new installation still lacks.

import { readSetup } from '#installation/server/store.ts';
import { setupSteps, stepState } from '#installation/setup-steps.ts';
import { actorOf } from '../actor.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  actorOf(locals, 'change setting');
  const setup = await readSetup(locals.db);
  return {
    steps: setupSteps.map((step) => ({ step, state: stepState(step, setup) })),
  };
};
