// The district level, and the day it ended: a site made afterwards stands directly under its province.

import { day, type Day } from '#ground/day.ts';

/** Until when units of the district level exist, as dated law. */
const districtLevel = {
  validTo: day('2025-06-30'),
  source: 'Nghị quyết 203/2025/QH15; danh mục đơn vị theo Quyết định 19/2025/QĐ-TTg',
  verified: true,
} as const;

export const hasDistricts = (on: Day): boolean => on <= districtLevel.validTo;

/** The district a site has on a day; the paper keeps the name it was written with. */
export const districtOn = (on: Day, name: string | null): string | null =>
  hasDistricts(on) ? name : null;
