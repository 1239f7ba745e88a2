// What is due, in a sentence: what it is, by when, until when it may be put off, or since when it is late.

import { showDay } from '#ground/show.ts';
import type { Language } from '#ground/words.ts';
import { tipNames } from '#law/names/tip.words.ts';
import { deskWords } from '#tips/desk.words.ts';
import type { Due } from '#tips/due.ts';

export function sayDue({ key, day, later, isLate }: Due, language: Language): string {
  const own = deskWords[language];
  const names: Readonly<Record<string, string>> = tipNames[language];
  const what = names[key] ?? key;
  const last = later.at(-1);
  if (isLate) return own.lateSince(what, showDay(last?.day ?? day));
  const by = own.dueBy(what, showDay(day));
  return last && last.day > day ? `${by}. ${own.upTo(showDay(last.day))}` : by;
}
