// What every field of a form is told, and what a control needs to be tied to its label, hint and error.
import type { Language } from '#ground/words.ts';

export type FieldProps = {
  readonly label: string;
  readonly name: string;
  readonly language: Language;
  /** The name, unless two forms of one page share it. */
  readonly id?: string | undefined;
  readonly hint?: string | undefined;
  /** What is wrong and how to put it right, in a sentence. */
  readonly error?: string | undefined;
  readonly required?: boolean | undefined;
  /** Where nearly everything may stay empty, saying so at each field is noise. */
  readonly unmarked?: boolean | undefined;
};

/** Spread onto the control itself. */
export type ControlAttributes = {
  readonly id: string;
  readonly name: string;
  readonly required: boolean;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': 'true' | undefined;
};

export function controlAttributes(field: Omit<FieldProps, 'language'>): ControlAttributes {
  const id = field.id ?? field.name;
  const described = [field.hint && `${id}-hint`, field.error && `${id}-error`].filter(Boolean);
  return {
    id,
    name: field.name,
    required: field.required ?? false,
    'aria-describedby': described.join(' ') || undefined,
    'aria-invalid': field.error ? 'true' : undefined,
  };
}
