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
export function recordHref({ record, siteId }: Pick<Entry, 'record' | 'siteId'>): string | undefined {
  const [word, id] = [wordOf(record), idOf(record)];
  const part = ofSite[word];
  if (word === 'site' && findId(id)) return `/staff/sites/${id}`;
  if (word === 'plan' && findId(id)) return `/staff/plans/${id}`;
  const isThere = findId(id) !== undefined || (word === 'step' && /^\d+$/.test(id));
  return part && siteId && isThere ? `/staff/sites/${siteId}/${part}/${id}` : undefined;
}

/** Where one asks who changed a record, or who looked at it. */
export function whoHref(
  kind: 'change' | 'view',
  record: string,
  siteId: SiteId | null = null,
): string {
  const asked = new URLSearchParams({ kind, record, ...(siteId && { site: siteId }) });
  return `/staff/record?${asked.toString()}`;
}
