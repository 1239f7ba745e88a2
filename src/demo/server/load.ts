// Loads the demo by the same commands people use; broken off halfway, it goes on at the next start.

import { recordActivity } from '#activities/server/commands.ts';
import { addMonths, dayAt, monthOf, type Day, type Instant } from '#ground/day.ts';
import type { SiteId, UnitId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { FileStore } from '#ground/server/files.ts';
import type { Actor } from '#people/person.ts';
import type { SignIn } from '#people/server/sign-in.ts';
import { importMergers, importSnapshot } from '#places/server/import-commands.ts';
import { listUnitsUnder } from '#places/server/store.ts';
import { readInPlan, type ReadPlan } from '#plans/server/commands.ts';
import {
  addEvidence,
  closeStep,
  createSite,
  delayStep,
  doDuty,
  enterIndicator,
  startStep,
} from '#sites/server/commands.ts';
import { listDuties } from '#sites/server/duty-store.ts';
import { listIndicators } from '#sites/server/indicator-store.ts';
import { demoCalendar, demoPlanText } from '../demo-plan.ts';
import { demoMergers, demoUnits, type DemoUnits } from '../demo-units.ts';
import {
  demoActivities,
  demoCommitted,
  demoCoreMembers,
  demoSteps,
  type DemoStep,
} from '../demo-story.ts';
import { demoBodies } from './bodies.ts';
import { commandOf, must } from './once.ts';
import { demoPerson } from './people.ts';
import type { DemoRing } from './rings.ts';

export type DemoParts = {
  readonly db: Database;
  readonly files: FileStore;
  readonly signIn: Pick<SignIn, 'hash' | 'demoPassword'>;
  readonly readPlan: ReadPlan;
  readonly timeZone: string;
  /** The moment it is loaded; everything in it is counted back from that day. */
  readonly now: Instant;
};

/** What it returns is for `loadDemoRings`: who is on duty where. */
export async function loadDemo(parts: DemoParts): Promise<readonly DemoRing[]> {
  const today = dayAt(parts.now, parts.timeZone);
  const from = demoCalendar(today).signed;
  const officer = await demoPerson(parts, 'can-bo-tinh', { siteId: null, from });
  await demoPerson(parts, 'quan-tri', { siteId: null, from });
  await demoPerson(parts, 'bao-ve-du-lieu', { siteId: null, from });
  const provinceId = await units(parts, officer);
  const communeId = await demoBodies(parts.db, officer, commandOf('bodies'), {
    commune: 'Phú Thịnh',
    on: today,
  });
  const siteId = await site(parts, officer, today);
  const police = await demoPerson(parts, 'cong-an-xa', { siteId, from });
  const core = await demoPerson(parts, 'nong-cot', { siteId, from });
  await demoPerson(parts, 'nguoi-xem', { siteId, from });
  for (const step of demoSteps(today)) await walkStep(parts.db, police, siteId, step);
  await workMonths(parts.db, core, siteId, today);
  await doDuties(parts.db, police, siteId, today);
  return onDuty(parts, { police, siteId, communeId, provinceId, from });
}

async function onDuty(
  parts: DemoParts,
  where: {
    readonly police: Actor;
    readonly siteId: SiteId;
    readonly communeId: UnitId;
    readonly provinceId: UnitId;
    readonly from: Day;
  },
): Promise<readonly DemoRing[]> {
  const { police, siteId, communeId, provinceId, from } = where;
  const commune = { unitId: communeId, siteIds: [siteId] };
  const second = await demoPerson(parts, 'cong-an-xa-2', { siteId, from });
  const desk = await demoPerson(parts, 'truc-ban-tinh', { siteId: null, from });
  const helper = await demoPerson(parts, 'nguoi-giup-do', { siteId: null, commune, from });
  return [
    { purpose: 'tip', unitId: communeId, people: [police, second] },
    { purpose: 'tip', unitId: provinceId, people: [desk] },
    { purpose: 'help', unitId: communeId, people: [helper] },
  ];
}

/** The demo's own few units: the site finds its commune among them. */
async function units(parts: DemoParts, officer: Actor): Promise<UnitId> {
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
  return province.unitId;
}

async function site(parts: DemoParts, officer: Actor, today: Day): Promise<SiteId> {
  const bytes = new TextEncoder().encode(demoPlanText(today).join('\n'));
  const file = { commandId: commandOf('plan'), fileName: 'ke-hoach-minh-hoa.txt', bytes };
  const { planId } = must(await readInPlan(parts.db, parts.files, officer, file, parts.readPlan));
  const input = { commandId: commandOf('site'), planId };
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
  const entered = { households_committed: demoCommitted, core_members: demoCoreMembers };
  for (const { indicatorId, key } of await listIndicators(db, [siteId], siteId)) {
    const values = Object.entries(entered).find(([name]) => name === key)?.[1] ?? [];
    for (const [at, value] of values.entries()) {
      const month = addMonths(monthOf(today), at - values.length);
      const commandId = commandOf(`${key} ${at}`);
      must(
        await enterIndicator(
          db,
          core,
          { siteId, indicatorId, month, value, note: '', commandId },
          today,
        ),
      );
    }
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
