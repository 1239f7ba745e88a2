// What may be asked of the record in an address: every part is optional, what is no such thing is left out.

import { findId, type PersonId } from '#ground/id.ts';
import { tidy } from '#ground/text.ts';
import { dayTyped } from '#ground/typed.ts';
import { entryKinds, type EntryFilter } from './entry.ts';

/** As it was asked: what a form is filled with again, too. */
export type Asked = {
  readonly filter: EntryFilter;
  /** A name as typed; the page finds whose it is. */
  readonly name: string;
  readonly personId: PersonId | undefined;
  /** The key below which the page begins. */
  readonly before: number | undefined;
};

export function readAsked(query: URLSearchParams): Asked {
  const text = (name: string): string => tidy(query.get(name) ?? '').slice(0, 200);
  const before = Number(text('before'));
  return {
    filter: {
      siteId: findId<'site'>(text('site')),
      record: /^[a-z]+(?: [^%_\\]+)?$/.test(text('record')) ? text('record') : undefined,
      from: dayTyped(text('from')),
      to: dayTyped(text('to')),
      kind: entryKinds.find((kind) => kind === text('kind')),
    },
    name: text('name'),
    personId: findId<'person'>(text('person')),
    before: Number.isSafeInteger(before) && before > 0 ? before : undefined,
  };
}

/** The same question as an address: for the next page and for the export. */
export function queryFor({ filter, name, personId }: Asked, before?: number): string {
  const { siteId, record, from, to, kind } = filter;
  const parts = { site: siteId, record, from, to, kind, name, person: personId, before };
  const given = Object.entries(parts).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [[key, String(value)]],
  );
  return new URLSearchParams(given).toString();
}
