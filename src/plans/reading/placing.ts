// Puts each item of the body where it belongs, by the topic of its section and by its own words.

import type { Plan } from '../plan.ts';
import { carriedFrom, factsIn, nothingCarried, type Surroundings } from './facts.ts';
import { factsOfTable } from './facts-table.ts';
import { isHeading, opensBody, topicsFor, type Item } from './outline.ts';
import { rowGroupsIn } from './table.ts';
import { checksIn, reviewsIn } from './oversight.ts';
import { basesOf, opensBases } from './paper/bases.ts';
import { fundingOf, periodOf, spoken } from './resources.ts';
import type { When } from './time/when.ts';
import { timesIn } from './time/times.ts';
import type { Topic } from './topics.ts';
import { workOf } from './work.ts';

export type Around = { readonly when: When; readonly area: Surroundings };
export type Placed = { -readonly [K in PlacedKey]: Plan[K][number][] } & {
  bases: Plan['paper']['bases'][number][];
  period: Plan['period'];
};
type PlacedKey =
  | 'objectives'
  | 'facts'
  | 'contents'
  | 'duties'
  | 'checks'
  | 'reviews'
  | 'assignments'
  | 'means'
  | 'funding';

/** Places the items that no step or table has taken. */
export function placeAll(items: readonly Item[], around: Around): Placed {
  const placed: Placed = {
    bases: [],
    objectives: [],
    facts: [],
    contents: [],
    duties: [],
    checks: [],
    reviews: [],
    assignments: [],
    means: [],
    funding: [],
    period: null,
  };
  for (const rows of rowGroupsIn(items).filter(isOfSituation))
    addTo(placed.facts, factsOfTable(rows.map((row) => row.paragraph)));
  let isPreamble = true;
  for (const item of items) {
    isPreamble &&= !opensBody(item);
    if (isPreamble) placePreamble(item, placed, around);
    else if (!isHeading(item)) placeItem(item, placed, around);
  }
  placed.facts.sort((a, b) => a.lines[0] - b.lines[0]);
  return placed;
}

/** One by one: spread as arguments, the items of a very long line would overflow the stack. */
function addTo<T>(list: T[], items: readonly T[]): void {
  for (const item of items) list.push(item);
}

const isOfSituation = (rows: readonly Item[]): boolean =>
  rows.some((row) => topicsFor(row)[0] === 'situation');

function placePreamble({ paragraph }: Item, placed: Placed, { area }: Around): void {
  if (opensBases(paragraph)) addTo(placed.bases, basesOf(paragraph));
  else if (paragraph.cells === null) addTo(placed.facts, factsIn(paragraph, paragraph.lines, area));
}

function placeItem(item: Item, placed: Placed, around: Around): void {
  const topic = topicOf(item, around.when) ?? 'organisation';
  if (isOverseen(topic)) placeOversight(item, topic, placed, around.when);
  const place = places[topic];
  place(item, placed, around);
}

/** Of several topics in a heading the item's own words choose: a time, money, a check. */
function topicOf(item: Item, when: When): Topic | null {
  const topics = topicsFor(item);
  if (closesThePlan(item)) return 'organisation';
  if (topics.length < 2) return topics[0] ?? null;
  const { folded } = item.paragraph;
  const fits = (topic: Topic): boolean => {
    if (topic === 'funding') return /\bkinh phi\b|\bngan sach\b/u.test(folded);
    if (topic === 'period') return timesIn(item.paragraph, when).length > 0;
    return topic === 'means' && /\bphuong tien\b|\btrang bi\b/u.test(folded);
  };
  const others = topics.filter((topic) => !['funding', 'period'].includes(topic));
  return topics.find(fits) ?? others[0] ?? topics[0] ?? null;
}

/** 'Trên đây là …', 'Yêu cầu các đơn vị …' end the plan, whatever section they come to stand in. */
const closesThePlan = ({ kind, paragraph }: Item): boolean =>
  kind === 'none' &&
  paragraph.cells === null &&
  /^(?:tren day la|yeu cau (?:cac|thu truong|lanh dao)|de nghi cac|nhan duoc|(?:trong )?qua trinh (?:to chuc |trien khai )?thuc hien)\b/u.test(
    paragraph.folded,
  );

const isOverseen = (topic: Topic): boolean =>
  !['situation', 'objectives', 'bases', 'contents', 'scope'].includes(topic);

function placeOversight({ paragraph }: Item, topic: Topic, placed: Placed, when: When): void {
  const isAbout = topic === 'checks';
  addTo(placed.checks, checksIn(paragraph, paragraph.lines, isAbout));
  addTo(placed.reviews, reviewsIn(paragraph, paragraph.lines, when));
}

type Place = (item: Item, placed: Placed, around: Around) => void;

const passage =
  (key: 'objectives' | 'contents' | 'means'): Place =>
  ({ paragraph }, placed) => {
    if (paragraph.cells !== null) return;
    placed[key].push({ text: spoken(paragraph).text, lines: paragraph.lines });
  };

const placeFacts: Place = ({ paragraph, parent }, placed, { area }) => {
  if (paragraph.cells !== null) return;
  const carried = parent === null ? nothingCarried : carriedFrom(parent.paragraph, area);
  addTo(placed.facts, factsIn(paragraph, paragraph.lines, area, carried));
};

const placeWork =
  (isCoordination: boolean): Place =>
  (item, placed, { when }) => {
    const { duties, assignments } = workOf(
      item,
      isCoordination && !isOversightOnly(item, placed),
      when,
    );
    addTo(placed.duties, duties);
    addTo(placed.assignments, assignments);
  };

/** An item that became a check or a review is no duty of the issuing body besides. */
const isOversightOnly = ({ paragraph }: Item, placed: Placed): boolean =>
  [placed.checks.at(-1), placed.reviews.at(-1)].some((last) => last?.lines === paragraph.lines);

const placePeriod: Place = ({ paragraph }, placed, { when }) => {
  placed.period ??= periodOf(paragraph, when);
};

const places: Readonly<Record<Topic, Place>> = {
  bases: ({ paragraph }, placed) => addTo(placed.bases, basesOf(paragraph)),
  objectives: passage('objectives'),
  situation: placeFacts,
  contents: passage('contents'),
  steps: passage('contents'),
  scope: passage('contents'),
  means: passage('means'),
  duties: placeWork(true),
  organisation: placeWork(false),
  assignments: placeWork(false),
  checks: placeWork(false),
  reviews: () => undefined,
  funding: ({ paragraph }, placed) => placed.funding.push(fundingOf(paragraph)),
  period: placePeriod,
};
