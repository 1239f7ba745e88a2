// What a record is called on screen and where it stands: 'step 4' becomes 'Bước 4' and a link.

import { findId, type SiteId } from '#ground/id.ts';
import type { Language } from '#ground/words.ts';
import { idOf, wordOf, type Entry } from './entry.ts';
import { recordWords } from './record.words.ts';

/** Ids mean nothing to people: only what they know a thing by stands after its word. */
export function recordName(
  { record, aboutName }: Pick<Entry, 'record' | 'aboutName'>,
  language: Language,
): string {
  const known: Readonly<Record<string, string>> = recordWords[language].word;
  const [word, id] = [wordOf(record), idOf(record)];
  const name = known[word] ?? word;
  if (aboutName !== null) return `${name} ${aboutName}`;
  return /^\d+$/.test(id) ? `${name} ${id}` : name;
}

const ofSite: Readonly<Record<string, string>> = {
  step: 'steps',
  duty: 'duties',
  activity: 'activities',
  indicator: 'indicators',
  review: 'reviews',
};

/** The page on which the record itself is seen; undefined where there is none. */
export function recordHref({
  record,
  siteId,
}: Pick<Entry, 'record' | 'siteId'>): string | undefined {
  const [word, id] = [wordOf(record), idOf(record)];
  const part = ofSite[word];
  if (word === 'closing' && /^\d+$/.test(id)) return `/staff/record/closings/${id}`;
  if (word === 'site' && findId(id)) return `/staff/sites/${id}`;
  if (word === 'plan' && findId(id)) return `/staff/plans/${id}`;
  const isThere = findId(id) !== undefined || (word === 'step' && /^\d+$/.test(id));
  return part && siteId && isThere ? `/staff/sites/${siteId}/${part}/${id}` : undefined;
}

/** What a page is about; a site's own page is about everything of the site. */
export type RecordAt = { readonly siteId: SiteId | null; readonly record: string | undefined };

/** The record whose own page stands at a path of the staff pages. */
export function recordAt(path: string): RecordAt | undefined {
  const [, , place, first = '', part, second = ''] = path.split('/');
  const [id, rest] = [findId(first), path.split('/').length];
  if (!id) return undefined;
  if (place === 'plans' && (rest === 4 || part === 'correct'))
    return { siteId: null, record: `plan ${id}` };
  if (place === 'people' && rest === 4) return { siteId: null, record: `person ${id}` };
  if (place !== 'sites') return undefined;
  const siteId = findId<'site'>(first) ?? null;
  if (rest === 4) return { siteId, record: undefined };
  const word = Object.keys(ofSite).find((one) => ofSite[one] === part);
  const isThere = findId(second) !== undefined || /^\d+$/.test(second);
  return word && isThere && rest === 6 ? { siteId, record: `${word} ${second}` } : undefined;
}

/** Where one asks who changed it, or who looked at it. */
export function whoHref(kind: 'change' | 'view', { siteId, record }: RecordAt): string {
  const asked = new URLSearchParams({
    kind,
    ...(record !== undefined && { record }),
    ...(siteId && { site: siteId }),
  });
  return `/staff/record?${asked.toString()}`;
}
