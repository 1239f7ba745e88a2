// No command without its row on record, and none on record without its words: read from the source itself.

import { expect, test } from 'vitest';
import { notices } from '#people/server/security-notices.ts';
import { changeKinds } from '#places/unit.ts';
import { commandWords } from './commands.words.ts';
import { reaches, readSources } from './testing.ts';

const sources = readSources();
const audit = { file: 'src/ground/server/audit.ts', names: ['appendAudit', 'appendView'] };

/** What stands among the commands and changes nothing, each with what it does instead. */
const changesNothing: Readonly<Record<string, string>> = {
  getPlanReading: 'reads; the page that shows it leaves the view',
  previewChange: 'says what a change would do',
  previewSnapshot: 'says what an import would do',
  previewMergers: 'says what an import would do',
  findAuthenticatorState: 'reads one’s own',
  openInvitation: 'reads the sheet of a one-time link',
  offerSetup: 'makes a link while nobody is there to act',
  isSetupOpen: 'asks whether a link still works',
  askForNewPasskey: 'asks the device; the key is on record when it is added',
  askForPasskey: 'asks the device',
  providerPath: 'an address',
  passkeyCookie: 'the name of a cookie',
  findSecondStep: 'reads how one may go on',
  proveBeforeTying: 'asks who sits there; the tie is on record when it is made',
  enterWithPassword: 'signing in is kept as a session, not as a command',
  enterWithPasskey: 'signing in is kept as a session, not as a command',
};

const exported = [...sources.values()]
  .filter(({ file }) => /\/server\/.*commands[.]ts$/.test(file))
  .flatMap(({ declared }) => declared.filter((one) => one.exported));

test.each(exported.map((one) => [one.name, one] as const))(
  '%s leaves a row on record, or says why not',
  (name, declared) => {
    expect(reaches(sources, declared, audit)).toBe(!(name in changesNothing));
  },
);

test('what is said to change nothing is still there', () => {
  const names = new Set(exported.map(({ name }) => name));
  expect(Object.keys(changesNothing).filter((name) => !names.has(name))).toEqual([]);
});

/** Made from other words than a literal at the place. */
const composed = [...changeKinds.map((kind) => `${kind} unit`), ...Object.keys(notices)];

test('every command has its words, and no words are left of a command that is gone', () => {
  const written = [...sources.values()]
    .filter(({ file }) => !file.startsWith('src/ground/'))
    .flatMap(({ commands }) => [...commands]);
  const known = [...new Set([...written, ...composed, 'view record'])];
  expect(known.toSorted()).toEqual(Object.keys(commandWords.vi).toSorted());
});
