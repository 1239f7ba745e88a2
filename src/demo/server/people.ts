// The demo's people, each with the one role they show.

import { newId, type PersonId } from '#ground/id.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import type { Actor, RoleHolding } from '#people/person.ts';
import type { SignIn } from '#people/server/sign-in.ts';
import { findPersonByUsername, insertHolding, insertPerson } from '#people/server/store.ts';

/** Names no reader can take for somebody's own. */
const people = {
  'can-bo-tinh': ['provincial_officer', 'Hoàng Văn Minh Họa'],
  'quan-tri': ['administrator', 'Đặng Thị Ví Dụ'],
  'bao-ve-du-lieu': ['data_protection_officer', 'Nông Thị Minh Họa'],
  'truc-ban-tinh': ['provincial_police', 'Ma Thị Ví Dụ'],
  'cong-an-xa': ['commune_police', 'Lương Văn Ví Dụ'],
  'cong-an-xa-2': ['commune_police', 'Triệu Thị Minh Họa'],
  'nguoi-giup-do': ['helper', 'Hà Thị Ví Dụ'],
  'nong-cot': ['core_member', 'Bùi Thị Minh Họa'],
  'nguoi-xem': ['viewer', 'Vi Thị Ví Dụ'],
} as const;
export type DemoName = keyof typeof people;

export async function demoPerson(
  { db, signIn }: { readonly db: Database; readonly signIn: Pick<SignIn, 'hash' | 'demoPassword'> },
  username: DemoName,
  where: Pick<RoleHolding, 'siteId' | 'commune' | 'from'>,
): Promise<Actor> {
  const [role, name] = people[username];
  const holding = { role, ...where, to: null };
  const known = await findPersonByUsername(db, username);
  if (known) return { personId: known, name, holdings: [holding] };
  const personId: PersonId = newId();
  const passwordHash = await signIn.hash(signIn.demoPassword(username));
  await inTransaction(db, async (tx) => {
    await insertPerson(tx, { personId, name, username, passwordHash, demo: true });
    await insertHolding(tx, personId, holding);
  });
  return { personId, name, holdings: [holding] };
}
