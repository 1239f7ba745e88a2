// Who asks the record and what: others' doings with 'view audit' only, and that question is on record too.

import { appendView } from '#ground/server/audit.ts';
import { searchNames } from '#ground/name-search.ts';
import { scopeOf } from '#people/may.ts';
import type { PersonId } from '#ground/id.ts';
import { closedWordsFor, type EntryFilter, type Reader } from '#record/entry.ts';
import { readAsked, type Asked } from '#record/entry.input.ts';
import { listPeopleToAsk } from '#record/server/store.ts';
import { actorOf } from '../actor.ts';

export type Asking = {
  readonly asked: Asked;
  readonly filter: EntryFilter;
  readonly reader: Reader;
  /** Whether others' doings are among the answers. */
  readonly wide: boolean;
};

export async function askingOf(locals: App.Locals, url: URL): Promise<Asking> {
  const actor = actorOf(locals);
  const asked = readAsked(url.searchParams);
  const scope = scopeOf(actor, 'view audit');
  const wide = scope === 'all' || scope.length > 0;
  const reader = {
    personId: actor.personId,
    scope,
    closedWords: closedWordsFor(actor),
    timeZone: locals.timeZone,
  };
  const personIds = wide ? await peopleAsked(locals, asked) : undefined;
  return { asked, reader, wide, filter: { ...asked.filter, ...(personIds && { personIds }) } };
}

/** Before anything is shown; looking at one's own leaves nothing. */
export async function leaveView(
  { db }: App.Locals,
  { asked, wide }: Asking,
  command: 'view audit' | 'export audit',
): Promise<void> {
  if (!wide) return;
  const { name, personId } = asked;
  const { siteId, ...filter } = asked.filter;
  await appendView(db, {
    siteId: siteId ?? null,
    record: 'audit',
    command,
    details: { ...filter, ...(name && { name }), ...(personId && { person: personId }) },
  });
}

/** Undefined where nobody was named; none where nobody is called that. */
async function peopleAsked(
  { db }: App.Locals,
  { name, personId }: Asked,
): Promise<readonly PersonId[] | undefined> {
  if (personId) return [personId];
  if (name === '') return undefined;
  const people = await listPeopleToAsk(db);
  return searchNames(name, people, (person) => person.name).map(({ personId: id }) => id);
}
