// Figures about steps, duties, checks and indicators, counted again by hand from what happened.

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysBetween, type Day } from '#ground/day.ts';
import { showNumber } from '#ground/show.ts';
import type { Duty } from '#sites/site.ts';
import { sentencesOf, type Sentence } from './review.ts';
import { anyDraft, figuresIn, type Drafted } from './server/testing.ts';

type Happened = { readonly kind: string; readonly day: Day };

/** In the example nothing is taken up again: what was closed or done by the day stays so. */
const endOf = (events: readonly Happened[], until: Day): Day | undefined =>
  events.find(({ kind, day }) => (kind === 'closed' || kind === 'done') && day <= until)?.day;

const untilOf = ({ records, of }: Drafted): Day => (records.asOf < of.to ? records.asOf : of.to);
const daysLate = (due: Day, end: Day): number => Math.max(0, daysBetween(due, end));

function pointedDuties({ records: refs }: Sentence, { records }: Drafted) {
  const ids = new Set(refs.filter(({ kind }) => kind === 'duty').map(({ id }) => id));
  return records.duties.filter(({ duty }) => ids.has(duty.dutyId));
}

const countOf = (kind: Duty['kind'], all: ReturnType<typeof pointedDuties>): number =>
  all.filter(({ duty }) => duty.kind === kind).length;

type Recount = (sentence: Sentence, drafted: Drafted) => readonly number[];

const recounts: Readonly<Record<string, Recount>> = {
  planned: (one, drafted) => {
    const duties = pointedDuties(one, drafted);
    const steps = one.records.filter(({ kind }) => kind === 'step').length;
    return [steps, ...(['duty', 'check', 'review'] as const).map((kind) => countOf(kind, duties))];
  },
  checks: (one, drafted) => {
    const duties = pointedDuties(one, drafted);
    const made = duties.filter(({ events }) => endOf(events, untilOf(drafted))).length;
    return made === 0 ? [duties.length] : [made, duties.length];
  },
  'checks-next': (one, drafted) => [pointedDuties(one, drafted).length],
  'duties-kept-up': (one, drafted) => [pointedDuties(one, drafted).length],
  'talks-busiest': (one) => [one.records.length],
  'target-households_committed': (_, { records, of }) => {
    const until = records.asOf < of.to ? records.asOf : of.to;
    const entries = records.indicators[0]?.entries ?? [];
    const level = entries.filter(({ month }) => month <= until).at(-1)?.value ?? Number.NaN;
    return [level, 150, 150 - level];
  },
};

const shown = (figures: readonly number[]): readonly string[] =>
  figures.map((figure) => showNumber(figure));

test.each(Object.keys(recounts))('the figures of the sentence “%s” are a recount', (id) => {
  let met = 0;
  fc.assert(
    fc.property(anyDraft, (drafted) => {
      const found = sentencesOf(drafted.draft).find((one) => one.id === id);
      met += found ? 1 : 0;
      const expected = found ? (recounts[id]?.(found, drafted) ?? []) : [];
      expect(figuresIn(found?.text ?? '')).toEqual(shown(expected));
    }),
    // Always the same 150, among which every one of these sentences comes up.
    { numRuns: 150, seed: 790 },
  );
  // Else the test would pass by never seeing the sentence.
  expect(met).toBeGreaterThan(0);
});

test('days late are the days from the plan’s date to the end, or to where the review ends', () => {
  fc.assert(
    fc.property(anyDraft, (drafted) => {
      const until = untilOf(drafted);
      const said = sentencesOf(drafted.draft).filter(({ id }) => /^step-\d+-late$/.test(id));
      const days = said.map(({ text }) => /(?:chậm|quá hạn) ([\d.]+) ngày/.exec(text)?.[1]);
      const expected = said.map(({ records }) => {
        const one = drafted.records.steps.find(
          ({ step }) => String(step.number) === records[0]?.id,
        );
        const end = endOf(one?.events ?? [], until) ?? until;
        return showNumber(daysLate(one?.step.due ?? until, end));
      });
      expect(days).toEqual(expected);
    }),
    { numRuns: 80 },
  );
});

test('all that is late is said, and nothing else', () => {
  fc.assert(
    fc.property(anyDraft, (drafted) => {
      const until = untilOf(drafted);
      const { from, to } = drafted.of;
      const late = drafted.records.steps.filter(({ step, events }) => {
        const end = endOf(events, until);
        const isOurs = end === undefined || (from <= end && end <= to);
        return step.due !== null && isOurs && daysLate(step.due, end ?? until) > 0;
      });
      const said = sentencesOf(drafted.draft).flatMap(
        ({ id }) => /^step-(\d+)-late$/.exec(id)?.[1] ?? [],
      );
      expect(said).toEqual(late.map(({ step }) => String(step.number)));
    }),
    { numRuns: 80 },
  );
});
