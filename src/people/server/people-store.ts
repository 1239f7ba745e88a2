// The SQL of the list of people: who may be seen by whom, searched, filtered, by given name, in pages.

import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import type { Day } from '#ground/day.ts';
import type { PersonId, SiteId } from '#ground/id.ts';
import type { DB } from '#ground/server/schema.ts';
import { searchNames, searchPieces } from '#ground/name-search.ts';
import { reachOf } from '../may.ts';
import type { Actor, Role, Scope } from '../person.ts';

type Reader = Kysely<DB> | Transaction<DB>;

export type PersonCard = {
  readonly personId: PersonId;
  readonly name: string;
  readonly username: string;
};
/** As somebody is offered to be chosen: enough to tell who, nothing to reach them by. */
export type Colleague = Pick<PersonCard, 'personId' | 'name'>;

export type PeopleAsked = {
  readonly scope: Scope;
  /** A name or a part of one; '' for everybody. */
  readonly query: string;
  /** Who holds a role, or will; who has left; or both. */
  readonly standing: 'holding' | 'left' | 'all';
  readonly role?: Role | undefined;
  readonly siteId?: SiteId | undefined;
  readonly today: Day;
};

export type PeoplePage = {
  readonly people: readonly PersonCard[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
};

export const peopleOnAPage = 50;
/** A search goes through so many at most; more fit only where nearly nothing was typed. */
const mostCandidates = 5_000;

export async function listPeople(
  db: Reader,
  asked: PeopleAsked,
  wanted: number,
): Promise<PeoplePage> {
  const found = await foundIds(db, asked);
  const pages = Math.max(1, Math.ceil(found.length / peopleOnAPage));
  const page = Math.min(Math.max(1, wanted), pages);
  const ids = found.slice((page - 1) * peopleOnAPage, page * peopleOnAPage);
  const cards = await cardsOf(db, asked.scope)
    .where(sql<boolean>`person.id = any(${ids}::uuid[])`)
    .execute();
  const byId = new Map(cards.map((card) => [card.personId, card]));
  const people = ids.flatMap((id) => byId.get(id) ?? []);
  return { people, page, pages, total: found.length };
}

export const findPerson = (
  db: Reader,
  scope: Scope,
  personId: PersonId,
): Promise<PersonCard | undefined> =>
  cardsOf(db, scope).where('person.id', '=', personId).executeTakeFirst();

/** For choosing somebody: who holds a role now or will, the best match first. */
export async function searchPeople(
  db: Reader,
  asked: Pick<PeopleAsked, 'scope' | 'query' | 'today'>,
  limit: number,
): Promise<readonly PersonCard[]> {
  const { people } = await listPeople(db, { ...asked, standing: 'holding' }, 1);
  return people.slice(0, limit);
}

/** By given name, or the best match first; the database narrows down, the rule decides. */
async function foundIds(db: Reader, asked: PeopleAsked): Promise<readonly PersonId[]> {
  const candidates = await cardsOf(db, asked.scope)
    .where(standingIs(asked))
    .where(nameCanBe(asked.query))
    .orderBy(givenName)
    .orderBy(wholeName)
    .orderBy('person.id')
    .limit(mostCandidates)
    .execute();
  const fitting =
    asked.query.trim() === ''
      ? candidates
      : searchNames(asked.query, candidates, ({ name }) => name);
  return fitting.map(({ personId }) => personId);
}

/** The order of byGivenName in text.ts. */
const givenName = sql`regexp_replace(person.name, '^.* ', '') COLLATE "vi-x-icu"`;
const wholeName = sql`person.name COLLATE "vi-x-icu"`;

/** The names of those who give roles, for whoever is shut out; a few are enough. */
export async function listHelpers(db: Reader, on: Day): Promise<readonly string[]> {
  const people = await db
    .selectFrom('person')
    .innerJoin('role_holding as h', 'h.person_id', 'person.id')
    .select('name')
    .distinct()
    .where('h.role', '=', 'administrator')
    .where(sql<boolean>`h.valid_from <= ${on} and (h.valid_to is null or h.valid_to >= ${on})`)
    .orderBy('name')
    .limit(3)
    .execute();
  return people.map(({ name }) => name);
}

/** Only those who hold or held a role where the reader looks after people. */
const cardsOf = (db: Reader, scope: Scope) =>
  db
    .selectFrom('person')
    .where(
      scope === 'all'
        ? sql<boolean>`true`
        : sql<boolean>`exists (select from role_holding h
            where h.person_id = person.id and h.site_id = any(${scope}::uuid[]))`,
    )
    .select(['person.id as personId', 'name', 'username'])
    .$narrowType<{ personId: PersonId }>();

function standingIs({ standing, role, siteId, today, scope }: PeopleAsked): RawBuilder<boolean> {
  const within = scope === 'all' ? sql`true` : sql`h.site_id = any(${scope}::uuid[])`;
  const current = sql`(h.valid_to is null or h.valid_to >= ${today})`;
  const held = sql`select from role_holding h where h.person_id = person.id and ${within}
    and ${role ? sql`h.role = ${role}` : sql`true`}
    and ${siteId ? sql`h.site_id = ${siteId}` : sql`true`}`;
  if (standing === 'holding') return sql`exists (${held} and ${current})`;
  const any = role || siteId ? sql<boolean>`exists (${held})` : sql<boolean>`true`;
  if (standing === 'all') return any;
  return sql`${any} and not exists (
    select from role_holding h where h.person_id = person.id and ${within} and ${current})`;
}

/** Loses nobody whom the rule would find (the property is tested), and most of the others. */
function nameCanBe(query: string): RawBuilder<boolean> {
  const words = searchPieces(query).map(({ pieces, initial }) => {
    const has = pieces.map((piece) => sql`strpos(folded_name, ${piece}) > 0`);
    const begins = initial ? [sql`strpos(' ' || folded_name, ${` ${initial}`}) > 0`] : [];
    return sql`(${sql.join([...has, ...begins], sql` or `)})`;
  });
  return words.length === 0 ? sql`true` : sql`(${sql.join(words, sql` and `)})`;
}

/**
 * Whom somebody may ask to do their work meanwhile: those who work at the same sites, in the same
 * communes, or everywhere. To be asked of a database that sees all roles; the scope is in the query.
 */
export const listColleagues = (
  people: Reader,
  actor: Actor,
  on: Day,
): Promise<readonly Colleague[]> => {
  const units = actor.holdings.flatMap(({ commune }) => commune?.unitId ?? []);
  const scope = reachOf(actor);
  const near =
    scope === 'all'
      ? sql<boolean>`true`
      : sql<boolean>`(h.site_id = any(${scope}::uuid[]) or h.unit_id = any(${units}::uuid[]))`;
  return people
    .selectFrom('person')
    .select(['person.id as personId', 'name'])
    .$narrowType<Colleague>()
    .where('person.id', '!=', actor.personId)
    .where(
      sql<boolean>`exists (select from role_holding h where h.person_id = person.id and ${near}
        and (h.valid_to is null or h.valid_to >= ${on}))`,
    )
    .orderBy(givenName)
    .orderBy(wholeName)
    .limit(200)
    .execute();
};
