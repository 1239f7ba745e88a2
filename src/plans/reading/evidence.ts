// Whether a text is a plan of work at all, by its title and by the sections such a plan has.

import type { Item } from './outline.ts';
import { isHeading, topicsFor } from './outline.ts';
import type { Layout } from './paper/layout.ts';
import type { Topic } from './topics.ts';

/** Sections that make a plan; a report has a situation too, so that counts for nothing. */
const telling: readonly Topic[] = [
  'objectives',
  'contents',
  'steps',
  'duties',
  'checks',
  'organisation',
  'assignments',
  'means',
  'funding',
  'period',
];

/**
 * A text is a plan where a title says so (KẾ HOẠCH, PHƯƠNG ÁN, ĐỀ ÁN, DỰ ÁN, CHƯƠNG TRÌNH, HƯỚNG
 * DẪN) and at least one section or step bears it out; or where no title says otherwise and at
 * least three kinds of section do, the carrying out among them. Steps alone make a recipe.
 */
export function isPlan(layout: Layout, items: readonly Item[], stepCount: number): boolean {
  const topics = new Set(items.filter(isHeading).flatMap((item) => topicsFor(item)));
  const found = telling.filter((topic) => topics.has(topic));
  if (layout.title !== null) return found.length > 0 || stepCount > 1;
  const isCarriedOut = topics.has('organisation') || topics.has('assignments');
  return layout.otherTitle === null && found.length >= 3 && isCarriedOut;
}
