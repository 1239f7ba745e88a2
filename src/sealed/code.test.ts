// The code: read back however it was told, and never taken for another one by a slip.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCode, unknownWords, writeCode, newCode, type Code } from './code.ts';
import { heardAs, syllables } from './code-syllables.ts';
import { anyCode } from './testing.ts';

const place = fc.nat(9);
const number = fc.nat(511);
const threeDigits = (value: number): string => String(value).padStart(3, '0');
const digitsOf = (numbers: readonly number[]): string => numbers.map(threeDigits).join('');

describe('the syllables', () => {
  it('are 512, in order, and no two are heard alike in the north or the south', () => {
    expect(syllables.length).toBe(512);
    expect(new Set(syllables.map(heardAs)).size).toBe(512);
    expect([...syllables].toSorted()).toEqual(syllables);
  });
  it('differ by more than what some region does not tell apart', () => {
    const alike = 'na la · xa sa · cha tra · da gia ra va · ban bang · mat mac · tinh tin · ki ky';
    const groups = alike.split(' · ').map((group) => new Set(group.split(' ').map(heardAs)));
    expect(groups.map(({ size }) => size)).toEqual(groups.map(() => 1));
  });
  it('are short words of plain letters', () => {
    expect(syllables.filter((syllable) => !/^[a-z]{2,6}$/.test(syllable))).toEqual([]);
  });
});

describe('a code', () => {
  it('is read back from syllables and from digits', () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        for (const form of ['syllables', 'digits'] as const)
          expect(readCode(writeCode(code, form))).toEqual({ ok: true, value: code });
      }),
    );
  });
  it('is read whatever stands between and however large the letters are', () => {
    const gap = fc.constantFrom(' ', '-', ', ', '\n', ' . ', '_', '/', ' – ', '\t');
    fc.assert(
      fc.property(anyCode, gap, fc.constantFrom('syllables', 'digits'), (code, between, form) => {
        const text = writeCode(code, form).split(' ').join(between);
        expect(readCode(`  ${text.toUpperCase()}. `)).toEqual({ ok: true, value: code });
      }),
    );
  });
  it('is read where some of it was told in digits', () => {
    fc.assert(
      fc.property(anyCode, fc.integer({ min: 1, max: 9 }), (code, from) => {
        const words = writeCode(code, 'syllables').split(' ').slice(0, from);
        const digits = writeCode(code, 'digits').split(' ').slice(from);
        expect(readCode([...words, ...digits].join(' '))).toEqual({ ok: true, value: code });
      }),
    );
  });
  it('is read with diacritics, full-width digits and the spelling of another region', () => {
    const code = codeOf(['da', 'nem', 'xa', 'chim', 'ban', 'cat', 'mai', 'binh', 'ghe']);
    const last = writeCode(code, 'syllables').split(' ').at(-1) ?? '';
    expect(readCode(`Đá lẽm sà trìm bằng các mày bín gẽ ${last}`)).toEqual({
      ok: true,
      value: code,
    });
    const wide = writeCode(code, 'digits').replace(/\d/g, (digit) =>
      String.fromCodePoint(0xff10 + Number(digit)),
    );
    expect(readCode(wide)).toEqual({ ok: true, value: code });
  });
  it('uses every number in every place', () => {
    const code = newCode(() => new Uint8Array(18).fill(0xff));
    expect(code.slice(0, 9)).toEqual(Array.from({ length: 9 }, () => 511));
  });
  it('has 81 random bits: any nine numbers begin exactly one code', () => {
    fc.assert(
      fc.property(anyCode, number, (code, last) => {
        expect(readCode(digitsOf(code.with(9, last))).ok).toBe(last === code[9]);
      }),
    );
  });
});

describe('a slip', () => {
  it('of one syllable is found out always', () => {
    fc.assert(
      fc.property(anyCode, place, number, (code, at, wrong) => {
        fc.pre(wrong !== code[at]);
        expect(readCode(digitsOf(code.with(at, wrong)))).toEqual(refusal('check-failed'));
      }),
    );
  });
  it('of any two syllables that changed places is found out always', () => {
    fc.assert(
      fc.property(anyCode, place, place, (code, one, other) => {
        const [a = 0, b = 0] = [code[one], code[other]];
        fc.pre(a !== b);
        expect(readCode(digitsOf(code.with(one, b).with(other, a)))).toEqual(
          refusal('check-failed'),
        );
      }),
    );
  });
  it('of any other kind passes once in 512 times', () => {
    const code = newCode(() => new Uint8Array(18));
    const pairs = Array.from({ length: 512 * 512 }, (_, at) => [at >> 9, at & 511] as const);
    const passed = pairs.filter(([a, b]) => readCode(digitsOf(code.with(0, a).with(5, b))).ok);
    expect(passed.length).toBe(512);
  });
  it('of ten times the same number does not pass for a code of zeros', () => {
    expect(readCode('0'.repeat(30))).toEqual(refusal('check-failed'));
  });
});

describe('a text that is no code', () => {
  const code = newCode(() => new Uint8Array(18).fill(7));
  const digits = writeCode(code, 'digits');
  const words = writeCode(code, 'syllables');

  it('is too short or too long', () => {
    const short = ['', ' – ', digits.slice(0, -1), digits.slice(0, -3), 'ban mai'];
    expect(short.map(readCode)).toEqual(short.map(() => refusal('too-short')));
    const long = [`${digits}1`, `${words} ban`, `${words} 12`];
    expect(long.map(readCode)).toEqual(long.map(() => refusal('too-long')));
  });
  it('has words that are none of ours, or numbers above 511', () => {
    expect(readCode(words.replace(/\w+$/, 'xyzzy'))).toEqual(refusal('unknown-word'));
    expect(readCode(digits.replace(/\d+$/, '512'))).toEqual(refusal('unknown-word'));
    expect(unknownWords('ban 512 khong ma1')).toEqual([
      { at: 1, word: '512', nearest: [] },
      { at: 3, word: 'ma', nearest: ['ba', 'ca', 'da'] },
    ]);
  });
  it('is answered with at most three words that look like the unknown one', () => {
    expect(unknownWords('thoam')[0]?.nearest).toEqual(['tham', 'thom', 'cham']);
    expect(unknownWords('strength')[0]?.nearest).toEqual([]);
  });
  it('is answered with the very word, where the others and the check tell which', () => {
    const slips = fc.constantFrom(
      (word: string) => `${word}q`,
      (word: string) => `w${word.slice(1)}`,
      (word: string) => word.replace(/.$/, 'z'),
    );
    fc.assert(
      fc.property(anyCode, place, slips, (told, at, slip) => {
        const right = writeCode(told, 'syllables').split(' ');
        const slipped = slip(right[at] ?? '');
        const [unknown] = unknownWords(right.with(at, slipped).join(' '));
        expect(unknown).toEqual({ at, word: slipped, nearest: [right[at]] });
      }),
    );
  });
  it('is never a reason to fail: any text gets an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(typeof readCode(text).ok).toBe('boolean');
        expect(Array.isArray(unknownWords(text))).toBe(true);
      }),
    );
  });
});

const refusal = (why: string): unknown => ({ ok: false, refusal: why });

/** The code that begins with these nine syllables. */
function codeOf(words: readonly string[]): Code {
  const numbers = words.map((word) => syllables.indexOf(word));
  const bytes = Uint8Array.from(numbers.flatMap((value) => [value >> 8, value & 255]));
  return newCode(() => bytes);
}
