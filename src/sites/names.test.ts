// A site is called by the names its place has on a day, and its plan's names stay known.

import { describe, expect, test } from 'vitest';
import { day } from '#ground/day.ts';
import type { PlanId, SiteId } from '#ground/id.ts';
import { calledBy, plannedPlace, sitePlace, siteTitle } from './names.ts';
import type { Site } from './site.ts';

const site: Site = {
  siteId: 'site' as SiteId,
  planId: 'plan' as PlanId,
  programme: 'Mô hình',
  hamlet: 'xóm Phố',
  commune: 'xã Bản Ngoại',
  district: 'huyện Đại Từ',
  province: 'tỉnh Thái Nguyên',
  plannedFrom: day('2020-05-06'),
  plannedTo: null,
  calendar: 'plan',
  planFrom: null,
  planTo: null,
  baselineOn: day('2020-05-06'),
  demo: false,
};
const today = {
  hamlet: 'xóm Phố',
  commune: 'xã Phú Thịnh',
  district: null,
  province: 'tỉnh Thái Nguyên',
};

describe('a site', () => {
  test('tied to no unit keeps the names of its plan, and says nothing of another', () => {
    expect(calledBy(site, undefined)).toBe(site);
    expect(plannedPlace(site)).toBeUndefined();
  });

  test('is called by its place’s name of the day, and its plan’s name is told beside it', () => {
    const called = calledBy(site, today);
    expect(called).toMatchObject({ commune: 'xã Phú Thịnh', district: null });
    expect(sitePlace(called)).toBe('Xóm Phố, xã Phú Thịnh');
    expect(plannedPlace(called)).toBe('Xóm Phố, xã Bản Ngoại');
  });

  test('that looks like another is told apart by its plan’s number, wherever it is named', () => {
    const told = { ...site, toldBy: '790/KH-PV05' };
    expect(siteTitle(told)).toBe('Xóm Phố (790/KH-PV05)');
    expect(sitePlace(calledBy(told, today))).toBe('Xóm Phố, xã Phú Thịnh (790/KH-PV05)');
    expect(plannedPlace(told)).toBeUndefined();
    expect(plannedPlace(calledBy(told, today))).toBe('Xóm Phố, xã Bản Ngoại');
  });

  test('tied to its commune alone keeps the hamlet of its plan', () => {
    expect(calledBy(site, { ...today, hamlet: null }).hamlet).toBe('xóm Phố');
  });

  test('whose names differ in nothing but small letters is not called otherwise', () => {
    const same = { ...today, hamlet: 'Xóm phố', commune: 'xã bản ngoại' };
    expect(plannedPlace(calledBy(site, same))).toBeUndefined();
  });
});
