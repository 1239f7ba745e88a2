// The matrix of permissions: every role × every act × own site, another site, no site.

import { describe, expect, it } from 'vitest';

import { day, type Instant } from '#ground/day.ts';
import { newId, type SiteId } from '#ground/id.ts';
import {
  heldEverywhere as everywhere,
  may,
  permissions,
  reachOf,
  scopeOf,
  type Act,
} from './may.ts';
import { roles, type Actor, type Role } from './person.ts';

const own = newId<'site'>() as SiteId;
const other = newId<'site'>() as SiteId;
const actorWith = (role: Role): Actor => ({
  personId: newId<'person'>(),
  name: 'Trần Thị Ví Dụ',
  holdings: [
    { role, siteId: everywhere.includes(role) ? null : own, from: day('2026-01-01'), to: null },
  ],
});

/** Written out by hand: y means the role may. The order is that of `roles`. */
const matrix: Record<Act, string> = {
  //                       admin province data police core viewer
  'invite person': '         y     -      -     -     -     -',
  'invite police': '         y     y      -     -     -     -',
  'invite member': '         y     y      -     y     -     -',
  'renew access': '          y     -      -     y     -     -',
  'hand over role': '        y     y      -     -     -     -',
  'manage role rule': '      y     -      -     -     -     -',
  'change setting': '        y     -      -     -     -     -',
  'remove demo': '           y     -      -     -     -     -',
  'view unit': '             y     y      y     y     y     y',
  'manage unit': '           y     y      -     -     -     -',
  'manage rule': '           y     -      -     -     -     -',
  'view audit': '            y     y      y     -     -     -',
  'handle request': '        -     -      y     -     -     -',
  'keep breach record': '    -     -      y     -     -     -',
  'end records': '           y     -      y     -     -     -',
  'view roster': '           -     y      -     y     y     -',
  'keep roster': '           -     -      -     y     y     -',
  'break glass': '           -     y      -     y     -     -',
  'view glass': '            -     y      y     y     y     y',
  'oversee glass': '         -     y      -     -     -     -',
  'read plan': '             -     y      -     y     -     -',
  'create site': '           -     y      -     -     -     -',
  'view site': '             y     y      -     y     y     y',
  'advance step': '          -     y      -     y     y     -',
  'close step': '            -     y      -     y     -     -',
  'do duty': '               -     y      -     y     y     -',
  'record activity': '       -     y      -     y     y     -',
  'enter indicator': '       -     y      -     y     y     -',
  'draft review': '          -     y      -     y     -     -',
  'issue review': '          -     y      -     -     -     -',
};

const expected = (role: Role, act: Act): boolean =>
  matrix[act].trim().split(/\s+/)[roles.indexOf(role)] === 'y';

describe.each(Object.keys(permissions) as Act[])('%s', (act) => {
  it.each(roles)('at their own site, %s may exactly where the matrix says so', (role) => {
    expect(may(actorWith(role), act, own)).toBe(expected(role, act));
  });
  it.each(roles)('at another site, %s may only with a role for the whole province', (role) => {
    expect(may(actorWith(role), act, other)).toBe(expected(role, act) && everywhere.includes(role));
  });
  it('nobody may without a role', () => {
    const nobody: Actor = { ...actorWith('viewer'), holdings: [] };
    expect([may(nobody, act), may(nobody, act, own), scopeOf(nobody, act)]).toEqual([
      false,
      false,
      [],
    ]);
  });
});

describe('through a broken glass', () => {
  const glass = { openingId: newId<'opening'>(), endsAt: '2026-11-23T10:00:00.000Z' as Instant };
  const looking = (role: Role): Actor => {
    const actor = actorWith(role);
    const to = day('2026-11-23');
    const through = { role: 'viewer', siteId: other, from: to, to, glass } as const;
    return { ...actor, holdings: [...actor.holdings, through] };
  };

  it.each(Object.keys(permissions) as Act[])('nothing but looking at the site: %s', (act) => {
    expect(may(looking('commune_police'), act, other)).toBe(act === 'view site');
  });

  it('the database’s reach stays what it was: PostgreSQL opens that site by itself', () => {
    expect(reachOf(looking('commune_police'))).toEqual([own]);
  });
});

describe('a role of a commune', () => {
  const sites = [newId<'site'>(), newId<'site'>()];
  const ofCommune = (role: Role, siteIds: readonly SiteId[]): Actor => ({
    ...actorWith(role),
    holdings: [
      {
        role,
        siteId: null,
        commune: { unitId: newId<'unit'>(), siteIds },
        from: day('2026-01-01'),
        to: null,
      },
    ],
  });

  it.each(Object.keys(permissions) as Act[])('holds at its sites and no other: %s', (act) => {
    const actor = ofCommune('commune_police', sites);
    const expectedOne = expected('commune_police', act);
    expect(sites.map((site) => may(actor, act, site))).toEqual([expectedOne, expectedOne]);
    expect(may(actor, act, other)).toBe(false);
  });

  it('a commune without a site reaches nothing, not everything', () => {
    expect(reachOf(ofCommune('viewer', []))).toEqual([]);
    const broken = { role: 'viewer', siteId: null, from: day('2026-01-01'), to: null } as const;
    expect(reachOf({ ...actorWith('viewer'), holdings: [broken] })).toEqual([]);
  });
});
