// For tests: sites, records and people of every role, and the application asked without a browser.

import { newId, type SiteId } from '#ground/id.ts';
import type { FileRef } from '#ground/server/files.ts';
import { freshDatabase } from '#ground/server/testing.ts';
import type { Actor, Role } from '#people/person.ts';
import type { House } from './asking.ts';
import type { Standing } from './matrix.ts';
import {
  aBody,
  aColleague,
  holder,
  privacyRecords,
  twoCommunes,
  type Colleague,
  type TwoCommunes,
} from './people-of-two-communes.ts';
import { fillSite, type RecordsOfSite } from './records-of-a-site.ts';

export type Scene = {
  readonly house: House;
  readonly places: TwoCommunes;
  readonly records: Readonly<Record<Standing['on'], RecordsOfSite>>;
  /** A core member of each site. */
  readonly colleagues: Readonly<Record<SiteId, Colleague>>;
  /** One person for each role and place, made when first asked for. */
  readonly personOf: (role: Role, at: Pick<Standing, 'held'>) => Promise<Actor>;
  /** What a part of an address in brackets stands for, at a site. */
  readonly partsOf: (of: RecordsOfSite) => Readonly<Record<string, string>>;
};

export async function openScene(): Promise<Scene> {
  const fresh = await freshDatabase();
  const files = {
    putFile: () => Promise.resolve('0'.repeat(64) as FileRef),
    getFile: () => Promise.resolve(new TextEncoder().encode('bytes of a file')),
  };
  const places = await twoCommunes(fresh);
  const officer = await holder(fresh, 'provincial_officer', {});
  const records = {
    own: await fillSite(fresh, places.own, officer),
    neighbour: await fillSite(fresh, places.neighbour, officer),
    foreign: await fillSite(fresh, places.foreign, officer),
  };
  const colleagues: Readonly<Record<SiteId, Colleague>> = {
    [places.own]: await aColleague(fresh, places.own),
    [places.neighbour]: await aColleague(fresh, places.neighbour),
    [places.foreign]: await aColleague(fresh, places.foreign),
  };
  const ofNoSite = await recordsOfNoSite(fresh, places);
  return {
    house: { fresh, files },
    places,
    records,
    colleagues,
    personOf: peopleOf(fresh, places),
    partsOf: (of) => ({ ...idsIn(of), ...ofNoSite, person: colleagues[of.siteId]?.personId ?? '' }),
  };
}

function peopleOf(fresh: House['fresh'], places: TwoCommunes): Scene['personOf'] {
  const people = new Map<string, Promise<Actor>>();
  return (role, { held }) => {
    const key = `${role} ${held}`;
    const at = held === 'in the commune' ? { unitId: places.communes.own } : { siteId: places.own };
    const made = people.get(key) ?? holder(fresh, role, held === 'nowhere' ? undefined : at);
    people.set(key, made);
    return made;
  };
}

const idsIn = (of: RecordsOfSite) => ({
  site: of.siteId,
  number: '1',
  plan: of.planId,
  activity: of.activityId,
  duty: of.dutyId,
  indicator: of.indicatorId,
  review: of.issuedId,
  ref: of.photoRef,
  household: of.householdId,
  member: of.memberId,
});

async function recordsOfNoSite(fresh: House['fresh'], { communes }: TwoCommunes) {
  const { requestId, breachId } = await privacyRecords(fresh);
  const bodyId = newId();
  await aBody(fresh, bodyId, communes.own);
  return {
    unit: communes.own,
    body: bodyId,
    handOver: newId(),
    request: requestId,
    breach: breachId,
    key: 'territory.levels',
  };
}
