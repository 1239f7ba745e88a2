// Figures by commune: a hamlet's households and people once, whatever stands in it.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day } from '#ground/day.ts';
import { lineageOf } from '#places/lineage.ts';
import { aUnit, siteId, unitId } from '#places/testing.ts';
import { areaFigures, type SiteRecord } from './area-figures.ts';

const hamlets = ['a', 'b', 'c'].map((name) =>
  aUnit(name, { level: 'thon', parentId: unitId('xa') }),
);
const commune = aUnit('xa', { level: 'xa' });
const lineage = lineageOf(new Map([commune, ...hamlets].map((unit) => [unit.unitId, unit])), []);
const start = day('2026-01-01');

const anySites = fc.array(
  fc.record({ hamlet: fc.constantFrom('a', 'b', 'c'), after: fc.nat(200), value: fc.nat(900) }),
  { maxLength: 12 },
);

test('a hamlet counts its households once, by the site that began last, and every site is a site', () => {
  fc.assert(
    fc.property(anySites, fc.boolean(), (sites, isTied) => {
      const latest = new Map<string, { after: number; value: number }>();
      const records = sites.flatMap(({ hamlet, after, value }, at): SiteRecord[] => {
        const order = after * 100 + at;
        if ((latest.get(hamlet)?.after ?? -1) < order) latest.set(hamlet, { after: order, value });
        const of = {
          siteId: siteId(`site-${String(at).padStart(2, '0')}`),
          day: addDays(start, after),
          hamlet,
        };
        return [
          { ...of, measure: 'sites', value: 1 },
          { ...of, measure: 'households', value },
        ];
      });
      const places = sites.map(({ hamlet, after }, at) => ({
        siteId: siteId(`site-${String(at).padStart(2, '0')}`),
        unitId: unitId(hamlet),
        validFrom: addDays(start, after),
        validTo: null,
      }));
      const { total } = areaFigures(
        records,
        { lineage, places: isTied ? places : [] },
        addDays(start, 300),
      );
      const expected = [...latest.values()].reduce((sum, { value }) => sum + value, 0);
      expect(total).toMatchObject({ sites: sites.length, households: expected });
    }),
  );
});
