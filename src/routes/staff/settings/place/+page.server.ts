// The province and the communes of this installation: from a file, or a few typed names.

import { fail, type Actions } from '@sveltejs/kit';
import { dayTyped } from '#ground/typed.ts';
import { decideFirstPlaces } from '#installation/first-places.ts';
import { placePageWords } from '#installation/place-page.words.ts';
import { countCommunes, readSetup } from '#installation/server/store.ts';
import { nextStep } from '#installation/setup-steps.ts';
import { changeWords } from '#places/change.words.ts';
import { typedIn, type Typed } from '../../../form-fields.ts';
import { actorOf } from '../../actor.ts';
import { foundFirstUnits } from './first-units.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  actorOf(locals, 'manage unit');
  return {
    communes: await countCommunes(locals.db),
    next: nextStep(await readSetup(locals.db), 'place'),
  };
};

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const actor = actorOf(locals, 'manage unit');
    const typed = typedIn(await request.formData());
    const own = placePageWords[locals.language];
    const { province = '', communes = '', legalAct = '' } = typed;
    const decided = decideFirstPlaces({
      province,
      communes,
      legalAct,
      from: dayTyped(typed['from']),
    });
    if (!decided.ok) return refuse(own.refusal[decided.refusal], typed);
    const founded = await foundFirstUnits(locals.db, actor, decided.value);
    if (founded.ok) return { said: own.saved(founded.value), problem: '', typed: {} as Typed };
    return refuse(changeWords[locals.language].refusal[founded.refusal], typed);
  },
};

const refuse = (problem: string, typed: Typed) => fail(422, { said: '', problem, typed });
