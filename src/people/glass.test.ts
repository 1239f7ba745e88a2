// When a glass may be broken, and how long it stays open.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, type Instant } from '#ground/day.ts';
import { newId, type SiteId } from '#ground/id.ts';
import type { BreakInput } from './glass.input.ts';
import { decideBreak, isOpen, shortestReason, type GlassCase } from './glass.ts';

const beyond: SiteId = newId<'site'>();
const danger: GlassCase = {
  key: 'danger',
  from: day('2020-01-01'),
  name: { vi: 'Sự cố', en: 'Incident' },
  when: { vi: 'Khi có sự cố.', en: 'When something happens.' },
  longestHours: 4,
};
const known = { cases: [danger], scope: [newId<'site'>()], isAnotherOpen: false };
const input: BreakInput = {
  commandId: newId<'command'>(),
  siteId: beyond,
  caseKey: 'danger',
  reason: 'Cháy ở nhà kho giáp ranh, cần biết ai trực tối nay',
  hours: 2,
};
const now = '2026-11-23T01:00:00.000Z' as Instant;
const later = (from: Instant, ms: number): Instant =>
  new Date(Date.parse(from) + ms).toISOString() as Instant;

describe('breaking the glass', () => {
  it('opens for the hours asked for, in the named case, with the reason', () => {
    expect(decideBreak(input, now, known)).toEqual({
      ok: true,
      value: {
        siteId: beyond,
        case: danger,
        reason: input.reason,
        openedAt: now,
        endsAt: '2026-11-23T03:00:00.000Z',
      },
    });
  });

  it.each([
    ['case-unknown', { caseKey: 'curiosity' }, {}],
    ['reason-short', { reason: '   cần   xem   ' }, {}],
    ['hours-invalid', { hours: 5 }, {}],
    ['hours-invalid', { hours: 0 }, {}],
    ['hours-invalid', { hours: 1.5 }, {}],
    ['already-reached', {}, { scope: [beyond] }],
    ['already-reached', {}, { scope: 'all' }],
    ['another-open', {}, { isAnotherOpen: true }],
  ] as const)('is refused as %s', (refusal, changed, changedKnown) => {
    const outcome = decideBreak({ ...input, ...changed }, now, { ...known, ...changedKnown });
    expect(outcome).toEqual({ ok: false, refusal });
  });
});

const anInstant = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString() as Instant);

describe('for any hours, reason and moment', () => {
  it('what is opened ends within the hours of its case, and says why', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -10, max: 100, noNaN: true }).map((hours) => Math.round(hours * 2) / 2),
        fc.string({ maxLength: 60 }),
        anInstant,
        fc.integer({ min: 1, max: 72 }),
        (hours, reason, at, longestHours) => {
          const asked = { ...input, hours, reason };
          const cases = [{ ...danger, longestHours }];
          const outcome = decideBreak(asked, at, { ...known, cases });
          if (!outcome.ok) return;
          const { openedAt, endsAt } = outcome.value;
          const lasts = Date.parse(endsAt) - Date.parse(openedAt);
          expect(lasts).toBeGreaterThan(0);
          expect(lasts).toBeLessThanOrEqual(longestHours * 3_600_000);
          expect(outcome.value.reason.length).toBeGreaterThanOrEqual(shortestReason);
        },
      ),
    );
  });

  it('is open from its first moment until just before its last, and never after its end', () => {
    const span = fc.integer({ min: 1, max: 72 * 3_600_000 });
    fc.assert(
      fc.property(anInstant, span, fc.double({ min: -1, max: 2, noNaN: true }), (at, ms, share) => {
        const opening = { openedAt: at, endsAt: later(at, ms), endedAt: null };
        const moment = later(at, Math.round(ms * share));
        const isWithin = moment >= at && moment < opening.endsAt;
        expect(isOpen(opening, moment)).toBe(isWithin);
        expect(isOpen({ ...opening, endedAt: at }, moment)).toBe(false);
      }),
    );
  });
});
