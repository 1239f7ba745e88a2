// Text is as wide as its font says, and lines break where a person would break them.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balance, textWidth, wrap, wrapAtMost } from './text-width.ts';

const text = fc
  .array(fc.stringMatching(/^[a-zà-ỹ]{1,9}$/u), { minLength: 1, maxLength: 40 })
  .map((list) => list.join(' '));

describe('the width of text', () => {
  test('marks on a letter do not widen it, bold does', () => {
    expect(textWidth('ế', 10)).toBe(textWidth('e', 10));
    expect(textWidth('Đ', 10)).toBe(textWidth('D', 10));
    expect(textWidth('an', 10, 'bold')).toBeGreaterThan(textWidth('an', 10));
    expect(textWidth('m', 1000)).toBe(778);
  });
});

describe('breaking lines', () => {
  test('no word is lost and no line is wider than its room unless one word is', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 20, max: 300 }), (line, width) => {
        const lines = wrap(line, width, 10);
        expect(lines.join(' ')).toBe(line);
        const tooWide = lines.filter((each) => textWidth(each, 10) > width);
        expect(tooWide.every((each) => !each.includes(' '))).toBe(true);
      }),
    );
  });

  test('balanced lines hold the same words in no more lines, none wider than the room', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 60, max: 300 }), (line, width) => {
        const lines = balance(line, width, 10);
        expect(lines.join(' ')).toBe(line);
        expect(lines).toHaveLength(wrap(line, width, 10).length);
        expect(Math.max(...lines.map((each) => textWidth(each, 10)))).toBeLessThanOrEqual(width);
      }),
    );
  });

  test('a name breaks before the place rather than within it', () => {
    expect(balance('ỦY BAN NHÂN DÂN XÃ PHÚ THỊNH', 64 / 0.3528, 12)).toEqual([
      'ỦY BAN NHÂN DÂN',
      'XÃ PHÚ THỊNH',
    ]);
    // Evener would be 'ỦY BAN NHÂN DÂN THÀNH / PHỐ THÁI NGUYÊN'.
    expect(balance('ỦY BAN NHÂN DÂN THÀNH PHỐ THÁI NGUYÊN', 181, 12, 'bold')).toEqual([
      'ỦY BAN NHÂN DÂN',
      'THÀNH PHỐ THÁI NGUYÊN',
    ]);
  });

  test('what has no room ends in an ellipsis', () => {
    const lines = wrapAtMost(2, 'một hai ba bốn năm sáu bảy tám chín mười', 70, 12);
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/…$/u);
    expect(Math.max(...lines.map((line) => textWidth(line, 12)))).toBeLessThanOrEqual(70);
    expect(wrapAtMost(2, 'một hai', 70, 12)).toEqual(['một hai']);
  });
});
