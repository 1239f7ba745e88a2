// What an operator writes while a caller talks, as the letter that those on duty open: one shape for every door.

import type { IdentityLetter, TipLetter } from './door/letter.ts';

/** What the law wants noted of a report by telephone; only the first is needed. */
export const asked = ['what', 'where', 'when', 'who', 'how'] as const;
export const details = [
  'witnesses',
  'victims',
  'flight',
  'tools',
  'scene',
  'speaking',
  'refused',
] as const;

export type CallField = (typeof asked)[number] | (typeof details)[number] | 'name' | 'contact';
export type CallSheet = Readonly<Partial<Record<CallField, string>>>;

/** `labels` name the details in the letter, in the language it is written in. */
export function letterOfCall(
  sheet: CallSheet,
  aboutOfficial: boolean,
  labels: Readonly<Record<(typeof details)[number], string>>,
): TipLetter {
  const detail = details
    .flatMap((field) => (said(sheet, field) ? [`${labels[field]}: ${said(sheet, field)}`] : []))
    .join('\n');
  const answers = asked.flatMap((field) =>
    said(sheet, field) ? [[field, said(sheet, field)] as const] : [],
  );
  return {
    crime: null,
    answers: { ...Object.fromEntries(answers), ...(detail && { detail }) },
    hamlet: null,
    aboutOfficial,
    files: [],
    sealedBy: 'device',
  };
}

/** Sealed apart from the rest. */
export function identityOfCall(sheet: CallSheet): IdentityLetter | undefined {
  const [name, contact] = [said(sheet, 'name'), said(sheet, 'contact')];
  return name || contact ? { name, contact } : undefined;
}

export const hasSaidWhat = (sheet: CallSheet): boolean => said(sheet, 'what') !== '';

const said = (sheet: CallSheet, field: CallField): string =>
  (sheet[field] ?? '').trim().toWellFormed();
