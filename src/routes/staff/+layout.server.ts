// What every staff page shows around itself, in words: who is signed in, as what, and where they may go.

import type { Language } from '#ground/words.ts';
import { rolesToGive } from '#people/giving.ts';
import { may } from '#people/may.ts';
import { peopleWords } from '#people/people.words.ts';
import type { Actor } from '#people/person.ts';
import { listHelpers } from '#people/server/people-store.ts';
import { listStandIns } from '#people/server/standing-in-store.ts';
import { isOn } from '#people/standing-in.ts';
import { standingInWords } from '#people/standing-in.words.ts';
import { mineWords } from '#privacy/mine.words.ts';
import type { OwnPlace } from '#ui/account-menu.ts';
import { actorOf } from './actor.ts';
import { staffWords } from './staff.words.ts';
import type { LayoutServerLoad } from './$types';

// The labels are made here: the words they are taken from would be script of every page.
export const load: LayoutServerLoad = async ({ locals }) => {
  const actor = actorOf(locals);
  const { today, language } = locals;
  const standIns = await listStandIns(locals.db, { personId: actor.personId }, today);
  const role = actor.holdings.at(-1)?.role;
  const own = staffWords[language];
  const standing = standingInWords[language];
  return {
    person: {
      personId: actor.personId,
      name: actor.name,
      role: role ? peopleWords[language].role[role] : own.noRole,
    },
    mayViewAudit: may(actor, 'view audit'),
    helpers: await listHelpers(locals.withoutAccessCheck, today),
    places: placesFor(actor, language),
    ownPlaces: ownPlaces(language),
    ownActs: standIns
      .filter((one) => one.absentId !== actor.actingFor?.personId && isOn(one, today))
      .filter((one, at, all) => all.findIndex(({ absentId }) => absentId === one.absentId) === at)
      .map(({ standInId, absentName }) => ({
        action: '/staff/standing-in?/on',
        name: 'standInId',
        value: standInId,
        label: standing.onMenu(absentName),
        icon: 'forward' as const,
      })),
    actingFor: actor.actingFor
      ? { banner: standing.banner(actor.actingFor.name), off: standing.off }
      : null,
    today,
  };
};

function placesFor(actor: Actor, language: Language): readonly OwnPlace[] {
  const own = staffWords[language];
  const keepsPeople = rolesToGive(actor).length > 0 || may(actor, 'hand over role');
  return [
    { href: '/staff', label: own.today, icon: 'today' },
    { href: '/staff/sites', label: own.sites, icon: 'site' },
    ...only(may(actor, 'read plan'), '/staff/plans', own.plans, 'plan'),
    ...only(keepsPeople, '/staff/people', own.people, 'people'),
    ...only(may(actor, 'handle request'), '/staff/privacy', own.privacy, 'file'),
    ...only(may(actor, 'view unit'), '/staff/reference', own.reference, 'info'),
    ...only(may(actor, 'change setting'), '/staff/settings', own.settings, 'settings'),
  ];
}

const only = (
  shown: boolean,
  href: string,
  label: string,
  icon: OwnPlace['icon'],
): readonly OwnPlace[] => (shown ? [{ href, label, icon }] : []);

const ownPlaces = (language: Language): readonly OwnPlace[] => [
  { href: '/staff/standing-in', label: standingInWords[language].title, icon: 'people' },
  { href: '/staff/record', label: staffWords[language].record, icon: 'clock' },
  { href: '/staff/account/data', label: mineWords[language].menu, icon: 'file' },
];
