// Who must sign in by two steps where nobody said so: by how far a role reaches.

import { expect, it } from 'vitest';
import { inTransaction } from '#ground/server/db.ts';
import { findNeed } from './sign-in-store.ts';
import { insertHolding } from './store.ts';
import { testToday, useTestDoor } from './signing-in/testing.ts';

const { door, newPerson } = useTestDoor();

it('two steps are not asked of people of the demo, unless an administrator says so', async () => {
  const person = await newPerson();
  const everywhere = { role: 'data_protection_officer', siteId: null, from: testToday, to: null };
  await inTransaction(door().fresh.db, (tx) =>
    insertHolding(tx, person.personId, { ...everywhere, role: 'data_protection_officer' }),
  );
  const need = async () =>
    (await findNeed(door().signIn.as(null), person.personId, testToday)).need;
  expect(await need()).toBe('now');
  await door()
    .fresh.owner.updateTable('person')
    .set({ demo: true })
    .where('id', '=', person.personId)
    .execute();
  expect(await need()).toBe('none');
});
