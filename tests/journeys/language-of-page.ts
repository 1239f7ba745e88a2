// Which of our sentences a page says, so that one in the wrong language is found.

import type { Page } from 'playwright-core';
import type { Language, Words } from '#ground/words.ts';

type Slice = Readonly<Record<Language, Words>>;

const slices = Object.values(
  import.meta.glob<Readonly<Record<string, Slice>>>('../../src/**/*.words.ts', { eager: true }),
).flatMap((module) => Object.values(module).filter((one) => 'vi' in one && 'en' in one));

/**
 * Whether a text is one of our sentences in this language and in no other. Only whole texts are
 * compared: what people have written, in whichever language, is theirs.
 */
export function sentencesOnlyIn(language: Language): (text: string) => boolean {
  const own = patterns[language];
  const others = patterns[language === 'vi' ? 'en' : 'vi'];
  const isIn = (sentences: readonly RegExp[], text: string): boolean =>
    sentences.some((sentence) => sentence.test(text));
  return (text) => isIn(own, text) && !isIn(others, text);
}

const patternsOf = (words: Words): readonly RegExp[] =>
  Object.values(words).flatMap((word) => {
    if (typeof word === 'object') return patternsOf(word);
    const sentence = typeof word === 'string' ? word : filledIn(word);
    return sentence === undefined ? [] : [patternOf(sentence)];
  });

/** Stands where a sentence takes a value. */
const value = '\uE000';

/** Undefined where it wants to calculate with its values, or says hardly anything without them. */
function filledIn(say: (...values: never[]) => string): string | undefined {
  try {
    const sentence = say(...([value, value, value, value] as never[]));
    return sentence.replaceAll(value, '').replace(/\P{L}/gu, '').length < 6 ? undefined : sentence;
  } catch {
    return undefined;
  }
}

const patternOf = (sentence: string): RegExp =>
  new RegExp(
    `^${sentence
      .split(value)
      .map((part) => RegExp.escape(part))
      .join('.+')}$`,
    'u',
  );

const patterns = {
  vi: slices.flatMap(({ vi }) => patternsOf(vi)),
  en: slices.flatMap(({ en }) => patternsOf(en)),
};

/**
 * Every text of a page and what it only tells those who listen; not what is marked as another
 * language, such as a paper, nor what quotes it, nor a value shown as it is kept.
 */
export const saysOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const isOurs = (element: Element | null): boolean =>
      element?.closest('body [lang], [translate=no], textarea, script') === null;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [document.title];
    while (walker.nextNode()) {
      if (isOurs(walker.currentNode.parentElement))
        texts.push(walker.currentNode.textContent ?? '');
    }
    for (const element of document.body.querySelectorAll('[aria-label], [alt], [placeholder]')) {
      if (!isOurs(element)) continue;
      for (const name of ['aria-label', 'alt', 'placeholder'])
        texts.push(element.getAttribute(name) ?? '');
    }
    const plain = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();
    const papers = [...document.body.querySelectorAll('article[lang] *')];
    const quoted = new Set(['', ...papers.map(({ textContent }) => plain(textContent))]);
    return texts.map(plain).filter((text) => !quoted.has(text));
  });
