// What a person typed into a form, as text: handed back whole when the form is refused.

import { beginningOf } from '#ground/incoming.ts';

/** Files are not among them: a browser does not take them back. */
export type Typed = Readonly<Record<string, string>>;

const longestField = 20_000;

export const typedIn = (form: FormData): Typed =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, beginningOf(value, longestField)]] : [],
    ),
  );

/** 'whose member': 'yes' for each box ticked of those that share a name, of which typedIn keeps the last. */
export const boxesIn = (form: FormData, ...names: readonly string[]): Typed =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      names.includes(name) && typeof value === 'string' ? [[`${name} ${value}`, 'yes']] : [],
    ),
  );

/** The files really chosen: an untouched file field sends one empty file without a name. */
export const filesIn = (form: FormData, name: string): readonly File[] =>
  form.getAll(name).filter((value) => value instanceof File && value.size > 0) as File[];

/** '1.222', '991,89' or '991.89' as a number; undefined where it is none, null where it is empty. */
export function numberTyped(text: string | undefined): number | null | undefined {
  const plain = (text ?? '').replace(/\s/g, '');
  if (plain === '') return null;
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)) {
    return Number(plain.replaceAll('.', '').replace(',', '.'));
  }
  return /^\d+([.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : undefined;
}
