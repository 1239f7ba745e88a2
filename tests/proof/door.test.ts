// The doors of the running application under what they must withstand: a flood, a power cut, and whoever reads the disk.

import { connect } from 'node:net';
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { listProcessesIn } from '#ground/server/processes.ts';
import { newIdentity } from '#sealed/age.ts';
import { sql } from 'kysely';
import { join } from 'node:path';
import { countOf, openHouse, type House } from './house.ts';
import { bodies } from './fuzz.ts';
import { findOnDisk, shownBy, standsIn } from './on-disk.ts';
import { post, sealedTip, tipOf, type Answered, type Tip } from './sending.ts';

// A whole application starts, is killed and recovers here, on machines that may be busy with much else.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

let house: House;
let recipient: string;

beforeAll(async () => {
  house = await openHouse();
  ({ recipient } = await newIdentity('hybrid'));
});
afterAll(() => house.close());

const json = 'application/json';
const aTip = (): Tip => tipOf(house.door.ring, recipient, randomBytes(4_000).toString('base64url'));
const send = ({ commandId, body }: Tip, from: string): Promise<Answered> => {
  const { path } = house.door;
  const headers = { 'x-command': commandId };
  return post({ address: house.app().address, path, type: json, body, from, headers });
};
const sourceOf = (at: number): string => `127.1.${at >> 8}.${at & 255 || 1}`;
const many = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));
const isTaken = ({ status, body }: Answered): boolean =>
  status === 200 && body.includes('"ok":true');

/** Begins to send and never goes on. */
function halfOpen(from: string): () => void {
  const { hostname, port } = new URL(house.app().address);
  const line = connect({ host: hostname, port: Number(port), localAddress: from });
  line.on('error', () => undefined);
  line.write(
    `POST ${house.door.path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: ${json}\r\n` +
      'content-length: 9000\r\n\r\n{"commandId":"',
  );
  return () => void line.destroy();
}

const garbage = (at: number): string =>
  at % 2 === 0 ? '{"__proto__":{"find":1},"epoch":1e999}' : randomBytes(500).toString('latin1');

test('genuine tips behind a flood are all taken, each once, though each was sent twice', async () => {
  const noisy = (at: number): string => `127.2.0.${(at % 20) + 1}`;
  const stuck = many(300, (at) => halfOpen(noisy(at)));
  const flood = many(1_500, (at) =>
    at % 3 === 0
      ? post({
          ...house.door,
          address: house.app().address,
          type: json,
          body: garbage(at),
          from: noisy(at),
        })
      : send(aTip(), noisy(at)),
  );
  const genuine = many(200, aTip);
  const answers = await Promise.all(
    genuine.flatMap((tip, at) => [send(tip, sourceOf(at)), send(tip, sourceOf(at))]),
  );
  expect(answers.filter((answer) => !isTaken(answer))).toEqual([]);
  stuck.forEach((hangUp) => hangUp());
  const junk = await Promise.all(flood);
  expect(junk.filter(({ status }) => status >= 429)).toEqual([]);
  const finds = genuine.map(({ find }) => find);
  expect(await countOf(house.owner(), finds)).toEqual({ tips: 200, letters: 200 });
});

test('whatever is sent to any way in, it is answered, and never by a fault of ours', async () => {
  const { door, app } = house;
  const help = door.path.replace('/t/', '/h/');
  const answered: string[] = [];
  for (const path of [door.path, '/t/answers', '/t/pieces', help, '/h/answers']) {
    for (const [at, { type, body }] of bodies.entries()) {
      const { address } = app();
      const headers = { origin: address, 'x-command': '\u00ff', 'x-proof': '%'.repeat(500) };
      const asked = post({ address, path, type, body, from: sourceOf(at), headers });
      const { status } = await asked.catch(() => ({ status: 0 }));
      if (status >= 500) answered.push(`${path} ${type} ${body.slice(0, 30)}: ${status}`);
    }
  }
  expect(answered).toEqual([]);
  expect(isTaken(await send(aTip(), sourceOf(1)))).toBe(true);
});

