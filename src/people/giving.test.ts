// Who may give which role where, and where a role holds.

import { describe, expect, it, test } from 'vitest';
import { day } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { done, refused } from '#ground/outcome.ts';
import {
  decidePlace,
  inviters,
  isOwn,
  mayGive,
  mayHandle,
  mayPassOn,
  peopleScope,
  rolesToGive,
  siteRoles,
} from './giving.ts';
import { suggestUsername } from './invitation.ts';
import { heldEverywhere } from './may.ts';
import { roles, type Actor, type Role } from './person.ts';

const siteId = newId<'site'>();
const other = newId<'site'>();
const unitId = newId<'unit'>();
const holding = (role: Role) => ({
  role,
  siteId: heldEverywhere.includes(role) ? null : siteId,
  from: day('2026-01-01'),
  to: null,
});
const actor = (role: Role): Actor => ({
  personId: newId<'person'>(),
  name: 'Trần Thị Ví Dụ',
  holdings: [holding(role)],
});
const isOfSite = (role: Role) => siteRoles.some((one) => one === role);
const who = (may: (one: Role) => boolean): readonly Role[] => roles.filter(may);

describe('a role is given', () => {
  test.each(roles)(
    '%s at one’s own site: by administrators, what works there by officers, a member’s role by the police too',
    (role) => {
      const of = siteRoles.find((one) => one === role);
      const givers = of ? inviters(of) : ['administrator'];
      expect(who((one) => mayGive(actor(one), { role, siteId, unitId: null }))).toEqual(givers);
    },
  );
  test.each(roles)('%s at another site, by nobody who holds at one site', (role) => {
    const at = { role, siteId: other, unitId: null };
    const givers = isOfSite(role) ? ['administrator', 'provincial_officer'] : ['administrator'];
    expect(who((one) => mayGive(actor(one), at))).toEqual(givers);
  });
  test.each(roles)('%s in a commune or everywhere, by administrators alone', (role) => {
    for (const place of [unitId, null]) {
      const at = { role, siteId: null, unitId: place };
      expect(who((one) => mayGive(actor(one), at))).toEqual(['administrator']);
    }
  });
  test('at a site, the police by administrators and officers, members by the police as well', () => {
    expect(siteRoles.map(inviters)).toEqual([
      ['administrator', 'provincial_officer'],
      ['administrator', 'provincial_officer', 'commune_police'],
      ['administrator', 'provincial_officer', 'commune_police'],
    ]);
  });
});

it('has its sheet handled by whoever may give it, a renewal by its maker and administrators', () => {
  const maker = actor('commune_police');
  const none = { siteId: null, unitId: null };
  const officer = actor('provincial_officer');
  const sheet = { ...none, role: null, invitedBy: maker.personId };
  expect([maker, officer, actor('administrator')].map((one) => mayHandle(one, sheet))).toEqual([
    true,
    false,
    true,
  ]);
  expect(mayHandle(officer, { ...sheet, role: 'administrator' })).toBe(false);
  expect(mayHandle(officer, { ...sheet, siteId, role: 'commune_police' })).toBe(true);
});

it('offers in forms what may be given somewhere', () => {
  expect(rolesToGive(actor('administrator'))).toEqual(roles);
  expect(rolesToGive(actor('commune_police'))).toEqual(['core_member', 'viewer']);
  expect(rolesToGive(actor('provincial_officer'))).toEqual(siteRoles);
  expect(rolesToGive(actor('core_member'))).toEqual([]);
});

it('passes on by administrators, and by officers unless it watches over others', () => {
  const watching = ['administrator', 'data_protection_officer'];
  for (const role of roles) {
    expect(who((one) => mayPassOn(actor(one), role))).toEqual(
      watching.includes(role) ? ['administrator'] : ['administrator', 'provincial_officer'],
    );
  }
});

it('shows each keeper the people of their sites, and all to administrators and officers', () => {
  expect(peopleScope(actor('administrator'))).toBe('all');
  expect(peopleScope(actor('provincial_officer'))).toBe('all');
  expect(peopleScope(actor('commune_police'))).toEqual([siteId]);
  expect(peopleScope(actor('core_member'))).toEqual([]);
});

describe('a role holds', () => {
  const at = { siteId, unitId };
  const [site, commune, everywhere] = [
    { siteId, unitId: null },
    { siteId: null, unitId },
    { siteId: null, unitId: null },
  ];
  test.each(heldEverywhere)('%s everywhere, whatever place a form still carries', (role) => {
    expect(decidePlace({ role, ...at })).toEqual(done({ role, ...everywhere }));
  });
  test.each(['commune_police', 'viewer'] as const)('%s at a site or in a commune', (role) => {
    expect(decidePlace({ role, ...at })).toEqual(done({ role, ...site }));
    expect(decidePlace({ role, ...commune })).toEqual(done({ role, ...commune }));
    expect(decidePlace({ role, ...everywhere })).toEqual(refused('place-missing'));
  });
  test('core_member at one site', () => {
    const role = 'core_member';
    expect(decidePlace({ role, ...site })).toEqual(done({ role, ...site }));
    expect(decidePlace({ role, ...commune })).toEqual(refused('place-missing'));
  });
});

it('is one’s own also where one stands in for its holder', () => {
  const [me, absent] = [actor('viewer'), actor('commune_police')];
  const acting = { ...me, actingFor: { personId: absent.personId, name: absent.name } };
  expect([me, absent, actor('viewer')].map(({ personId }) => isOwn(acting, personId))).toEqual([
    true,
    true,
    false,
  ]);
});

test.each([
  ['Lê Thị Ví Dụ', [], 'le.thi.vi.du'],
  ['Lê Thị Ví Dụ', ['le.thi.vi.du', 'le.thi.vi.du.2'], 'le.thi.vi.du.3'],
  ['Y Đ.', [], 'y.d'],
  ['Ê', [], 'nguoi.e'],
  ['李', [], 'nguoi.moi'],
  ['Á'.repeat(120), [], 'a'.repeat(50)],
])('%s may be called, besides %j, %s', (name, taken, expected) => {
  expect(suggestUsername(name, new Set(taken))).toBe(expected);
  expect(expected).toMatch(/^[a-z0-9][a-z0-9.-]{2,59}$/);
});
