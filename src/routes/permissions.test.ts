// Who may do what: every command beside every role, so that a new command without a row fails.

import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { correctActivity, recordActivity } from '#activities/server/commands.ts';
import { day } from '#ground/day.ts';
import { newId, type PlanId, type SiteId } from '#ground/id.ts';
import { refused } from '#ground/outcome.ts';
import type { Database } from '#ground/server/db.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import { addPerson, endRole } from '#people/server/commands.ts';
import { roles, type Actor, type Role } from '#people/person.ts';
import { correctPlan, getPlanReading, readInPlan } from '#plans/server/commands.ts';
import { draftReview, editReview, issueReview, redraftReview } from '#reports/server/commands.ts';
import {
  addEvidence,
  closeStep,
  createSite,
  delayDuty,
  delayStep,
  doDuty,
  enterIndicator,
  reopenDuty,
  reopenStep,
  startStep,
} from '#sites/server/commands.ts';
import { aCommand, anActor, aPlan, aSite } from '#sites/server/testing.ts';
import { examplePlan } from '#sites/testing.ts';

const today = day('2026-05-20');

/** What the commands are tried on. */
type Where = { readonly siteId: SiteId; readonly planId: PlanId };
type Row = {
  readonly allowed: readonly Role[];
  /** Whether it acts on one site, so that a role held at another site is no permission. */
  readonly ofSite: boolean;
  readonly run: (db: Database, actor: Actor, where: Where) => Promise<unknown>;
};

const province: readonly Role[] = ['provincial_officer'];
const police: readonly Role[] = ['provincial_officer', 'commune_police'];
const workers: readonly Role[] = ['provincial_officer', 'commune_police', 'core_member'];

const told = ({ siteId }: Where) => ({ siteId, commandId: aCommand(), day: today, note: 'vì' });
const step = (where: Where) => ({ ...told(where), number: 1 });
const duty = (where: Where) => ({ ...told(where), dutyId: newId<'duty'>() });
const activity = (where: Where) => ({
  ...told(where),
  kind: 'talk' as const,
  place: 'Nhà văn hóa',
  participants: 1,
  photos: [],
});
const review = ({ siteId }: Where) => ({ siteId, reviewId: newId<'review'>(), version: 1 });
const noFiles = {
  putFile: () => Promise.reject(new Error('no file is kept')),
  getFile: () => Promise.reject(new Error('no file is read')),
};

const ofSite = (allowed: readonly Role[], run: Row['run']): Row => ({ allowed, ofSite: true, run });
const anywhere = (allowed: readonly Role[], run: Row['run']): Row => ({
  allowed,
  ofSite: false,
  run,
});

