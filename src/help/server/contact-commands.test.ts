// The telephone of a commune's helpers: set by those on duty there, told to everybody.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '#ground/day.ts';
import { done, refused } from '#ground/outcome.ts';
import { noReach } from '#ground/server/reach.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { aUnit, onDuty, today } from '#sealed/server/testing.ts';
import type { HelpContactInput } from '../help.input.ts';
import { setHelpContact } from './contact-commands.ts';
import { findHelpContact } from './contact-store.ts';
import { aCommand } from './testing.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

async function aStation() {
  const unitId = await aUnit(fresh, 'xa');
  const helper = await onDuty(fresh, 'helper', unitId);
  const set = (more: Partial<HelpContactInput> = {}, by = helper) =>
    setHelpContact(
      by.db,
      by.actor,
      {
        commandId: aCommand(),
        unitId,
        phone: '0208 000 000',
        source: 'Biển của trạm',
        checkedOn: '',
        ...more,
      },
      today,
    );
  return { unitId, set };
}

test('what a helper of the commune sets is told to everybody, and can be set anew', async () => {
  const { unitId, set } = await aStation();
  expect(await findHelpContact(fresh.db, unitId)).toBeUndefined();
  expect(await set()).toEqual(done(true));
  const contact = { phone: '0208 000 000', source: 'Biển của trạm', checkedOn: null };
  expect(await findHelpContact(fresh.reaching(noReach), unitId)).toEqual(contact);
  expect(await set({ phone: '0208 111 111', checkedOn: today })).toEqual(done(true));
  expect(await findHelpContact(fresh.db, unitId)).toEqual({
    ...contact,
    phone: '0208 111 111',
    checkedOn: today,
  });
});

test('nobody else sets it: neither a helper of another commune nor the police of this one', async () => {
  const { unitId, set } = await aStation();
  const elsewhere = await onDuty(fresh, 'helper', await aUnit(fresh, 'xa'));
  const police = await onDuty(fresh, 'commune_police', unitId);
  expect(await set({}, elsewhere)).toEqual(refused('forbidden'));
  expect(await set({}, police)).toEqual(refused('forbidden'));
  expect(await findHelpContact(fresh.db, unitId)).toBeUndefined();
});

test('nobody has called it tomorrow', async () => {
  const { set } = await aStation();
  expect(await set({ checkedOn: addDays(today, 1) })).toEqual(refused('in-future'));
});
