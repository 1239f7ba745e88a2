// `npm run audit -- verify [--against VALUE|FILE]` checks the record of all sites; `-- closing [DAY]` prints closing values.

import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { day, parseDay } from '#ground/day.ts';
import { listClosings, type Closing } from '#ground/server/audit-closing.ts';
import { verifyChains, type Break } from '#ground/server/audit-verify.ts';
import {
  findClosingOfValue,
  readClosingValue,
  verifyClosings,
  type ClosingBreak,
} from '#ground/server/audit-verify-closings.ts';
import { openDatabase, type Database } from '#ground/server/db.ts';
import { takeLock } from '#ground/server/lock.ts';
import { findRunning, startPostgres } from '#ground/server/postgres.ts';
import { getSettings, languageFrom } from '#ground/server/settings.ts';
import { auditWords } from './audit.words.ts';

const words = auditWords[languageFrom(process.env)];
type Opened = { readonly db: Database; readonly close: () => Promise<void> };

const [command = 'verify', ...rest] = process.argv.slice(2);
if (command === 'verify') process.exitCode = await withRecord((db) => verify(db, rest));
else if (command === 'closing') process.exitCode = await withRecord((db) => closing(db, rest[0]));
else {
  console.error(words.usage);
  process.exitCode = 2;
}

/** 0: everything follows; 1: something does not; 2: it could not be asked. */
async function withRecord(ask: (db: Database) => Promise<number>): Promise<number> {
  const opened = await open();
  if (!opened) return 2;
  try {
    return await ask(opened.db);
  } finally {
    await opened.close();
  }
}

/** A database that runs already is asked as it is; one that rests is started, and stopped again. */
async function open(): Promise<Opened | undefined> {
  const { databaseUrl, data } = getSettings();
  if (databaseUrl) return opened(databaseUrl, () => Promise.resolve());
  if (!existsSync(join(data, 'postgres'))) {
    console.error(words.noData(data));
    return undefined;
  }
  const lock = takeLock(join(data, 'lock'));
  if (!lock.ok) {
    const url = lock.refusal.kind === 'locked' ? findRunning(data) : undefined;
    if (url) return opened(url, () => Promise.resolve());
    console.error(words.notReached);
    return undefined;
  }
  const postgres = await startPostgres(data);
  if (!postgres.ok) {
    lock.value();
    console.error(words.notStarted);
    return undefined;
  }
  const { url, stop } = postgres.value;
  return opened(url, () => stop().finally(lock.value));
}

function opened(url: string, stop: () => Promise<void>): Opened {
  const db = openDatabase(url, { connections: 2 });
  return { db, close: () => db.destroy().then(stop) };
}

async function verify(db: Database, options: readonly string[]): Promise<number> {
  const begun = performance.now();
  const { rows, chains, waiting, breaks } = await verifyChains(db);
  const seconds = (performance.now() - begun) / 1000;
  const closings = await verifyClosings(db);
  console.log(words.checked(rows, chains, seconds));
  console.log(words.closings(closings.closings));
  if (closings.ofFirstForm > 0) console.log(words.ofFirstForm(closings.ofFirstForm));
  if (waiting > 0) console.log(words.waiting(waiting));
  for (const one of breaks) console.error(sayBreak(one));
  for (const one of closings.breaks) console.error(sayClosing(one));
  const wrong = breaks.length + closings.breaks.length;
  const matches = await isPrinted(db, options);
  if (wrong === 0 && matches) console.log(words.whole);
  return wrong === 0 && matches ? 0 : 1;
}

/** Whether the value on paper is one this very record made; true where none was given. */
async function isPrinted(db: Database, options: readonly string[]): Promise<boolean> {
  const at = options.indexOf('--against');
  if (at === -1) {
    console.log(words.notCompared);
    return true;
  }
  const given = options.slice(at + 1).join(' ');
  const file = resolve(process.env['INIT_CWD'] ?? '.', given);
  const text = given !== '' && existsSync(file) ? readFileSync(file, 'utf8') : given;
  const value = readClosingValue(text);
  const found = value && (await findClosingOfValue(db, value));
  if (found) console.log(words.printed(found.number, found.day));
  else console.error(value ? words.notPrinted : words.noValue);
  return Boolean(found);
}

function sayBreak({ chain, position, until, auditId, what }: Break): string {
  const link = until === undefined || until === position ? position : `${position}–${until}`;
  return words.broken(words.chain(chain), link, auditId, words.what[what]);
}

function sayClosing(one: ClosingBreak): string {
  if (one.what === 'cut') return words.chainCut(one.number, words.chain(one.chain), one.position);
  if (one.what === 'missing') return words.closingMissing(one.number, one.until);
  return words.closingBroken[one.what](one.number);
}

async function closing(db: Database, wanted: string | undefined): Promise<number> {
  const of = wanted === undefined ? undefined : parseDay(wanted);
  if (wanted !== undefined && !of) {
    console.error(words.usage);
    return 2;
  }
  const all = await listClosings(db, 1_000);
  const shown = of ? all.filter((one) => one.day === day(of)) : all.slice(0, 1);
  if (shown.length === 0) console.error(words.noClosing);
  for (const one of shown) console.log(sayClosingValue(one));
  return shown.length === 0 ? 2 : 0;
}

function sayClosingValue(closing: Closing): string {
  const { number, day: on, madeAt, rows, chains, value } = closing;
  const groups = (value.match(/.{16}/g) ?? []).map(
    (row, at) => `  ${'ABCD'.charAt(at)}  ${row.replace(/(.{4})(?=.)/g, '$1 ')}`,
  );
  return [words.closing(number, on, madeAt, rows, chains), ...groups].join('\n');
}
