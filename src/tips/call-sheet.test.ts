// A call sheet becomes the letter that the inbox knows; who called goes apart, never into the letter.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asked,
  details,
  hasSaidWhat,
  identityOfCall,
  letterOfCall,
  type CallField,
  type CallSheet,
} from './call-sheet.ts';

const labels = Object.fromEntries(details.map((field) => [field, `[${field}]`])) as Record<
  (typeof details)[number],
  string
>;
const fields: readonly CallField[] = [...asked, ...details, 'name', 'contact'];
const sheets = fc
  .uniqueArray(fc.constantFrom(...fields), { maxLength: fields.length })
  .map((said): CallSheet => Object.fromEntries(said.map((field) => [field, ` lời ${field}. `])));

describe('a call sheet', () => {
  test('loses nothing that was said, and keeps who called out of the letter', () => {
    fc.assert(
      fc.property(sheets, fc.boolean(), (sheet, official) => {
        const letter = letterOfCall(sheet, official, labels);
        const text = JSON.stringify(letter);
        for (const field of [...asked, ...details])
          expect(text.includes(`lời ${field}.`)).toBe(field in sheet);
        expect(text).not.toContain('lời name.');
        expect(text).not.toContain('lời contact.');
        expect(letter.aboutOfficial).toBe(official);
      }),
    );
  });

  test('has an identity exactly where something of it was said', () => {
    fc.assert(
      fc.property(sheets, (sheet) => {
        const isThere = 'name' in sheet || 'contact' in sheet;
        expect(identityOfCall(sheet) !== undefined).toBe(isThere);
      }),
    );
  });

  test('needs one thing: what happened', () => {
    expect(hasSaidWhat({ where: 'quán nước' })).toBe(false);
    expect(hasSaidWhat({ what: '  ' })).toBe(false);
    expect(hasSaidWhat({ what: 'có người bán' })).toBe(true);
  });
});
