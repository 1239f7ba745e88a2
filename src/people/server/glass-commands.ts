// What can be done with the glass: break it for a site, look through it, end it, say that one has seen it.

import { dayAt, type Instant } from '#ground/day.ts';
import { newId, type SiteId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { appendAudit, appendView } from '#ground/server/audit.ts';
import { inTransaction, type Database } from '#ground/server/db.ts';
import { tidy } from '#ground/text.ts';
import type { BreakInput, EndInput, SeenInput } from '../glass.input.ts';
import { decideBreak, isOpen, type BreakRefusal, type OpeningId } from '../glass.ts';
import { may, scopeOf } from '../may.ts';
import type { Actor } from '../person.ts';
import {
  endOpening,
  findOpenGlass,
  findOpening,
  findOpeningOfCommand,
  findSiteBeyond,
  hasOpenGlass,
  insertOpening,
  insertSeen,
  listGlassCases,
  listPeopleOfOpened,
  lockGlassOf,
  type Onlooker,
} from './glass-store.ts';
import { noticeTo } from './security-notices.ts';

type Refused = 'forbidden' | 'not-found';
type Opened = { readonly openingId: OpeningId };
export type Now = { readonly now: Instant; readonly timeZone: string };

/** Opens one site beyond the person's reach, to be looked at, for some hours. */
export const breakGlass = (
  db: Database,
  actor: Actor,
  input: BreakInput,
  { now, timeZone }: Now,
): Promise<Outcome<Opened, Refused | BreakRefusal>> =>
  inTransaction(db, async (tx) => {
    if (!may(actor, 'break glass')) return refused('forbidden');
    const { siteId, commandId } = input;
    const { personId } = actor;
    await lockGlassOf(tx, personId);
    const sent = await findOpeningOfCommand(tx, personId, commandId);
    if (sent) return done(sent);
    const decided = decideBreak(input, now, {
      cases: await listGlassCases(tx, dayAt(now, timeZone)),
      scope: scopeOf(actor, 'view site'),
      isAnotherOpen: await hasOpenGlass(tx, personId, now),
    });
    if (!decided.ok) return decided;
    const site = await findSiteBeyond(tx, siteId);
    if (!site) return refused('not-found');
    const openingId: OpeningId = newId<'opening'>();
    await insertOpening(tx, decided.value, { openingId, commandId, personId }, site);
    const { reason, endsAt } = decided.value;
    const after = { caseKey: input.caseKey, reason, endsAt };
    await audit(tx, actor, { siteId, openingId }, { command: 'break glass', after });
    for (const toTell of await listPeopleOfOpened(tx, siteId, dayAt(now, timeZone)))
      await noticeTo(tx, toTell, 'break glass');
    return done({ openingId });
  });

/**
 * The actor as they may look at one page of the site: with what an open glass adds, where there is
 * one. That they looked is on record before anything is read.
 */
export async function lookThroughGlass(
  db: Database,
  actor: Actor,
  seen: { readonly siteId: SiteId; readonly page: string; readonly params: object },
  { now, timeZone }: Now,
): Promise<Actor> {
  const { siteId, page, params } = seen;
  if (!may(actor, 'break glass') || may(actor, 'view site', siteId)) return actor;
  const glass = await findOpenGlass(db, actor.personId, siteId, now);
  if (!glass) return actor;
  await appendView(db, {
    siteId,
    personId: actor.personId,
    command: 'look through glass',
    record: `glass ${glass.openingId}`,
    details: { page, ...plainParts(params) },
  });
  const today = dayAt(now, timeZone);
  const holding = { role: 'viewer', siteId, from: today, to: today, glass } as const;
  return { ...actor, holdings: [...actor.holdings, holding] };
}

/** Before its time, by whoever broke it or by a superior. */
export const endGlass = (
  db: Database,
  actor: Actor,
  input: EndInput,
  { now }: Pick<Now, 'now'>,
): Promise<Outcome<Opened, Refused | 'not-open'>> =>
  inTransaction(db, async (tx) => {
    if (!may(actor, 'break glass') && !may(actor, 'oversee glass')) return refused('forbidden');
    const opening = await findOpening(tx, superiorOrSelf(actor), input);
    if (!opening) return refused('not-found');
    if (!isOpen(opening, now)) return refused('not-open');
    await endOpening(tx, input, actor.personId, now);
    await audit(tx, actor, input, { command: 'end glass' });
    return done({ openingId: input.openingId });
  });

/** A superior says that they have looked at it, with a remark where there is one to make. */
export const seeGlass = (
  db: Database,
  actor: Actor,
  input: SeenInput,
): Promise<Outcome<Opened, Refused | 'own-opening'>> =>
  inTransaction(db, async (tx) => {
    const scope = scopeOf(actor, 'oversee glass');
    if (!may(actor, 'oversee glass', input.siteId)) return refused('forbidden');
    const opening = await findOpening(tx, { personId: actor.personId, scope }, input);
    if (!opening) return refused('not-found');
    if (opening.personId === actor.personId) return refused('own-opening');
    const remark = tidy(input.remark);
    if (await insertSeen(tx, { ...input, remark }, actor.personId)) {
      await audit(tx, actor, input, { command: 'see glass', after: { remark } });
    }
    return done({ openingId: input.openingId });
  });

/** Parts of an address somebody may have typed: only what names a record is kept. */
const plainParts = (params: object) =>
  Object.fromEntries(
    Object.entries(params).filter(([, part]) => /^[\w.-]{1,80}$/.test(String(part))),
  );

const superiorOrSelf = (actor: Actor): Onlooker => ({
  personId: actor.personId,
  scope: scopeOf(actor, 'oversee glass'),
});

const audit = (
  tx: Parameters<typeof appendAudit>[0],
  { personId }: Actor,
  { siteId, openingId }: Pick<EndInput, 'siteId' | 'openingId'>,
  entry: { readonly command: string; readonly after?: object },
): Promise<void> => appendAudit(tx, { siteId, personId, record: `glass ${openingId}`, ...entry });
