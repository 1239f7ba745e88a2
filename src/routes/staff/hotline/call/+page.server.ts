// The call sheet of a unit: to whom it is sealed. What is typed never comes here.

import { operatorOf, unitAsked } from '../hotline-answers.ts';
import { ringsOf } from '../../boxes/rings-of.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const actor = operatorOf(locals);
  const { unit } = await unitAsked(locals, actor, url);
  return {
    unit,
    host: url.host,
    rings: unit ? await ringsOf(locals.db, unit.unitId) : { own: null, province: null },
  };
};
