// Founding, renaming, ending and renewing bodies: dated rows, and what became of what.

import { addDays, type Day } from '#ground/day.ts';
import { newId } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { tidy } from '#ground/text.ts';
import { getLevels, type Rules } from '#law/rule.ts';
import {
  isOneOfItsKind,
  usualBodies,
  type Body,
  type BodyChange,
  type BodyId,
  type BodyKind,
} from './body.ts';
import { usualName } from './body-name.ts';
import { stands, type Unit } from './unit.ts';

/** What is written down: bodies that begin, the last days of others, and how they hang together. */
export type BodyPlan = {
  readonly begun: readonly Body[];
  readonly ended: readonly { readonly bodyId: BodyId; readonly lastDay: Day }[];
  readonly changes: readonly Omit<BodyChange, 'changeId'>[];
};

export type BodyRefusal =
  | 'name-missing'
  | 'same-name'
  | 'outside-unit'
  | 'one-of-its-kind'
  | 'level-ended'
  | 'before-start'
  | 'already-ended'
  | 'nothing-to-do';

type Decision = Outcome<BodyPlan, BodyRefusal>;
type Terms = { readonly from: Day; readonly legalAct: string };

export type NewBody = Terms & {
  readonly kind: BodyKind;
  readonly name: string;
  readonly code: string | null;
};

/** `present`: the bodies the unit has or had. */
export type UnitBodies = { readonly unit: Unit; readonly present: readonly Body[] };

export function decideFound({ unit, present }: UnitBodies, input: NewBody, rules: Rules): Decision {
  const name = tidy(input.name);
  if (name === '') return refused('name-missing');
  if (!stands(unit, input.from)) return refused('outside-unit');
  if (!hasLevel(input.kind, unit, rules)) return refused('level-ended');
  if (isTaken(present, input.kind, input.from)) return refused('one-of-its-kind');
  const body = newBody(unit, { ...input, name });
  return done(begun([body], input));
}

/** Every body a unit of its level usually has and lacks on the day, in one go. */
export function decideUsual({ unit, present }: UnitBodies, terms: Terms, rules: Rules): Decision {
  if (!stands(unit, terms.from)) return refused('outside-unit');
  const bodies = lackingKinds({ unit, present }, terms.from, rules).flatMap((kind) => {
    const name = usualName(kind, unit);
    return name === undefined ? [] : newBody(unit, { ...terms, kind, name, code: null });
  });
  return bodies.length === 0 ? refused('nothing-to-do') : done(begun(bodies, terms));
}

/** The kinds a unit of its level usually has and does not have on the day or later. */
export const lackingKinds = (
  { unit, present }: UnitBodies,
  on: Day,
  rules: Rules,
): readonly BodyKind[] =>
  usualBodies[unit.level].filter(
    (kind) =>
      hasLevel(kind, unit, rules) &&
      !present.some((body) => body.kind === kind && (body.validTo === null || body.validTo >= on)),
  );

export function decideRename(
  body: Body,
  { name: typed, from, legalAct }: Terms & { readonly name: string },
): Decision {
  const name = tidy(typed);
  if (name === '') return refused('name-missing');
  if (name === body.name) return refused('same-name');
  if (body.validTo !== null) return refused('already-ended');
  if (from <= body.validFrom) return refused('before-start');
  const renamed: Body = { ...body, bodyId: newId(), name, validFrom: from, legalAct };
  return done({
    begun: [renamed],
    ended: [{ bodyId: body.bodyId, lastDay: addDays(from, -1) }],
    changes: [change('renamed', { from, legalAct }, [body.bodyId], renamed.bodyId)],
  });
}

export function decideEnd(
  body: Body,
  { lastDay, legalAct }: { readonly lastDay: Day; readonly legalAct: string },
): Decision {
  if (body.validTo !== null) return refused('already-ended');
  if (lastDay < body.validFrom) return refused('before-start');
  const terms = { from: addDays(lastDay, 1), legalAct };
  return done({
    begun: [],
    ended: [{ bodyId: body.bodyId, lastDay }],
    changes: [change('dissolved', terms, [body.bodyId], null)],
  });
}

/**
 * The bodies of units that ended go on at the unit that followed: one of a kind where a unit has
 * one (merged where there were more), each by itself where it may have several.
 */
export function decideRenewal(
  { unit, present }: UnitBodies,
  old: readonly Body[],
  legalAct: string,
): Decision {
  const terms = { from: unit.validFrom, legalAct };
  const open = old.filter(
    ({ validFrom, validTo }) => validTo === null && validFrom < unit.validFrom,
  );
  if (open.length === 0) return refused('nothing-to-do');
  const groups = Map.groupBy(open, ({ kind, bodyId }) => (isOneOfItsKind(kind) ? kind : bodyId));
  const renewed = [...groups.values()].map((group) => renewal({ unit, present }, group, terms));
  return done({
    begun: renewed.flatMap((one) => one.begun),
    ended: open.map(({ bodyId }) => ({ bodyId, lastDay: addDays(unit.validFrom, -1) })),
    changes: renewed.map((one) => one.change),
  });
}

/** The body of a kind a unit had on a day, for a paper of that day. */
export const bodyOn = (bodies: readonly Body[], kind: BodyKind, on: Day): Body | undefined =>
  bodies.find((body) => body.kind === kind && stands(body, on));

function renewal({ unit, present }: UnitBodies, group: readonly Body[], terms: Terms) {
  const [first] = group;
  if (!first) throw new Error('a group of no bodies');
  const standing = isOneOfItsKind(first.kind)
    ? present.find(({ kind, validTo }) => kind === first.kind && validTo === null)
    : undefined;
  const name = (isOneOfItsKind(first.kind) && usualName(first.kind, unit)) || first.name;
  const body = standing ?? newBody(unit, { ...terms, kind: first.kind, name, code: first.code });
  const alone = body.name === first.name ? 'moved' : 'renamed';
  const kind = group.length > 1 ? 'merged' : alone;
  const from = group.map(({ bodyId }) => bodyId);
  return { begun: standing ? [] : [body], change: change(kind, terms, from, body.bodyId) };
}

/** The police follow a law of their own about their levels; the other bodies stand where their unit stands. */
function hasLevel(kind: BodyKind, unit: Unit, rules: Rules): boolean {
  if (kind !== 'police') return true;
  const levels = getLevels(rules, 'territory.police_levels');
  return !levels.ok || levels.value.includes(unit.level);
}

/** Open-ended from its day, so a later one of its kind is in the way too. */
const isTaken = (present: readonly Body[], kind: BodyKind, from: Day): boolean =>
  isOneOfItsKind(kind) &&
  present.some((body) => body.kind === kind && (body.validTo === null || body.validTo >= from));

const newBody = (unit: Unit, { kind, name, code, from, legalAct }: NewBody): Body => ({
  bodyId: newId(),
  kind,
  unitId: unit.unitId,
  name,
  code,
  validFrom: from,
  validTo: null,
  legalAct,
});

const begun = (bodies: readonly Body[], terms: Terms): BodyPlan => ({
  begun: bodies,
  ended: [],
  changes: bodies.map(({ bodyId }) => change('created', terms, [], bodyId)),
});

const change = (
  kind: BodyChange['kind'],
  { from: effectiveOn, legalAct }: Terms,
  from: readonly BodyId[],
  to: BodyId | null,
): Omit<BodyChange, 'changeId'> => ({
  kind,
  effectiveOn,
  legalAct,
  parts: from.length === 0 ? [{ from: null, to }] : from.map((bodyId) => ({ from: bodyId, to })),
});
