// How a site and its steps are called on a screen: short, with a capital.

import type { Language } from '#ground/words.ts';
import type { PlaceNames } from '#places/placing.ts';
import type { Indicator, Site, Step } from './site.ts';
import { siteWords } from './sites.words.ts';

/** 'xóm Phố' → 'Xóm Phố' */
export const siteTitle = (site: Pick<Site, 'hamlet' | 'toldBy'>): string =>
  `${capital(site.hamlet)}${toldApart(site)}`;

/** 'Xóm Phố, xã Phú Thịnh'; of sites that look alike 'Xóm Phố, xã Phú Thịnh (790/KH-PV05)'. */
export const sitePlace = (site: Pick<Site, 'hamlet' | 'commune' | 'toldBy'>): string =>
  `${placeName(site)}${toldApart(site)}`;

const placeName = ({ hamlet, commune }: Pick<Site, 'hamlet' | 'commune'>): string =>
  `${capital(hamlet)}, ${commune}`;

const toldApart = ({ toldBy }: Pick<Site, 'toldBy'>): string => (toldBy ? ` (${toldBy})` : '');

/** By the names its place has on a day; by its plan's where it is tied to no unit. */
export function calledBy(site: Site, names: PlaceNames | undefined): Site {
  if (!names) return site;
  const { hamlet, commune, district, province } = site;
  return {
    ...site,
    ...names,
    hamlet: names.hamlet ?? hamlet,
    planned: { hamlet, commune, district, province },
  };
}

/** 'Xóm Phố, xã Bản Ngoại', where the plan calls the place otherwise than it is called now. */
export function plannedPlace(site: Site): string | undefined {
  const planned = site.planned && placeName(site.planned);
  const isSame = planned?.toLocaleLowerCase('vi') === placeName(site).toLocaleLowerCase('vi');
  return isSame ? undefined : planned;
}

/** 'Họp xóm'; of a step of no known kind its first words. */
export const stepTitle = (
  { kind, text }: Pick<Step, 'kind' | 'text'>,
  language: Language,
): string => (kind === 'other' ? shortened(text) : siteWords[language].stepKind[kind]);

/** The indicators every site has carry our own names; those of a plan stay as the plan has them. */
export function inLanguage(indicator: Indicator, language: Language): Indicator {
  const known = new Map(Object.entries(siteWords[language].indicator)).get(indicator.key);
  return language === 'vi' || !known ? indicator : { ...indicator, ...known };
}

const longestTitle = 48;

function shortened(text: string): string {
  const first = text.split(/[;:.]\s/u)[0] ?? text;
  if (first.length <= longestTitle) return capital(first);
  return `${capital(first.slice(0, longestTitle).replace(/\s\S*$/u, ''))}…`;
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
