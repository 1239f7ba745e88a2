// The door: exactly one tip whatever is sent how often, nobody turned away, and nothing kept of whoever knocked.

import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#ground/id.ts';
import { freshDatabase, type FreshDatabase } from '#ground/server/testing.ts';
import type { Intake } from '../intake.ts';
import type { LetterInput } from '../tip.input.ts';
import {
  aCommand,
  aFind,
  aLetter,
  aPiece,
  aTipUnit,
  anEpoch,
  more,
  openTestIntake,
  someBytes,
  type Unit,
} from './testing.ts';

let fresh: FreshDatabase;
let intake: Intake;
let unit: Unit;
let province: Unit;
beforeAll(async () => {
  fresh = await freshDatabase();
  intake = openTestIntake(fresh, () => new Date('2026-05-20T18:30:00Z'));
  unit = await aTipUnit(fresh);
  province = await aTipUnit(fresh, 'tinh');
});
afterAll(async () => {
  await intake.stop();
  await fresh.close();
});

/** What is on disk of a code. */
async function kept({ find }: Pick<LetterInput, 'find'>) {
  const { rows } = await sql<{ tips: number; letters: number }>`
    SELECT count(DISTINCT tip.tip_id)::integer AS tips, count(letter_id)::integer AS letters
    FROM tip LEFT JOIN tip_letter USING (tip_id)
    WHERE find_hash = sha256(${Buffer.from(find, 'base64url')})`.execute(fresh.owner);
  return rows[0];
}
const send = (letter: LetterInput) => intake.receiveTip(letter, 'web');
const received = { ok: true, value: { day: '2026-05-21' } };

