// Loads the demo by the same commands people use; broken off halfway, it goes on at the next start.

import { createHash } from 'node:crypto';
import { recordActivity } from '#activities/server/commands.ts';
import { addMonths, dayAt, type Day, type Instant } from '#ground/day.ts';
import { newId, type CommandId, type PersonId, type SiteId } from '#ground/id.ts';
import type { Outcome } from '#ground/outcome.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import type { FileStore } from '#ground/server/files.ts';
import { wasDemoRemoved } from '#installation/server/demo-store.ts';
import type { Actor, Role } from '#people/person.ts';
import type { SignIn } from '#people/server/sign-in.ts';
import { findPersonByUsername, insertHolding, insertPerson } from '#people/server/store.ts';
import { importMergers, importSnapshot } from '#places/server/import-commands.ts';
import { listUnitsUnder } from '#places/server/store.ts';
import { readInPlan, type ReadPlan } from '#plans/server/commands.ts';
import {
  addEvidence,
  closeStep,
  createSite,
  delayStep,
  doDuty,
  startStep,
} from '#sites/server/commands.ts';
import { listDuties } from '#sites/server/duty-store.ts';
import { demoCalendar, demoPlanText } from '../demo-plan.ts';
import { demoMergers, demoUnits, type DemoUnits } from '../demo-units.ts';
import { demoActivities, demoSteps, type DemoStep } from '../demo-story.ts';
import { demoBodies } from './bodies.ts';
import { demoRosters } from './rosters.ts';

export type DemoParts = {
  readonly db: Database;
  readonly files: FileStore;
  readonly signIn: Pick<SignIn, 'hash' | 'demoPassword'>;
  readonly readPlan: ReadPlan;
  readonly timeZone: string;
  /** The moment it is loaded; everything in it is counted back from that day. */
  readonly now: Instant;
};

/** Never again where it was taken out. */
export async function loadDemo(parts: DemoParts): Promise<void> {
  if (await wasDemoRemoved(parts.db)) return;
  const today = dayAt(parts.now, parts.timeZone);
  const signed = demoCalendar(today).signed;
  const officer = await person(parts, 'provincial_officer', null, signed);
  await person(parts, 'administrator', null, signed);
  await person(parts, 'data_protection_officer', null, signed);
  await units(parts, officer);
  await demoBodies(parts.db, officer, commandOf('bodies'), { commune: 'Phú Thịnh', on: today });
  const siteId = await site(parts, officer, today);
  const police = await person(parts, 'commune_police', siteId, signed);
  const core = await person(parts, 'core_member', siteId, signed);
  await person(parts, 'viewer', siteId, signed);
  for (const step of demoSteps(today)) await walkStep(parts.db, police, siteId, step);
  await workMonths(parts.db, core, siteId, today);
  await demoRosters(parts.db, core, siteId, today, commandOf);
  await doDuties(parts.db, police, siteId, today);
}

/** Names no reader can take for somebody's own. */
const names: Readonly<Record<Role, readonly [username: string, name: string]>> = {
  administrator: ['quan-tri', 'Đặng Thị Ví Dụ'],
  provincial_officer: ['can-bo-tinh', 'Hoàng Văn Minh Họa'],
  data_protection_officer: ['bao-ve-du-lieu', 'Nông Thị Minh Họa'],
  commune_police: ['cong-an-xa', 'Lương Văn Ví Dụ'],
  core_member: ['nong-cot', 'Bùi Thị Minh Họa'],
  viewer: ['nguoi-xem', 'Vi Thị Ví Dụ'],
};

async function person(
  { db, signIn }: DemoParts,
  role: Role,
  siteId: SiteId | null,
  from: Day,
): Promise<Actor> {
  const [username, name] = names[role];
  const holding = { role, siteId, from, to: null };
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

/** The demo's own few units: the site finds its commune among them. */
async function units(parts: DemoParts, officer: Actor): Promise<void> {
  const kept = async ({ csv, fileName }: DemoUnits) => {
    const bytes = new TextEncoder().encode(csv);
    const fileRef = await parts.files.putFile(bytes);
    return { bytes, fileName, fileRef, commandId: commandOf(fileName) };
  };
  for (const list of demoUnits) {
    const terms = { ...list, wholeCountry: false, demo: true };
    must(await importSnapshot(parts.db, officer, await kept(list), terms));
  }
  const { from: effectiveOn, legalAct } = demoMergers;
  const [province] = await listUnitsUnder(parts.db, null, effectiveOn, { limit: 1 });
  if (!province) throw new Error('the demo has no province');
  const terms = { provinceId: province.unitId, effectiveOn, legalAct };
  must(await importMergers(parts.db, officer, await kept(demoMergers), terms));
}

async function site(parts: DemoParts, officer: Actor, today: Day): Promise<SiteId> {
  const bytes = new TextEncoder().encode(demoPlanText(today).join('\n'));
  const file = { commandId: commandOf('plan'), fileName: 'ke-hoach-minh-hoa.txt', bytes };
  const { planId } = must(await readInPlan(parts.db, parts.files, officer, file, parts.readPlan));
  const input = { commandId: commandOf('site'), planId, calendar: null, besides: [] };
  const opened = demoCalendar(today).signed;
  return must(await createSite(parts.db, officer, input, opened, { demo: true })).siteId;
}

async function walkStep(
  db: Database,
  police: Actor,
  siteId: SiteId,
  step: DemoStep,
): Promise<void> {
  const { number, startedOn, closedOn, delay } = step;
  const told = (what: string, day: Day, note = '') =>
    [{ siteId, number, day, note, commandId: commandOf(`step ${number} ${what}`) }, day] as const;
  must(await startStep(db, police, ...told('start', startedOn)));
  if (delay) {
    const [input] = told('delay', delay.to, delay.reason);
    must(await delayStep(db, police, input, delay.on));
  }
  const evidencedOn = closedOn ?? startedOn;
  for (const requirement of step.evidence) {
    const [input, day] = told(requirement, evidencedOn, 'Bản giấy lưu tại nhà văn hóa xóm');
    must(await addEvidence(db, police, { ...input, requirement, file: null }, day));
  }
  if (closedOn) must(await closeStep(db, police, ...told('close', closedOn)));
}

async function workMonths(db: Database, core: Actor, siteId: SiteId, today: Day): Promise<void> {
  for (const [at, activity] of demoActivities(today).entries()) {
    const input = { ...activity, siteId, photos: [], commandId: commandOf(`activity ${at}`) };
    must(await recordActivity(db, core, input, today));
  }
}

/** Everything due a month ago or earlier is done; what is younger waits for whoever looks on. */
async function doDuties(db: Database, police: Actor, siteId: SiteId, today: Day): Promise<void> {
  const until = addMonths(today, -1);
  for (const [at, { dutyId, due }] of (await listDuties(db, [siteId], siteId)).entries()) {
    if (due === null || due > until) continue;
    const commandId = commandOf(`duty ${at}`);
    const note = 'Đã kiểm tra, có biên bản';
    must(await doDuty(db, police, { siteId, dutyId, day: due, note, commandId }, today));
  }
}

/** The same id for the same thing at every try, so that nothing is made twice. */
function commandOf(what: string): CommandId {
  const hex = createHash('sha256').update(`demo ${what}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}` as CommandId;
}

/** The demo does nothing that may be refused; a refusal is a bug. */
function must<T>(outcome: Outcome<T, unknown>): T {
  if (!outcome.ok) throw new Error(`the demo was refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}
