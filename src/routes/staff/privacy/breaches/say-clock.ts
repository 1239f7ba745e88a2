// The clock of a breach in words: hours left, hours late, or when the authority was told.

import { showMoment } from '#ground/show.ts';
import type { Language } from '#ground/words.ts';
import type { BreachClock } from '#privacy/breach.ts';
import { keepingWords } from '#privacy/keeping.words.ts';

export function sayClock(clock: BreachClock, timeZone: string, language: Language): string {
  const own = keepingWords[language].breach;
  const { metAt, isLate, hours } = clock;
  if (metAt === null) return isLate ? own.late(hours) : own.left(hours);
  const at = showMoment(metAt, timeZone);
  return isLate ? own.toldLate(at, hours) : own.toldAt(at);
}

export function stateOfClock({ metAt, isLate }: BreachClock): 'done' | 'overdue' | 'due' {
  if (metAt !== null) return 'done';
  return isLate ? 'overdue' : 'due';
}
