// The person's copy of their file, as they read it: consent first.

import { showDay } from '#ground/show.ts';
import type { Language } from '#ground/words.ts';
import { stateOfReferral, type SupportFile } from '../support.ts';
import { supportWords } from '../support.words.ts';
import { helpAnswerWords } from './help-answers.words.ts';

export type Section = { readonly title: string; readonly text: string };

/** Only what stands in it; an empty part is not shown. */
export function sectionsOf(file: SupportFile, language: Language): readonly Section[] {
  const [own, said] = [helpAnswerWords[language], supportWords[language]];
  const { consent } = file;
  const kinds = consent.kinds.map((kind) => said.kinds[kind]).join(', ');
  const referrals = file.referrals.map((referral) => {
    const { service, to } = referral;
    return `${said.services[service]}: ${to} (${said.states[stateOfReferral(referral)]})`;
  });
  const reminders = file.reminders.filter(({ isDone }) => !isDone);
  return [
    { title: own.keptBy(consent.helper), text: own.fileUntil(showDay(consent.until)) },
    { title: own.purpose, text: [consent.purpose, kinds].filter(Boolean).join('\n') },
    { title: own.plan, text: file.plan },
    { title: own.visits, text: lines(file.visits) },
    { title: own.referrals, text: referrals.join('\n') },
    { title: own.reminders, text: lines(reminders) },
  ].filter(({ text }) => text !== '');
}

const lines = (of: SupportFile['visits']): string =>
  of.map(({ on, text }) => `${showDay(on)}: ${text}`).join('\n');
