// A second site is made only by somebody who names every site that stands there.

import { expect, test } from 'vitest';
import { newId } from '#ground/id.ts';
import { decideBesides, type SiteBeside } from './beside.ts';

const aBeside = (): SiteBeside => ({
  siteId: newId<'site'>(),
  title: 'Xóm Phố, xã Phú Thịnh',
  planId: newId<'plan'>(),
  planNumber: '12/KH-PV05',
  step: null,
});
const [first, second] = [aBeside(), aBeside()];

test('where nothing stands nothing has to be named, and a name too many does no harm', () => {
  expect(decideBesides([], [])).toEqual({ ok: true, value: [] });
  expect(decideBesides([], [first.siteId])).toEqual({ ok: true, value: [] });
});

test('each site that stands there is to be named, or all are shown', () => {
  const there = [first, second];
  for (const named of [[], [first.siteId], [newId<'site'>()]])
    expect(decideBesides(there, named)).toEqual({ ok: false, refusal: { besides: there } });
  expect(decideBesides(there, [second.siteId, first.siteId])).toEqual({
    ok: true,
    value: [first.siteId, second.siteId],
  });
});
