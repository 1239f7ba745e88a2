// The mail to an address somebody has left: where it goes, and that the address goes with it.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId, type PersonId } from '#ground/id.ts';
import { inTransaction } from '#ground/server/db.ts';
import { enqueueToFormer } from '#ground/server/enqueue-mail.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { findWaitingMail, markMail, type MailEnd } from './mail-store.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

async function toldAtFormer(formerAddress: string) {
  const personId: PersonId = newId<'person'>();
  const email = `${personId}@moi.example`;
  await fresh.owner
    .insertInto('person')
    .values({ id: personId, name: 'Người Ví Dụ', username: personId, email })
    .execute();
  const event = { kind: 'security notice', event: 'address changed' } as const;
  const asked = await inTransaction(fresh.db, (tx) =>
    enqueueToFormer(tx, personId, formerAddress, event),
  );
  const rows = () =>
    fresh.owner.selectFrom('mail').selectAll().where('person_id', '=', personId).execute();
  return { asked, rows, personId };
}

test.each<[MailEnd, string | null]>([
  [{ kind: 'sent' }, null],
  [{ kind: 'given up', problem: 'recipient' }, null],
  [{ kind: 'later', problem: 'no connection' }, 'cu@vi-du.example'],
])('goes to the address that was left; after %j there stands %s', async (end, kept) => {
  const { rows, personId } = await toldAtFormer('cu@vi-du.example');
  const mailId = (await rows())[0]?.mail_id ?? '';
  expect(await findWaitingMail(fresh.db, mailId)).toEqual({
    to: personId,
    email: 'cu@vi-du.example',
  });
  await markMail(fresh.db, mailId, end);
  expect(await rows()).toMatchObject([{ former_address: kept }]);
});

test('is asked for nobody whose former address could receive nothing', async () => {
  const { asked, rows } = await toldAtFormer('vi-du@binh-yen.invalid');
  expect([asked, await rows()]).toEqual([false, []]);
});
