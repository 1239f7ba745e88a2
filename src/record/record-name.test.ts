// Records and the pages they stand on: from one to the other and back.

import { expect, test } from 'vitest';
import { newId } from '#ground/id.ts';
import { recordAt, recordHref, recordName, whoHref } from './record-name.ts';

const siteId = newId<'site'>();
const id = newId<'duty'>();

test.each(['step 4', `duty ${id}`, `activity ${id}`, `indicator ${id}`, `review ${id}`])(
  'the page of a %s of a site is found, and on it the record',
  (record) => {
    const href = recordHref({ record, siteId });
    expect(href).toBeDefined();
    expect(recordAt(href ?? '')).toEqual({ siteId, record });
  },
);

test('a plan and a person belong to no site; a site’s own page is about all of it', () => {
  expect(recordAt(`/staff/plans/${id}`)).toEqual({ siteId: null, record: `plan ${id}` });
  expect(recordAt(`/staff/people/${id}`)).toEqual({ siteId: null, record: `person ${id}` });
  expect(recordAt(`/staff/sites/${siteId}`)).toEqual({ siteId, record: undefined });
});

test.each([
  '/staff',
  '/staff/plans',
  '/staff/plans/new',
  `/staff/sites/${siteId}/duties`,
  `/staff/sites/${siteId}/activities/new`,
  `/staff/sites/${siteId}/reviews/${id}/print`,
  `/staff/sites/${siteId}/files/${id}`,
])('%s is no record’s own page', (path) => {
  expect(recordAt(path)).toBeUndefined();
});

test('a closing has its own page among the closings', () => {
  expect(recordHref({ record: 'closing 3', siteId: null })).toBe('/staff/record/closings/3');
});

test('what has no page has no link: old keys, other words, records of no site', () => {
  expect(recordHref({ record: 'indicator households_committed', siteId })).toBeUndefined();
  expect(recordHref({ record: `rule ${id}`, siteId })).toBeUndefined();
  expect(recordHref({ record: 'step 4', siteId: null })).toBeUndefined();
});

test('a record is called by its word and what people know it by, never by an id', () => {
  expect(recordName({ record: 'step 4', aboutName: null }, 'vi')).toBe('Bước 4');
  expect(recordName({ record: `duty ${id}`, aboutName: null }, 'vi')).toBe('Nhiệm vụ');
  expect(recordName({ record: `person ${id}`, aboutName: 'Lê Ví Dụ' }, 'en')).toBe(
    'Person Lê Ví Dụ',
  );
  expect(recordName({ record: 'thing 1', aboutName: null }, 'vi')).toBe('thing 1');
});

test('who looked at a record is asked by an address', () => {
  expect(whoHref('view', { record: 'step 4', siteId })).toBe(
    `/staff/record?kind=view&record=step+4&site=${siteId}`,
  );
});
