// What a new installation still lacks, from its records.

import { describe, expect, it } from 'vitest';
import {
  countOf,
  nextStep,
  remainingSteps,
  setupSteps,
  stepsOf,
  stepState,
  type SetupRecords,
} from './setup-steps.ts';

const empty: SetupRecords = {
  settings: {},
  communes: 0,
  bodies: 0,
  people: 1,
  isMailTested: false,
  hasDemo: true,
};
const complete: SetupRecords = {
  settings: {
    'language.default': 'vi',
    'contact.address': 'Xóm Mẫu',
    'contact.telephone': '0208 000 000',
    'mail.host': 'localhost',
    'backup.folder': '/backup',
  },
  communes: 3,
  bodies: 24,
  people: 2,
  isMailTested: true,
  hasDemo: false,
};

describe('a new installation', () => {
  it('lacks every step while only its first administrator is there', () => {
    expect(remainingSteps(empty)).toEqual(setupSteps);
    expect(nextStep(empty)).toBe('place');
  });

  it('lacks none when each has left its record', () => {
    expect(remainingSteps(complete)).toEqual([]);
    expect(nextStep(complete)).toBeUndefined();
  });

  it.each<[string, Partial<SetupRecords>, (typeof setupSteps)[number], string]>([
    ['no unit on record', { communes: 0 }, 'place', 'open'],
    ['a mail server that was never tried', { isMailTested: false }, 'mail', 'half'],
    [
      'an address and no telephone',
      { settings: { 'contact.address': 'Xóm Mẫu' } },
      'contact',
      'half',
    ],
    ['a backup folder taken back', { settings: { 'backup.folder': '' } }, 'backup', 'open'],
  ])('with %s has a step that is so', (_, changed, step, state) => {
    expect(stepState(step, { ...complete, ...changed })).toBe(state);
  });

  it('counts what stands already of communes, bodies and people, and of nothing else', () => {
    expect(setupSteps.map((step) => countOf(step, complete)).filter(Boolean)).toEqual([3, 24, 2]);
    expect(countOf('mail', complete)).toBeUndefined();
  });

  it('speaks of the demo only while it is there', () => {
    expect(stepsOf({ ...complete, hasDemo: true })).toContain('demo');
    expect(remainingSteps({ ...complete, hasDemo: true })).toEqual(['demo']);
    expect(stepsOf(complete)).not.toContain('demo');
  });

  it('goes on to the next open step, round the list, and never to the one just skipped', () => {
    expect(nextStep(empty, 'place')).toBe('bodies');
    expect(nextStep(empty, 'demo')).toBe('place');
    expect(nextStep({ ...complete, isMailTested: false }, 'people')).toBe('mail');
    expect(nextStep({ ...complete, isMailTested: false }, 'mail')).toBeUndefined();
  });
});
