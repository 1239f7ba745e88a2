// Which passwords are refused: the same rule in the browser and on the server.

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadEstimator } from './device/password-estimate.ts';
import {
  decidePassword,
  penalisedWords,
  scoreOf,
  shortestPassword,
  weakestScore,
  type Estimator,
} from './password.ts';

let estimate: Estimator;
beforeAll(async () => {
  estimate = await loadEstimator();
});
const owner = { words: ['Nguyễn Thị Ví Dụ', 'nguyen.vidu', 'Xã Đồng Chè'] };

describe('a password', () => {
  it.each(['bảy con trâu gặm cỏ đồi chè', 'mot-mat-khau-du-dai', 'wX7#pLq92!zR', 'một câu dài'])(
    'such as “%s” is taken as it is',
    (password) => {
      expect(decidePassword(password, owner, estimate)).toEqual({ ok: true, value: password });
    },
  );

  it.each([
    ['password-short', 'ngắn quá'],
    ['password-long', 'dài '.repeat(60)],
    ['password-weak', 'password1234'],
    ['password-weak', '1234567890'],
    ['password-weak', 'aaaaaaaaaaaaaaa'],
    ['password-weak', 'nguyenthividu'],
    ['password-weak', 'NguyễnThịVíDụ'],
    ['password-weak', 'nguyen.vidu1'],
    ['password-weak', 'dongche1990'],
    ['password-weak', 'matkhau12345'],
    ['password-weak', 'binhyen2026'],
  ])('is refused with %s: “%s”', (refusal, password) => {
    expect(decidePassword(password, owner, estimate)).toEqual({ ok: false, refusal });
  });

  it('that is too short never looks good enough, however odd', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: shortestPassword - 1 }), (password) => {
        expect(scoreOf(password, owner, estimate).score).toBeLessThan(weakestScore);
      }),
      { numRuns: 50 },
    );
  });

  it('looks exactly as good in the browser as the server takes it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme-ascii', minLength: shortestPassword, maxLength: 40 }),
        (password) => {
          const shown = scoreOf(password, owner, estimate).score >= weakestScore;
          expect(decidePassword(password, owner, estimate).ok).toBe(shown);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('says why it is easy to guess', () => {
    const why = (password: string) => scoreOf(password, owner, estimate).weakness;
    expect(why('password1234')).toBe('common');
    expect(why('nguyenthividu')).toBe('own-words');
    expect(why('aaaaaaaaaaaaaaa')).toBe('repeat');
  });
});

it('the owner’s words are penalised folded, alone and run together either way', () => {
  expect(penalisedWords({ words: ['Đỗ Văn Sao'] })).toEqual(
    expect.arrayContaining(['van', 'sao', 'dovansao', 'saovando']),
  );
});
