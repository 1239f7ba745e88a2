// Finds units as a person types: whole words begun, accents or not, one slip forgiven.

import { sql } from 'kysely';
import type { Day } from '#ground/day.ts';
import type { UnitId } from '#ground/id.ts';
import type { Database } from '#ground/server/db.ts';
import type { FoundUnit } from '../found-unit.ts';
import { isOneSlipAway, queryWords } from '../searching.ts';
import type { Level } from '../unit.ts';

export type UnitQuery = {
  readonly text: string;
  /** Units that stand on this day come first. */
  readonly on: Day;
  readonly levels?: readonly Level[];
  /** Whether only those that stand on the day are wanted. */
  readonly onlyStanding?: boolean;
};

/** No list is longer: the client never gets them all. */
export const mostFound = 20;

export async function searchUnits(db: Database, query: UnitQuery): Promise<readonly FoundUnit[]> {
  const words = queryWords(query.text);
  if (words.length === 0) return [];
  const found = await ranked(db, query, words, words.map(begun).join(' & '));
  if (found.length > 0) return found;
  return searchMistyped(db, query, words);
}

/** A quoted word of a tsquery; folded words hold letters and digits only, so nothing escapes. */
const begun = (word: string): string => `'${word}':*`;
const exact = (word: string): string => `'${word}'`;

/** By what the words may have meant: first only those no name begins with, then any of them. */
async function searchMistyped(
  db: Database,
  query: UnitQuery,
  words: readonly string[],
): Promise<readonly FoundUnit[]> {
  const known = (await db.selectFrom('unit_word').select('word').execute()).map(({ word }) => word);
  for (const any of [false, true]) {
    const meant = words.map((word) => alternatives(known, word, any));
    if (meant.some(({ isKnown, near }) => !isKnown && near.length === 0)) continue;
    const tsquery = meant.map((one) => `(${queryOf(one).join(' | ')})`).join(' & ');
    const spelt = meant.flatMap(({ word, near }) => [word, ...near]);
    const found = await ranked(db, query, words, tsquery, spelt);
    if (found.length > 0) return found;
  }
  return [];
}

/** Words of the names one slip away; the word as it is, too, where a name has it. */
type Alternatives = {
  readonly word: string;
  readonly isKnown: boolean;
  readonly near: readonly string[];
};

function alternatives(known: readonly string[], word: string, any: boolean): Alternatives {
  const isKnown = known.some((one) => one.startsWith(word));
  const near = isKnown && !any ? [] : known.filter((one) => isOneSlipAway(word, one));
  return { word, isKnown, near };
}

const queryOf = ({ word, isKnown, near }: Alternatives): readonly string[] => [
  ...(isKnown ? [begun(word)] : []),
  ...near.map(exact),
];

/** So many are ranked: a text that fits more units than this means none of them. */
const mostRanked = 1000;

/**
 * The best first: those that stand on the day; whose own name is what was typed, begins with it or
 * holds it; the greater level. Names that begin with what was typed are looked up by themselves, so
 * that they are among those ranked however many others there are.
 */
async function ranked(
  db: Database,
  { on, levels, onlyStanding = false }: UnitQuery,
  words: readonly string[],
  tsquery: string,
  spelt: readonly string[] = [],
): Promise<readonly FoundUnit[]> {
  const typed = words.join(' ');
  const isStanding = sql`(u.valid_from <= ${on} and (u.valid_to is null or u.valid_to >= ${on}))`;
  const isBegun = sql`(u.folded_name like ${`${typed}%`} and ${isStanding})`;
  const isWanted = sql`${levels ? sql`u.level = any(${levels}::text[])` : sql`true`}
    and ${onlyStanding ? isStanding : sql`true`}`;
  const columns = sql`u.unit_id, u.name, u.folded_name, u.words, u.level, u.code, u.parent_id,
    u.valid_from, u.valid_to`;
  const ownWords = sql`(select count(*) from unnest(string_to_array(u.folded_name, ' ')) as own
    where own = any(${spelt}::text[])) desc,`;
  const { rows } = await sql<FoundUnit>`
    with fitting as (
      (select ${columns} from unit u where ${isBegun} and ${isWanted} limit ${mostRanked})
      union all
      (select ${columns} from unit u
        where u.searched @@ ${tsquery}::tsquery and not ${isBegun} and ${isWanted}
        limit ${mostRanked})
    ), best as (
      select u.*, row_number() over (order by
          ${isStanding} desc,
          case
            when u.folded_name = ${typed} or u.code = ${typed} then 0
            when u.folded_name like ${`${typed}%`} or u.words like ${`${typed}%`} then 1
            when ${` ${typed} `} like '% ' || u.folded_name || ' %' then 2
            when u.folded_name like ${`%${typed}%`} then 3
            else 4
          end,
          ${spelt.length > 0 ? ownWords : sql``}
          array_position(array['tinh', 'huyen', 'xa', 'thon'], u.level),
          u.folded_name, u.valid_from desc, u.unit_id) as place
      from fitting u order by place limit ${mostFound}
    )
    ${shown} from best ${withParents} order by best.place`.execute(db);
  return rows;
}

/** Some units as a search shows them, in no particular order. */
export async function findUnits(
  db: Database,
  ids: readonly UnitId[],
): Promise<readonly FoundUnit[]> {
  const { rows } = await sql<FoundUnit>`
    with best as (select * from unit where unit_id = any(${ids}::uuid[]))
    ${shown} from best ${withParents}`.execute(db);
  return rows;
}

const shown = sql`
  select best.unit_id as "unitId", best.name, best.level, best.code,
    best.valid_from as "validFrom", best.valid_to as "validTo",
    array_remove(array[one.name, two.name, three.name], null) as parents`;

const withParents = sql`
  left join unit one on one.unit_id = best.parent_id
  left join unit two on two.unit_id = one.parent_id
  left join unit three on three.unit_id = two.parent_id`;