const rows: Readonly<Record<string, Row>> = {
  addPerson: anywhere(['administrator'], (db, actor) =>
    addPerson(
      db,
      { hash: () => Promise.reject(new Error('no password is made')) },
      actor,
      { name: ' ', username: 'nguoi-moi', role: 'viewer', siteId: null },
      today,
    ),
  ),
  endRole: anywhere(['administrator'], (db, actor) =>
    endRole(db, actor, newId<'holding'>(), today),
  ),
  readInPlan: anywhere(police, (db, actor) =>
    readInPlan(
      db,
      noFiles,
      actor,
      { commandId: aCommand(), fileName: 'a.docx', bytes: new Uint8Array() },
      () => Promise.resolve(refused('empty')),
    ),
  ),
  getPlanReading: anywhere(police, (db, actor, { planId }) => getPlanReading(db, actor, planId)),
  correctPlan: anywhere(police, (db, actor, { planId }) =>
    correctPlan(db, actor, planId, examplePlan),
  ),
  createSite: anywhere(province, (db, actor, { planId }) =>
    createSite(db, actor, { planId, commandId: aCommand() }, today),
  ),
  startStep: ofSite(workers, (db, actor, where) => startStep(db, actor, step(where), today)),
  addEvidence: ofSite(workers, (db, actor, where) =>
    addEvidence(db, actor, { ...step(where), requirement: 'core_list', file: null }, today),
  ),
  delayStep: ofSite(workers, (db, actor, where) => delayStep(db, actor, step(where), today)),
  closeStep: ofSite(police, (db, actor, where) => closeStep(db, actor, step(where), today)),
  reopenStep: ofSite(police, (db, actor, where) => reopenStep(db, actor, step(where), today)),
  doDuty: ofSite(workers, (db, actor, where) => doDuty(db, actor, duty(where), today)),
  delayDuty: ofSite(workers, (db, actor, where) => delayDuty(db, actor, duty(where), today)),
  reopenDuty: ofSite(workers, (db, actor, where) => reopenDuty(db, actor, duty(where), today)),
  enterIndicator: ofSite(workers, (db, actor, where) =>
    enterIndicator(
      db,
      actor,
      { ...told(where), indicatorId: newId<'indicator'>(), month: today, value: 1 },
      today,
    ),
  ),
  recordActivity: ofSite(workers, (db, actor, where) =>
    recordActivity(db, actor, activity(where), today),
  ),
  correctActivity: ofSite(workers, (db, actor, where) =>
    correctActivity(db, actor, { ...activity(where), replaces: newId<'activity'>() }, today),
  ),
  draftReview: ofSite(police, (db, actor, where) =>
    draftReview(
      db,
      actor,
      { ...where, commandId: aCommand(), kind: 'interim', from: day('2026-01-01'), to: today },
      today,
    ),
  ),
  editReview: ofSite(police, (db, actor, where) =>
    editReview(db, actor, { ...review(where), change: { kind: 'subject', subject: 'Sơ kết' } }),
  ),
  redraftReview: ofSite(police, (db, actor, where) =>
    redraftReview(db, actor, review(where), today),
  ),
  issueReview: ofSite(province, (db, actor, where) =>
    issueReview(db, actor, { ...review(where), commandId: aCommand() }, today),
  ),
};

/** What happens before anybody is signed in: guarded by the one-time link instead of a role. */
const beforeSignIn: readonly string[] = ['offerSetup', 'isSetupOpen', 'setUpAdministrator'];

let fresh: FreshDatabase;
let where: Where;
let elsewhere: SiteId;

beforeAll(async () => {
  fresh = await freshDatabase();
  elsewhere = await aSite(fresh);
  const planId = await aPlan(fresh, await anActor(fresh, 'provincial_officer'));
  where = { siteId: await aSite(fresh), planId };
});
afterAll(() => fresh.close());

const holds = (role: Role, at: SiteId): Promise<Actor> =>
  anActor(fresh, role, ['administrator', 'provincial_officer'].includes(role) ? null : at);

test('every command has a row, and every row a command', async () => {
  const modules = await Promise.all(
    globSync('src/*/server/commands.ts').map(async (path) => {
      const module = (await import(resolve(path))) as Readonly<Record<string, unknown>>;
      return Object.keys(module).filter((name) => typeof module[name] === 'function');
    }),
  );
  expect(modules.flat().toSorted()).toEqual([...Object.keys(rows), ...beforeSignIn].toSorted());
});

const cases = Object.entries(rows).flatMap(([command, row]) =>
  roles.map((role) => ({ command, row, role, mayDo: row.allowed.includes(role) })),
);

test.each(cases.filter(({ mayDo }) => mayDo))('$role may $command', async ({ row, role }) => {
  const outcome = await row.run(fresh.db, await holds(role, where.siteId), where);
  expect(outcome).not.toEqual(refused('forbidden'));
});

test.each(cases.filter(({ mayDo }) => !mayDo))('$role may not $command', async ({ row, role }) => {
  const outcome = await row.run(fresh.db, await holds(role, where.siteId), where);
  expect(outcome).toEqual(refused('forbidden'));
});

test.each(
  cases.filter(({ row, mayDo, role }) => row.ofSite && mayDo && role !== 'provincial_officer'),
)('$command by $role of another site is forbidden', async ({ row, role }) => {
  const outcome = await row.run(fresh.db, await holds(role, elsewhere), where);
  expect(outcome).toEqual(refused('forbidden'));
});

test.each(Object.entries(rows))('%s without any role is forbidden', async (_, row) => {
  const nobody = { ...(await holds('viewer', where.siteId)), holdings: [] };
  expect(await row.run(fresh.db, nobody, where)).toEqual(refused('forbidden'));
});
