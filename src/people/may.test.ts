// The matrix of permissions: every role × every act × own site, another site, no site.

import { describe, expect, it } from 'vitest';
import { day } from '#ground/day.ts';
import { newId, type SiteId } from '#ground/id.ts';
import { may, permissions, scopeOf, type Act } from './may.ts';
import { roles, type Actor, type Role } from './person.ts';

const own = newId<'site'>() as SiteId;
const other = newId<'site'>() as SiteId;
const everywhere: readonly Role[] = [
  'administrator',
  'provincial_officer',
  'data_protection_officer',
];

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
  'invite member': '         y     -      -     y     -     -',
  'hand over role': '        y     y      -     -     -     -',
  'manage role rule': '      y     -      -     -     -     -',
  'change setting': '        y     -      -     -     -     -',
  'view unit': '             y     y      y     y     y     y',
  'manage unit': '           y     y      -     -     -     -',
  'manage rule': '           y     -      -     -     -     -',
  'view audit': '            y     y      y     -     -     -',
  'handle request': '        -     -      y     -     -     -',
  'keep breach record': '    -     -      y     -     -     -',
  'view roster': '           -     y      -     y     y     -',
  'keep roster': '           -     -      -     y     y     -',
  'break glass': '           -     y      -     y     -     -',
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
