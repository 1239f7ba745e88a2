// The list of 1,000 tips until the first screen of it is readable, beside opening as many bare age files.

import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, day } from '#ground/day.ts';
import { openDatabase, withReach } from '#ground/server/db.ts';
import { ensureLogins, loginUrl } from '#ground/server/logins.ts';
import { migrate } from '#ground/server/migrate.ts';
import { startPostgres } from '#ground/server/postgres.ts';
import { reachEverywhere } from '#ground/server/reach.ts';
import { listLaw } from '#law/server/store.ts';
import { newIdentity, openWith, sealTo, type KeyPair } from '#sealed/age.ts';
import { fromBase64Url } from '#sealed/bytes.ts';
import { newCode } from '#sealed/code.ts';
import { openEnvelope } from '#sealed/envelope.ts';
import { aboutOfHash, halvesOf } from '#sealed/halves.ts';
import type { RingId } from '#sealed/ring.ts';
import { openHeld, type Open } from '#tips/device/casework-sealing.ts';
import { letterFrom } from '#tips/door/letter.ts';
import { sealTip, type Ring } from '#tips/door/seal-tip.ts';
import { inboxOf } from '#tips/inbox.ts';
import type { Intake } from '#tips/intake.ts';
import { openIntake } from '#tips/server/intake.ts';
import { listOwnLevels } from '#tips/server/inbox-store.ts';
import { listAllTipEvents, listTips } from '#tips/server/store.ts';
import { aCommand, aTipUnit } from '#tips/server/testing.ts';
import { seeFirstLines } from '#tips/server/writing-commands.ts';
import { percentile, type Measure } from '../scripts/measure.ts';

const tips = 1_000;
/** Rows of a telephone's first screen. */
const firstScreen = 12;
const rounds = 7;
const today = day('2026-05-20');

/** Server and device in one process: what the list costs, without the line between them. */
export async function measure(): Promise<readonly Measure[]> {
  const data = await realpath(await mkdtemp(join(tmpdir(), 'binh-yen-bench-')));
  const postgres = await startPostgres(data);
  if (!postgres.ok) throw new Error(JSON.stringify(postgres.refusal));
  const { url } = postgres.value;
  await migrate(url);
  await ensureLogins(url, 'bench');
  const [owner, application] = [
    openDatabase(url),
    openDatabase(loginUrl(url, 'binh_yen_app', 'bench')),
  ];
  const databaseUrl = loginUrl(url, 'binh_yen_intake', 'bench');
  const intake = openIntake({ databaseUrl, secret: 'bench', timeZone: 'Asia/Ho_Chi_Minh' });
  try {
    const reaching = (reach: Parameters<typeof withReach>[1]) => withReach(application, reach);
    const close = () => application.destroy();
    const unit = await aTipUnit({ db: reaching(reachEverywhere), owner, url, reaching, close });
    const key = await newIdentity('hybrid');
    await fill(intake, { ringId: unit.ringId, epoch: 1, recipient: key.recipient });
    return [await measureScreens(unit, key)];
  } finally {
    await Promise.all([intake.stop(), owner.destroy(), application.destroy()]);
    await postgres.value.stop();
    await rm(data, { recursive: true });
  }
}

async function fill(intake: Intake, ring: Ring & { readonly ringId: RingId }): Promise<void> {
  const letter = letterFrom(
    { what: 'Có xe lạ dừng ở đầu xóm'.repeat(20) },
    { hamlet: null, files: [], sealedBy: 'device' },
  );
  // One code's slow step for all of them: the halves that find are as many as the tips.
  const { open } = await halvesOf(
    newCode((length) => crypto.getRandomValues(new Uint8Array(length))),
  );
  for (let at = 0; at < tips; at += 1) {
    const find = crypto.getRandomValues(new Uint8Array(16));
    const sent = await sealTip({ find, open }, ring, letter, undefined);
    const { find: half, answerRecipient, sealed } = sent;
    const { ringId, epoch } = ring;
    const tip = { commandId: aCommand(), find: half, ringId, epoch, answerRecipient, sealed };
    await intake.receiveTip(tip, 'web');
  }
}

async function measureScreens(unit: Unit, key: KeyPair): Promise<Measure> {
  const open: Open = (sealed, _, expected) => openEnvelope(key.identity, sealed, expected);
  const [screens, bare]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    screens.push(await timeOf(() => showFirstScreen(unit, open)));
    bare.push(await measureBare(key));
  }
  return {
    name: `first screen of ${tips} tips: listed, fetched and opened, p50`,
    value: percentile(screens, 0.5),
    unit: 'ms',
    limit: 1_000,
    baseline: { name: `${firstScreen} bare age files opened`, value: percentile(bare, 0.5) },
  };
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

type Unit = Awaited<ReturnType<typeof aTipUnit>>;

async function showFirstScreen({ db, actor }: Unit, open: Open): Promise<void> {
  const terms = { law: await listLaw(db), workingDayAfter: addDays };
  const [found, events] = [await listTips(db), await listAllTipEvents(db)];
  const { rows } = inboxOf(found, events, await listOwnLevels(db), terms, today);
  const screen = rows.slice(0, firstScreen);
  const first = await seeFirstLines(
    db,
    actor,
    screen.map(({ tipId }) => tipId),
  );
  for (const { tipId, findHash } of screen) {
    const letter = first.ok ? first.value.find((one) => one.tipId === tipId) : undefined;
    const about = aboutOfHash(fromBase64Url(findHash) ?? new Uint8Array());
    const opened = letter && (await openHeld(open, letter, about, 'tip'));
    if (!opened?.ok) throw new Error('a first line did not open');
  }
}

async function measureBare({ identity, recipient }: KeyPair): Promise<number> {
  const sealed = await sealTo([recipient], new Uint8Array(2_048));
  return timeOf(async () => {
    for (let at = 0; at < firstScreen; at += 1) await openWith(identity, sealed);
  });
}