test('after kill -9 every tip that was acknowledged is there, and sent again it is there once', async () => {
  const tips = many(200, aTip);
  const acknowledged: Tip[] = [];
  const sent = tips.map(async (tip, at) => {
    const answer = await send(tip, sourceOf(at));
    if (isTaken(answer)) acknowledged.push(tip);
  });
  const ended = Promise.allSettled(sent);
  await vi.waitUntil(() => acknowledged.length > 20, { interval: 1, timeout: 60_000 });
  await house.kill();
  await ended;
  const finds = acknowledged.map(({ find }) => find);
  expect(finds.length).toBeGreaterThan(20);
  await house.startAgain();
  const { length } = finds;
  expect(await countOf(house.owner(), finds)).toEqual({ tips: length, letters: length });
  const again = await Promise.all(tips.map((tip, at) => send(tip, sourceOf(at))));
  expect(again.filter((answer) => !isTaken(answer))).toEqual([]);
  const all = tips.map(({ find }) => find);
  expect(await countOf(house.owner(), all)).toEqual({ tips: 200, letters: 200 });
});

const marks = () => {
  const mark = randomBytes(6).toString('hex');
  return {
    what: `Bán ma túy ở bến đò Ví Dụ ${mark}a, tối thứ bảy`,
    name: `Người Ví Dụ ${mark}b`,
    file: `ảnh chụp ở chợ ${mark}c `.repeat(40).trim(),
  };
};
const readerAddress = '127.99.98.97';

test('nothing that was said, no code and no address stands on disk, in what was printed or in what processes show', async () => {
  const { owner, door, data, app } = house;
  const secrets: string[] = [readerAddress];
  for (let time = 0; time < 4; time += 1) {
    const { letter, piece, secrets: own } = await sealedTip(door.ring, marks());
    const to = { address: app().address, type: json, from: readerAddress };
    expect(isTaken(await post({ ...to, path: door.path, body: letter.body }))).toBe(true);
    expect(isTaken(await post({ ...to, path: '/t/pieces', body: piece }))).toBe(true);
    secrets.push(...own);
  }
  secrets.push(...(await sendWithoutScript()));
  // Jobs run, the write-ahead log is written and pages go to their files.
  await wait(2_000);
  await sql`CHECKPOINT`.execute(owner());
  expect(findOnDisk(data, secrets)).toEqual([]);
  expect(standsIn(app().said(), secrets)).toBe(false);
  const shown = [app().processId, ...listProcessesIn(join(data, 'postgres'))].map(shownBy);
  expect(shown.filter((bytes) => standsIn(bytes, secrets))).toEqual([]);
});

/** By plain forms: what was typed, then the code typed back. */
async function sendWithoutScript(): Promise<readonly string[]> {
  const { what, name } = marks();
  const form = async (fields: Readonly<Record<string, string>>): Promise<string> => {
    const { address } = house.app();
    const type = 'application/x-www-form-urlencoded';
    const body = new URLSearchParams({ what, name, contact: name, ...fields }).toString();
    const headers = { origin: address };
    return (await post({ ...house.door, address, type, body, from: readerAddress, headers })).body;
  };
  const asked = await form({});
  const hidden = (field: string): string =>
    new RegExp(`name="${field}" value="([^"]*)"`).exec(asked)?.[1] ?? '';
  const [code, commandId] = [hidden('code'), hidden('commandId')];
  expect(code.split(' ')).toHaveLength(10);
  const receipt = await form({ code, commandId, back: code });
  expect(receipt).not.toContain('name="back"');
  return [what, name, code];
}

test('the search finds what was written down', async () => {
  const { owner, data } = house;
  const { what } = marks();
  await sql`CREATE TABLE written AS SELECT ${what}::text AS said`.execute(owner());
  await sql`CHECKPOINT`.execute(owner());
  expect(findOnDisk(data, [what]).length).toBeGreaterThan(0);
  await sql`DROP TABLE written`.execute(owner());
});
