// Sentences in two languages: a slice's words exist in Vietnamese and English or do not compile.

export type Language = 'vi' | 'en';

type Sentence = string | ((...values: never[]) => string);
export type Words = { readonly [key: string]: Sentence | Words };

type Translated<W> = {
  readonly [K in keyof W]: W[K] extends (...values: infer V) => string
    ? (...values: V) => string
    : W[K] extends string
      ? string
      : Translated<W[K]>;
};

/** Declares a slice's words. The English must have every key of the Vietnamese, and no other. */
export const words = <const W extends Words>(
  vi: W,
  en: Translated<W>,
): { readonly vi: Translated<W>; readonly en: Translated<W> } => ({
  // The only cast: a literal type widened to its own shape.
  vi: vi as unknown as Translated<W>,
  en,
});
