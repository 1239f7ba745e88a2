// A rule's value as the fields of a form, and back: what is no such value is refused whole.

import * as v from 'valibot';
import { done, refused, type Outcome } from '#ground/outcome.ts';
import { levels } from '#places/unit.ts';
import type { RuleValue, YearDay } from './rule.ts';
import { ruleValueInput } from './rule-value.ts';

export type Typed = Readonly<Record<string, string>>;
/** '1.222' and '12,7' as numbers; undefined where it is none, null where it is empty. */
export type ReadNumber = (text: string | undefined) => number | null | undefined;

export const clockTypes = ['hours', 'days', 'working_days', 'months'] as const;

/** What stands in the fields before anybody types. */
export function fieldsOf(value: RuleValue): Typed {
  switch (value.type) {
    case 'share':
      return {
        numerator: String(value.numerator),
        denominator: String(value.denominator),
        strict: value.strict ? 'yes' : '',
      };
    case 'number':
      return { count: written(value.number) };
    case 'measure':
      return {
        least: written(value.least),
        most: value.most === null ? '' : written(value.most),
        taken: written(value.taken),
      };
    case 'window':
      return {
        windowFrom: turned(value.from.day, '-', '/'),
        windowTo: turned(value.to.day, '-', '/'),
        lastYear: value.from.year === -1 ? 'yes' : '',
      };
    case 'levels':
      return Object.fromEntries(value.levels.map((level) => [`level.${level}`, 'yes']));
    case 'authority':
      return { body: value.body, level: value.level };
    case 'text':
      return { text: value.text };
    default:
      return { count: String(value.count), clock: value.type };
  }
}

/** The value typed in place of one of the same type. */
export function valueTyped(
  like: RuleValue,
  typed: Typed,
  readNumber: ReadNumber,
): Outcome<RuleValue, 'invalid'> {
  const parsed = v.safeParse(ruleValueInput, partsTyped(like, typed, readNumber));
  return parsed.success ? done(parsed.output) : refused('invalid');
}

function partsTyped(like: RuleValue, typed: Typed, readNumber: ReadNumber): unknown {
  const number = (name: string): unknown => readNumber(typed[name]);
  const { type } = like;
  switch (type) {
    case 'share': {
      const strict = typed['strict'] === 'yes';
      return { type, numerator: number('numerator'), denominator: number('denominator'), strict };
    }
    case 'number':
      return { type, number: number('count') };
    case 'measure': {
      const [least, most, taken] = [number('least'), number('most'), number('taken')];
      return { type, unit: like.unit, least, most, taken };
    }
    case 'window':
      return {
        type,
        from: yearDay(typed['windowFrom'], typed['lastYear'] === 'yes' ? -1 : 0),
        to: yearDay(typed['windowTo'], 0),
      };
    case 'levels':
      return { type, levels: levels.filter((level) => typed[`level.${level}`] === 'yes') };
    case 'authority':
      return { type, body: typed['body'], level: typed['level'] };
    case 'text':
      return { type, text: typed['text'] };
    default:
      return { type: typed['clock'], count: number('count') };
  }
}

const written = (value: number): string => String(value).replace('.', ',');

/** '31/1' and '31/01' are '01-31'. */
const yearDay = (text: string | undefined, year: YearDay['year']): YearDay => ({
  year,
  day: turned(
    (text ?? '')
      .trim()
      .split('/')
      .map((part) => part.padStart(2, '0'))
      .join('/'),
    '/',
    '-',
  ),
});

const turned = (text: string, from: string, to: string): string =>
  text.split(from).toReversed().join(to);
