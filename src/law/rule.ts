// A rule of the law as dated data: which one holds on a day, and its value; nothing is guessed.

import type { Day } from '#ground/day.ts';
import type { Id } from '#ground/id.ts';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import type { BodyKind } from '#places/body.ts';
import type { Level } from '#places/unit.ts';
import type { RuleKey } from './rule-key.ts';

export type RuleId = Id<'rule'>;

export const ruleKinds = [
  'deadline',
  'threshold',
  'authority',
  'form',
  'window',
  'territory',
  'retention',
] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** 'own' is this project's own rule, where the law sets none. */
export const marks = ['verified', 'secondary', 'memory', 'own'] as const;
export type Mark = (typeof marks)[number];

export type Clock = 'hours' | 'days' | 'working_days' | 'months';

/** A part of a whole in integers; strict: more than it, not just as much. */
export type Share = {
  readonly numerator: number;
  readonly denominator: number;
  readonly strict: boolean;
};

/** What a form allows, and what is taken of it. */
export type Measure = {
  readonly unit: 'mm' | 'pt' | 'part';
  readonly least: number;
  /** Null where the form sets no upper limit. */
  readonly most: number | null;
  readonly taken: number;
};

/** Month and day ('11-01'), in the year before where the year is -1. */
export type YearDay = { readonly year: -1 | 0; readonly day: string };

/** The part of each year in which something is done or counted; both ends included. */
export type Window = { readonly from: YearDay; readonly to: YearDay };

/** The body of the unit of that level decides. */
export type Authority = { readonly body: BodyKind; readonly level: Level };

export type RuleValue =
  | { readonly type: Clock; readonly count: number }
  | ({ readonly type: 'share' } & Share)
  | { readonly type: 'number'; readonly number: number }
  | ({ readonly type: 'measure' } & Measure)
  | ({ readonly type: 'window' } & Window)
  | { readonly type: 'levels'; readonly levels: readonly Level[] }
  | ({ readonly type: 'authority' } & Authority)
  | { readonly type: 'text'; readonly text: string };

export type LegalRule = {
  readonly ruleId: RuleId;
  /** A key of the catalogue; a newer catalogue may hold keys this version does not know. */
  readonly key: string;
  readonly kind: RuleKind;
  readonly value: RuleValue;
  readonly source: string;
  readonly mark: Mark;
  readonly validFrom: Day;
  /** The last day on which it holds; null while no end is known. */
  readonly validTo: Day | null;
  readonly note: string;
};

/** Every rule that stands, of all times: for a rule that is asked about more than one day. */
export type Law = readonly LegalRule[];

/** The rules that hold on one day, by key. */
export type Rules = { readonly day: Day; readonly byKey: ReadonlyMap<string, LegalRule> };

/** No rule, or none of that type, holds on the day; nobody may guess one. */
export type NoRule = { readonly kind: 'no-rule'; readonly key: RuleKey; readonly day: Day };

export const holdsOn = (
  { validFrom, validTo }: Pick<LegalRule, 'validFrom' | 'validTo'>,
  on: Day,
): boolean => validFrom <= on && (validTo === null || on <= validTo);

export const ruleOn = (law: Law, key: RuleKey, on: Day): LegalRule | undefined =>
  law.find((rule) => rule.key === key && holdsOn(rule, on));

export const rulesOn = (law: Law, on: Day): Rules => ({
  day: on,
  byKey: new Map(law.filter((rule) => holdsOn(rule, on)).map((rule) => [rule.key, rule])),
});

export const findRule = (rules: Rules, key: RuleKey): LegalRule | undefined => rules.byKey.get(key);

/** The count of a clock, whatever its unit; for one that may be in hours or in days by the law. */
export const getClock = (
  rules: Rules,
  key: RuleKey,
): Outcome<{ readonly type: Clock; readonly count: number }, NoRule> =>
  valueAs(rules, key, (value) => ('count' in value ? value : undefined));

export const getDays = (rules: Rules, key: RuleKey): Outcome<number, NoRule> =>
  countOf(rules, key, 'days');
export const getWorkingDays = (rules: Rules, key: RuleKey): Outcome<number, NoRule> =>
  countOf(rules, key, 'working_days');
export const getHours = (rules: Rules, key: RuleKey): Outcome<number, NoRule> =>
  countOf(rules, key, 'hours');
export const getMonths = (rules: Rules, key: RuleKey): Outcome<number, NoRule> =>
  countOf(rules, key, 'months');

export const getNumber = (rules: Rules, key: RuleKey): Outcome<number, NoRule> =>
  valueAs(rules, key, (value) => (value.type === 'number' ? value.number : undefined));
export const getShare = (rules: Rules, key: RuleKey): Outcome<Share, NoRule> =>
  valueAs(rules, key, (value) => (value.type === 'share' ? value : undefined));
export const getMeasure = (rules: Rules, key: RuleKey): Outcome<Measure, NoRule> =>
  valueAs(rules, key, (value) => (value.type === 'measure' ? value : undefined));
export const getText = (rules: Rules, key: RuleKey): Outcome<string, NoRule> =>
  valueAs(rules, key, (value) => (value.type === 'text' ? value.text : undefined));
export const getLevels = (rules: Rules, key: RuleKey): Outcome<readonly Level[], NoRule> =>
  valueAs(rules, key, (value) => (value.type === 'levels' ? value.levels : undefined));
export const getWindow = (rules: Rules, key: RuleKey): Outcome<Window, NoRule> =>
  valueAs(rules, key, (value) => (value.type === 'window' ? value : undefined));
export const getAuthority = (rules: Rules, key: RuleKey): Outcome<Authority, NoRule> =>
  valueAs(rules, key, (value) => (value.type === 'authority' ? value : undefined));

/** Whether a screen that decides by it says that the law itself was not read. */
export const isUnverified = ({ mark }: Pick<LegalRule, 'mark'>): boolean =>
  mark === 'secondary' || mark === 'memory';

/** Integers only: 76 of 150 is more than a half, 75 is not. */
export const reaches = (share: Share, part: number, whole: number): boolean => {
  const [left, right] = [part * share.denominator, whole * share.numerator];
  return share.strict ? left > right : left >= right;
};

const countOf = (rules: Rules, key: RuleKey, clock: Clock): Outcome<number, NoRule> =>
  valueAs(rules, key, (value) =>
    value.type === clock && 'count' in value ? value.count : undefined,
  );

function valueAs<T>(
  rules: Rules,
  key: RuleKey,
  read: (value: RuleValue) => T | undefined,
): Outcome<T, NoRule> {
  const rule = findRule(rules, key);
  const value = rule && read(rule.value);
  return value === undefined ? refused({ kind: 'no-rule', key, day: rules.day }) : done(value);
}