describe('a tip', () => {
  test('is there when it was answered, with the day of its place and nothing finer', async () => {
    const letter = aLetter(unit.ringId);
    expect(await send(letter)).toEqual(received);
    expect(await kept(letter)).toEqual({ tips: 1, letters: 1 });
  });
  test('is one tip after a double click, a lost answer, and from two servers at once', async () => {
    const letter = aLetter(unit.ringId);
    const other = openTestIntake(fresh, () => new Date('2026-05-22T01:00:00Z'));
    const twice = await Promise.all([send(letter), send(letter), other.receiveTip(letter, 'web')]);
    expect(twice.every(({ ok }) => ok)).toBe(true);
    const late = await other.receiveTip(letter, 'web');
    expect(late).toEqual(twice[0]);
    expect(await kept(letter)).toEqual({ tips: 1, letters: 1 });
    await other.stop();
  });
  test('changed and sent again under the same code is still one tip, and loses neither text', async () => {
    const letter = aLetter(unit.ringId);
    await send(letter);
    const changed = { ...letter, commandId: aCommand(), sealed: someBytes() };
    expect(await Promise.all([send(changed), send(changed)])).toEqual([received, received]);
    expect(await kept(letter)).toEqual({ tips: 1, letters: 2 });
  });
  test('is not overwritten by a stranger who learnt its command', async () => {
    const letter = aLetter(unit.ringId);
    await send(letter);
    const stranger = aLetter(unit.ringId, { commandId: letter.commandId });
    expect(await send(stranger)).toMatchObject({ refusal: 'command-used' });
    expect(await kept(stranger)).toEqual({ tips: 0, letters: 0 });
    const [one, other] = [aLetter(unit.ringId), aLetter(unit.ringId)];
    const both = await Promise.all([send(one), send({ ...other, commandId: one.commandId })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect([await kept(one), await kept(other)]).toContainEqual({ tips: 0, letters: 0 });
  });
  test('sealed to nobody who is known is told so, and takes no other down with it', async () => {
    const help = await aTipUnit(fresh, 'xa', 'help');
    const sent = await Promise.all([
      send(aLetter(newId<'ring'>())),
      send(aLetter(unit.ringId, { epoch: 7 })),
      send(aLetter(help.ringId)),
      send(aLetter(unit.ringId)),
    ]);
    expect(sent.map((one) => (one.ok ? 'ok' : one.refusal))).toEqual([
      'unknown-ring',
      'unknown-ring',
      'unknown-ring',
      'ok',
    ]);
  });
  test('that the database cannot take is refused alone', async () => {
    const broken = aLetter(unit.ringId, { sealed: 'AAAA' });
    const others = Array.from({ length: 9 }, () => aLetter(unit.ringId));
    const sent = await Promise.allSettled([broken, ...others].map(send));
    expect(sent.map(({ status }) => status)).toEqual([
      'rejected',
      ...others.map(() => 'fulfilled'),
    ]);
  });
  test('sealed to an epoch that ended meanwhile is taken: those who stay can open it', async () => {
    await anEpoch(fresh.owner, unit.ringId, 2, unit.actor.personId);
    expect(await send(aLetter(unit.ringId, { epoch: 2 }))).toEqual(received);
  });
  test('for the province under a code the commune has is refused: neither learns of the other', async () => {
    const letter = aLetter(unit.ringId);
    await send(letter);
    const again = { ...aLetter(province.ringId), find: letter.find };
    expect(await send(again)).toMatchObject({ refusal: 'other-ring' });
    expect(await kept(letter)).toEqual({ tips: 1, letters: 1 });
  });
  test('keeps with each letter who the sender is, where they said so', async () => {
    const letter = aLetter(unit.ringId, { identity: someBytes(500) });
    await Promise.all([send(letter), send(letter)]);
    await send({ ...more(letter), identity: someBytes(500) });
    const { rows } = await sql`
      SELECT has_identity, count(*)::integer AS identities FROM tip JOIN tip_identity USING (tip_id)
      WHERE find_hash = sha256(${Buffer.from(letter.find, 'base64url')})
      GROUP BY has_identity`.execute(fresh.owner);
    expect(rows).toEqual([{ has_identity: true, identities: 2 }]);
  });
});

describe('more to a tip', () => {
  test('comes once, and says that something is unread', async () => {
    const letter = aLetter(unit.ringId);
    await send(letter);
    await sql`UPDATE tip SET unread_since = NULL, last_letter_on = '2026-01-01'
      WHERE find_hash = sha256(${Buffer.from(letter.find, 'base64url')})`.execute(fresh.owner);
    const added = more(letter);
    expect(await Promise.all([send(added), send(added)])).toEqual([received, received]);
    expect(await kept(letter)).toEqual({ tips: 1, letters: 2 });
    const { rows } = await sql`SELECT unread_since, last_letter_on FROM tip
      WHERE find_hash = sha256(${Buffer.from(letter.find, 'base64url')})`.execute(fresh.owner);
    expect(rows).toEqual([{ unread_since: '2026-05-21', last_letter_on: '2026-05-21' }]);
  });
  test('of a code nobody used makes no tip', async () => {
    const added = more({ ringId: unit.ringId, find: aFind() });
    expect(await send(added)).toMatchObject({ refusal: 'unknown' });
    expect(await kept(added)).toEqual({ tips: 0, letters: 0 });
  });
  test('stands in the order in which it came, however much came at once', async () => {
    const letter = aLetter(unit.ringId);
    const added = Array.from({ length: 5 }, () => more(letter));
    await Promise.all([letter, ...added].map(send));
    const { rows } = await sql<{ command: string }>`
      SELECT command_id AS command FROM tip_letter JOIN tip USING (tip_id)
      WHERE find_hash = sha256(${Buffer.from(letter.find, 'base64url')})
      ORDER BY position`.execute(fresh.owner);
    expect(rows.map(({ command }) => command)).toEqual(
      [letter, ...added].map(({ commandId }) => commandId),
    );
  });
});

describe('the holder of a code', () => {
  test('is told how far it has come, and gets the answers as they were sealed', async () => {
    const letter = aLetter(unit.ringId);
    await send(letter);
    await send(more(letter));
    const bytes = randomBytes(3_000);
    await sql`INSERT INTO tip_letter (tip_id, command_id, position, direction, ring_id, epoch, sealed,
        sealed_copy, written_by, day)
      SELECT tip_id, ${newId()}, 3, 'out', ring_id, epoch, ${bytes}, ${bytes},
        ${unit.actor.personId}, '2026-05-22' FROM tip
      WHERE find_hash = sha256(${Buffer.from(letter.find, 'base64url')})`.execute(fresh.owner);
    expect(await intake.findAnswers(letter.find)).toEqual({
      ringId: unit.ringId,
      receivedOn: '2026-05-21',
      state: 'received',
      stateOn: '2026-05-21',
      bodyEndedOn: null,
      endedOn: null,
      lettersIn: 2,
      answers: [
        {
          letterId: expect.any(String) as string,
          ringId: unit.ringId,
          day: '2026-05-22',
          sealed: bytes.toString('base64url'),
        },
      ],
    });
  });
  test('of another code is told nothing', async () => {
    expect(await intake.findAnswers(aFind())).toBeUndefined();
  });
});

describe('a file in pieces', () => {
  const letter = (): LetterInput => aLetter(unit.ringId);
  test('goes on where it broke off, before its letter or after it', async () => {
    const of = letter();
    const first = aPiece(of, 0);
    expect(await intake.receivePiece(first)).toEqual(received);
    expect(await Promise.all([first, first].map(intake.receivePiece))).toEqual([
      received,
      received,
    ]);
    await send(of);
    await intake.receivePiece(aPiece(of, 2, first.uploadId));
    expect(await intake.listPieces(of.find, first.uploadId)).toEqual([0, 2]);
  });
  test('is nobody’s to ask for without its code', async () => {
    const piece = aPiece(letter(), 0);
    await intake.receivePiece(piece);
    expect(await intake.listPieces(aFind(), piece.uploadId)).toEqual([]);
  });
  test('has an end: no code fills the disk, however many of its pieces come at once', async () => {
    const of = { ringId: unit.ringId, find: aFind() };
    const hash = sql`sha256(${Buffer.from(of.find, 'base64url')})`;
    await sql`INSERT INTO tip_piece (find_hash, upload_id, number, ring_id, epoch, sealed, day)
      SELECT ${hash}, gen_random_uuid(), 0, ${unit.ringId}, 1,
        convert_to(repeat('x', 399000), 'UTF8'), '2026-05-20'
      FROM generate_series(1, 168)`.execute(fresh.owner);
    const pieces = Array.from({ length: 8 }, (_, at) => aPiece(of, at));
    const sent = await Promise.all(pieces.map(intake.receivePiece));
    const taken = sent.filter(({ ok }) => ok).length;
    expect(taken).toBe(Math.floor((64 * 1024 * 1024 - 168 * 399_000) / 20_000));
    expect(sent.find(({ ok }) => !ok)).toMatchObject({ refusal: 'too-large' });
  });
  test('sealed to nobody who is known is told so', async () => {
    const piece = aPiece({ ringId: newId<'ring'>(), find: aFind() }, 0);
    expect(await intake.receivePiece(piece)).toMatchObject({ refusal: 'unknown-ring' });
  });
});

describe('during a flood', () => {
  test('genuine tips come in beside it, every one of them, once', async () => {
    const [flood, genuine] = [1_500, 60];
    const junk = Array.from({ length: flood }, (_, at) =>
      intake.inTurn({ address: `198.51.100.${at % 5}` }, () => send(aLetter(unit.ringId))),
    );
    let junkDone = 0;
    for (const one of junk) void one.then(() => (junkDone += 1));
    const letters = Array.from({ length: genuine }, () => aLetter(unit.ringId));
    let junkBefore = 0;
    const sent = await Promise.all(
      letters.flatMap((letter, at) =>
        [0, 1].map(async () => {
          const knock = { address: `203.0.113.${at}`, commandId: letter.commandId };
          const outcome = await intake.inTurn(knock, () => send(letter));
          junkBefore = junkDone;
          return outcome;
        }),
      ),
    );
    expect(sent.every(({ ok }) => ok)).toBe(true);
    // All came after the flood had knocked, and none waited for the whole of it.
    expect(junkBefore).toBeLessThan(flood * 0.9);
    const kepts = await Promise.all(letters.map(kept));
    expect(kepts.every((one) => one?.tips === 1 && one.letters === 1)).toBe(true);
    expect((await Promise.all(junk)).every(({ ok }) => ok)).toBe(true);
  });
  test('a puzzle is asked of those who crowd, and of nobody on a calm day', async () => {
    const calm = { address: '192.0.2.1', commandId: aCommand() };
    expect(await intake.challengeFor(calm)).toBeUndefined();
    const leaves: (() => void)[] = [];
    const crowd = Array.from({ length: 60 }, () =>
      intake.inTurn(
        { address: '192.0.2.9' },
        () => new Promise<void>((leave) => leaves.push(leave)),
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await intake.challengeFor({ ...calm, address: '192.0.2.9' })).toMatchObject({
      parameters: { data: { commandId: calm.commandId } },
    });
    expect(await intake.challengeFor(calm)).toBeUndefined();
    for (let at = 0; at < crowd.length; at += 1) {
      while (leaves.length <= at) await new Promise(setImmediate);
      leaves[at]?.();
    }
    await Promise.all(crowd);
  });
});
