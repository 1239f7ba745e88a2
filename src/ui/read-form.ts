// Reads a sent form by its schema: whole, or with a sentence for each field that is wrong.

import * as v from 'valibot';
import { aDay, aTime } from '#ground/day.input.ts';
import { day } from '#ground/day.ts';
import { beginningOf } from '#ground/incoming.ts';
import { showDay, showNumber } from '#ground/show.ts';
import type { Language } from '#ground/words.ts';
import type { FieldProblems } from './field-problems.svelte.ts';
import { uiWords } from './ui.words.ts';

/** Refused; for a form that could not be read, with what is wrong in its fields, by their names. */
export type Refused<Refusal> = {
  readonly ok: false;
  readonly refusal: Refusal;
  readonly problems?: FieldProblems;
};

type Read<T> = { readonly ok: true; readonly value: T } | Required<Refused<'invalid'>>;

/**
 * A field is looked for under the last name on its way through the schema. `more` is what the page
 * knows better than its fields: ids of its address, numbers already read.
 */
export function readForm<S extends v.GenericSchema>(
  schema: S,
  typed: Readonly<Record<string, string>>,
  { language }: { readonly language: Language },
  more: object = {},
): Read<v.InferOutput<S>> {
  // No message of valibot's own: what is left is the schema's, in the language of the page.
  const read = v.safeParse(schema, { ...typed, ...more }, { lang: language, message: '' });
  if (read.success) return { ok: true, value: read.output };
  const problems = read.issues.flatMap((issue) => {
    const name = nameOf(issue);
    const asked = { parts: partsAt(schema, issue), text: (typed[name] ?? '').trim(), language };
    const sentence = issue.message || sentenceOf(issue, asked);
    return sentence === undefined ? [] : [[name, sentence] as const];
  });
  // The first wrong thing of a field is said, so it is written last.
  return { ok: false, refusal: 'invalid', problems: Object.fromEntries(problems.toReversed()) };
}

/** As much of a schema or of a check in it as is looked at here. */
type Part = {
  readonly type: string;
  readonly requirement?: unknown;
  readonly entries?: Readonly<Record<string, Part>>;
  readonly wrapped?: Part;
  readonly item?: Part;
  readonly options?: readonly unknown[];
  readonly pipe?: readonly Part[];
};

type Asked = {
  /** Of the field's schema: itself and all it is made of. */
  readonly parts: readonly Part[];
  readonly text: string;
  readonly language: Language;
};

type Issue = v.BaseIssue<unknown>;

const keysOf = ({ path }: Issue): readonly unknown[] => path?.map(({ key }) => key) ?? [];

const nameOf = (issue: Issue): string =>
  String(keysOf(issue).findLast((key) => typeof key === 'string') ?? '');

const partsAt = (schema: Part, issue: Issue): readonly Part[] =>
  keysOf(issue).reduce<readonly Part[]>((parts, key) => parts.flatMap(below(key)), partsOf(schema));

const below =
  (key: unknown) =>
  ({ entries, item }: Part): readonly Part[] => {
    const next = typeof key === 'string' ? entries?.[key] : item;
    return next ? partsOf(next) : [];
  };

function partsOf(part: Part): readonly Part[] {
  const { wrapped, pipe = [], options = [] } = part;
  const made = [...(wrapped ? [wrapped] : []), ...pipe, ...options.filter(isPart)];
  return [part, ...made.flatMap(partsOf)];
}

const isPart = (option: unknown): option is Part =>
  typeof option === 'object' && option !== null && 'type' in option;

/** Undefined where no person can have typed it: an id or a choice that is not offered. */
function sentenceOf(issue: Issue, asked: Asked): string | undefined {
  const { parts, text, language } = asked;
  const say = uiWords[language].field;
  const isTyped = parts.some((part) => typedParts.has(part));
  const isChosen = !isTyped && parts.some(({ type }) => type === 'picklist' || type === 'custom');
  // Also of a password, which is not typed back.
  if (issue.type === 'max_length') return ofLength(issue, language);
  if (text === '') return isChosen ? say.choose : say.missing;
  if (isChosen) return undefined;
  if (parts.some(({ type }) => type === 'number')) return ofNumber(asked);
  if (issue.type === 'min_value') return say.notBefore(showDay(day(String(issue.requirement))));
  if (parts.some((part) => part === aTime)) return say.notTime(quoted(text));
  return isTyped ? say.notDay(quoted(text)) : say.other;
}

const typedParts = new Set<Part>([aDay, aTime]);

function ofNumber({ parts, text, language }: Asked): string {
  const say = uiWords[language].field;
  const limit = (type: string): unknown => parts.find((part) => part.type === type)?.requirement;
  const [least, most] = [limit('min_value'), limit('max_value')];
  if (typeof least !== 'number' || typeof most !== 'number') return say.notNumber(quoted(text));
  const isWhole = parts.some(({ type }) => type === 'integer');
  const sentence = isWhole ? say.notWhole : say.notWithin;
  return sentence(quoted(text), showNumber(least, language), showNumber(most, language));
}

function ofLength({ input, received, requirement }: Issue, language: Language): string {
  const say = uiWords[language].field;
  const sentence = Array.isArray(input) ? say.tooManyLines : say.tooLong;
  return sentence(
    showNumber(Number(requirement), language),
    showNumber(Number(received), language),
  );
}

const longestQuoted = 40;
const quoted = (text: string): string =>
  text.length > longestQuoted ? `${beginningOf(text, longestQuoted)}…` : text;
