// What the browser holds against a field, said in the page's own language and place, and counted in signs.

import type { FieldProblems } from '../field-problems.svelte.ts';

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
export type FieldSentences = {
  readonly choose: string;
  readonly tick: string;
  readonly file: string;
  readonly missing: string;
  readonly tooLong: (most: string, has: string) => string;
  readonly notNumber: (typed: string) => string;
  readonly mail: string;
  readonly other: string;
};

/** In the order of the page. */
export function problemsIn(form: HTMLFormElement, say: FieldSentences): [Field, string][] {
  return [...form.elements].flatMap((element): [Field, string][] => {
    if (!isField(element) || !element.willValidate) return [];
    const sentence = sentenceOf(element, say);
    return sentence === undefined ? [] : [[element, sentence]];
  });
}

export const byId = (problems: readonly [Field, string][]): FieldProblems =>
  Object.fromEntries(problems.map(([field, sentence]) => [field.id, sentence]));

const isField = (element: Element): element is Field =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLSelectElement ||
  element instanceof HTMLTextAreaElement;

function sentenceOf(field: Field, say: FieldSentences): string | undefined {
  const most = Number(field.dataset['most'] ?? Infinity);
  if (field.value.length > most) return say.tooLong(shown(most), shown(field.value.length));
  const { validity } = field;
  if (validity.valid) return undefined;
  if (validity.customError) return field.validationMessage;
  if (validity.valueMissing) return missing(field, say);
  if (validity.patternMismatch && field.inputMode !== '') return say.notNumber(field.value);
  return validity.typeMismatch ? say.mail : say.other;
}

const shown = (count: number): string => count.toLocaleString('vi-VN');

function missing(field: Field, say: FieldSentences): string {
  if (field.type === 'radio' || field instanceof HTMLSelectElement) return say.choose;
  if (field.type === 'checkbox') return say.tick;
  return field.type === 'file' ? say.file : say.missing;
}
