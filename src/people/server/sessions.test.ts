// Sessions on the real database: how they begin, move on, are named, and end.

import { describe, expect, it } from 'vitest';
import { findId } from '#ground/id.ts';
import { longestMinutes } from '../session-life.ts';
import { endOwnSessions, nameOwnSession } from './account-commands.ts';
import { enterWithPassword } from './sign-in-commands.ts';
import { deviceCookie } from './sign-in-device.ts';
import { listSessions } from './sign-in-store.ts';
import {
  testBrowser,
  testPassword,
  testToday,
  useTestDoor,
  type TestPerson,
} from './signing-in/testing.ts';

const { door, whoIs, newPerson, enter, ownerOf, commandsBy } = useTestDoor();

describe('a session', () => {
  it('keeps neither address nor browser of who signed in', async () => {
    await enter(await newPerson());
    const rows = await door()
      .fresh.owner.selectFrom('sign_in_session')
      .select(['ip_address', 'user_agent'])
      .execute();
    expect(rows.every((row) => !row.ip_address && !row.user_agent)).toBe(true);
  });

  it('made up by somebody else is nobody', async () => {
    const browser = testBrowser();
    browser.put({ name: 'binh-yen.session_token', value: 'abc.def' });
    expect(await whoIs(browser)).toBeUndefined();
  });

  const expiresIn = async ({ personId }: TestPerson): Promise<number> => {
    const { expires_at: at } = await door()
      .fresh.owner.selectFrom('sign_in_session')
      .select('expires_at')
      .where('person_id', '=', personId)
      .executeTakeFirstOrThrow();
    return Math.round((new Date(at).getTime() - Date.now()) / 60_000);
  };
  const setEnd = (person: TestPerson, minutes: number) =>
    door()
      .fresh.owner.updateTable('sign_in_session')
      .set({ expires_at: new Date(Date.now() + minutes * 60_000).toISOString() })
      .where('person_id', '=', person.personId)
      .execute();

  it('on a shared computer ends with the browser and after half an hour, and remembers no device', async () => {
    const person = await newPerson();
    const given = { username: person.username, password: testPassword, shared: true };
    const entered = await enterWithPassword(door().signIn, given, testBrowser().from());
    if (entered.step !== 'in') throw new Error(entered.step);
    expect(entered.cookies.map(({ name }) => name)).not.toContain(deviceCookie);
    expect(entered.cookies.every(({ maxAge }) => maxAge === undefined)).toBe(true);
    expect(await expiresIn(person)).toBe(30);
  });

  it('moves on while it is used, and is nobody’s once its time is over', async () => {
    const person = await newPerson();
    const browser = await enter(person, { shared: true });
    await setEnd(person, 5);
    expect(await whoIs(browser)).toBeDefined();
    expect(await expiresIn(person)).toBe(30);
    await setEnd(person, -1);
    expect(await whoIs(browser)).toBeUndefined();
  });

  it('ends when this browser signs in again, and those of other browsers do not', async () => {
    const person = await newPerson();
    const [here, there] = [await enter(person), await enter(person)];
    const before = here.headers();
    const given = { username: person.username, password: testPassword, shared: false };
    here.take(await enterWithPassword(door().signIn, given, here.from()));
    expect(await door().signIn.findPerson(before, testToday)).toBeUndefined();
    expect([(await whoIs(here))?.personId, (await whoIs(there))?.personId]).toEqual([
      person.personId,
      person.personId,
    ]);
  });

  it('does not move on past its absolute end', async () => {
    const person = await newPerson();
    const browser = await enter(person);
    const begun = new Date(Date.now() - (longestMinutes.own - 120) * 60_000).toISOString();
    await door()
      .fresh.owner.updateTable('sign_in_session')
      .set({ created_at: begun })
      .where('person_id', '=', person.personId)
      .execute();
    await setEnd(person, 5);
    expect(await whoIs(browser)).toBeDefined();
    expect(await expiresIn(person)).toBe(120);
  });

  it('is listed with the name its person gave it, and ended one by one or all others at once', async () => {
    const person = await newPerson();
    const [here, there, third] = [await enter(person), await enter(person), await enter(person)];
    const [mine, theirs] = [await ownerOf(here), await ownerOf(there)];
    const sessionId = findId<'session'>(mine.sessionId);
    const other = findId<'session'>(theirs.sessionId);
    if (!sessionId || !other) throw new Error('no ids');
    await nameOwnSession(door().signIn, mine, { sessionId, name: ' Máy  ở nhà ' });
    const listed = await listSessions(door().signIn.as(null), person.personId, new Date());
    const names = listed.map(({ deviceName }) => deviceName);
    expect(names).toEqual(expect.arrayContaining(['Máy ở nhà', null, null]));
    expect(await endOwnSessions(door().signIn, mine, other)).toEqual({ ok: true, value: 1 });
    expect([await whoIs(there), (await whoIs(third))?.personId]).toEqual([
      undefined,
      person.personId,
    ]);
    expect(await endOwnSessions(door().signIn, mine, undefined)).toEqual({ ok: true, value: 1 });
    expect([(await whoIs(here))?.personId, await whoIs(third)]).toEqual([
      person.personId,
      undefined,
    ]);
    expect((await commandsBy(person)).map(({ command }) => command)).toEqual([
      'name session',
      'end session',
      'end session',
    ]);
  });

  it('of somebody else cannot be named or ended by changing its id', async () => {
    const [a, b] = [
      await ownerOf(await enter(await newPerson())),
      await ownerOf(await enter(await newPerson())),
    ];
    const theirs = findId<'session'>(b.sessionId);
    if (!theirs) throw new Error('no id');
    expect(await endOwnSessions(door().signIn, a, theirs)).toMatchObject({ ok: false });
    expect(await nameOwnSession(door().signIn, a, { sessionId: theirs, name: 'x' })).toMatchObject({
      ok: false,
    });
  });
});
