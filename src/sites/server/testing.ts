// People, a plan and a site in a test's own database.

import { day, type Day } from '#ground/day.ts';
import { newId, type CommandId, type PersonId, type PlanId, type SiteId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { FreshDatabase } from '#ground/server/testing.ts';
import type { Actor, Role } from '#people/person.ts';
import type { Plan } from '#plans/plan.ts';
import type { CreateSiteInput } from '../site.input.ts';
import { examplePlan } from '../testing.ts';
import { createSite } from './commands.ts';

/** The day on which the tests happen. */
export const testDay = day('2026-05-20');

export const aCommand = (): CommandId => newId<'command'>();

/** A person on record who holds one role, at the site where it is one of a site. */
export async function anActor(
  { owner }: FreshDatabase,
  role: Role,
  siteId: SiteId | null = null,
): Promise<Actor> {
  const personId: PersonId = newId<'person'>();
  await owner
    .insertInto('person')
    .values({ id: personId, name: role, username: personId, email: `${personId}@example.invalid` })
    .execute();
  return { personId, name: role, holdings: [{ role, siteId, from: testDay, to: null }] };
}

/** A paper read in by someone; every one is another paper. */
export async function aPlan(
  { owner }: FreshDatabase,
  reader: Actor,
  plan: Plan = examplePlan,
): Promise<PlanId> {
  const planId = newId<'plan'>();
  await owner
    .insertInto('plan_reading')
    .values({
      plan_id: planId,
      command_id: newId(),
      text_hash: planId,
      identity: null,
      file_name: 'ke-hoach.docx',
      file_ref: 'a'.repeat(64),
      text: JSON.stringify(['KẾ HOẠCH']),
      as_read: JSON.stringify(plan),
      plan: JSON.stringify(plan),
      read_by: reader.personId,
    })
    .execute();
  return planId;
}

/** Made knowing of every site that stands there already. */
export async function makeKnowingly(
  db: Database,
  officer: Actor,
  input: Omit<CreateSiteInput, 'besides' | 'commandId'>,
  today: Day = testDay,
): ReturnType<typeof createSite> {
  const make = (besides: readonly SiteId[]) =>
    createSite(db, officer, { ...input, commandId: aCommand(), besides: [...besides] }, today);
  const made = await make([]);
  if (made.ok || typeof made.refusal === 'string' || !('besides' in made.refusal)) return made;
  return make(made.refusal.besides.map(({ siteId }) => siteId));
}

/** A site made of the example plan, beside those that are there. */
export async function aSite(fresh: FreshDatabase, plan: Plan = examplePlan): Promise<SiteId> {
  const officer = await anActor(fresh, 'provincial_officer');
  const planId = await aPlan(fresh, officer, plan);
  const made = await makeKnowingly(fresh.db, officer, { planId, calendar: 'plan' });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  return made.value.siteId;
}
