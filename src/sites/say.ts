// Refusals, hidden figures and papers as sentences: one place turns a slice's values into words.

import { showNumber } from '#ground/show.ts';
import type { Language } from '#ground/words.ts';
import type { BlueprintRefusal } from './blueprint.ts';
import type { BesideRefusal } from './beside.ts';
import type { CalendarRefusal } from './site-calendar.ts';
import type { Doubt } from './doubt.ts';
import { doubtWords } from './doubt.words.ts';
import type { DutyRefusal } from './duty.ts';
import type { EntryRefusal } from './indicator.ts';
import { siteWords } from './sites.words.ts';
import type { StepRefusal } from './step.ts';
import type { Shown } from './suppress.ts';

/** Every refusal a command of this slice may answer with. */
export type SiteRefusal =
  | 'forbidden'
  | 'not-found'
  | BesideRefusal
  | BlueprintRefusal
  | CalendarRefusal
  | DutyRefusal
  | EntryRefusal
  | StepRefusal;

export function sayRefusal(refusal: SiteRefusal, language: Language): string {
  const words = siteWords[language];
  if (typeof refusal === 'string') return words.refusal[refusal];
  if ('missingParts' in refusal) {
    return words.refusal.partsMissing(
      refusal.missingParts.map((part) => words.missingPart[part]).join(', '),
    );
  }
  if ('besides' in refusal) {
    return words.refusal.siteStandsThere(refusal.besides.map(({ title }) => title).join('; '));
  }
  return words.refusal.evidenceMissing(
    refusal.missingEvidence.map((key) => words.requirement[key]).join('; '),
  );
}

/** '1.222', 'dưới 10', 'không công bố'. */
export function sayShown(shown: Shown, language: Language): string {
  const words = siteWords[language].shown;
  if (shown.kind === 'below') return words.below(shown.below);
  return shown.kind === 'withheld' ? words.withheld : showNumber(shown.value, language);
}

export const sayDoubt = ({ key, about }: Doubt, language: Language): string =>
  doubtWords[language][key](about);
