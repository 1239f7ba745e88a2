// What a tip says once it is opened: the questions of the form, and which of them fit which crime.

export const crimes = ['sell', 'organise', 'carry', 'grow', 'lure', 'other'] as const;
export type Crime = (typeof crimes)[number];

/** Asked whatever the crime; only `what` is needed. */
export const questions = ['what', 'where', 'when', 'who', 'how'] as const;
export type Question = (typeof questions)[number];

/** The crimes about which one thing more is asked. */
export const detailed = ['sell', 'organise', 'carry', 'grow', 'lure'] as const satisfies Crime[];

/** Signs of one answer; far more than anybody types, so that nothing is cut. */
export const longestAnswer = 8_000;

/** How far a file was freed of what it says about its maker: see clean/cleaned.ts. */
export type Cleaning = 'cleaned' | 'original';

/** A file that follows the letter in pieces. */
export type LetterFile = {
  readonly uploadId: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes, as sent. */
  readonly size: number;
  readonly pieces: number;
  readonly cleaning: Cleaning;
};

export type TipLetter = {
  readonly crime: Crime | null;
  readonly answers: Readonly<Partial<Record<Question | 'detail', string>>>;
  /** The hamlet whose door it came through. */
  readonly hamlet: string | null;
  readonly aboutOfficial: boolean;
  readonly files: readonly LetterFile[];
  /** Without script the server sealed it: until then it was open in its memory. */
  readonly sealedBy: 'device' | 'server';
};

/** What follows a tip later, by its code. */
export type MoreLetter = {
  readonly text: string;
  readonly files: readonly LetterFile[];
  readonly sealedBy: TipLetter['sealedBy'];
};

/** Sealed apart: opened on request, with a reason and a second person's consent. */
export type IdentityLetter = { readonly name: string; readonly contact: string };

export type TypedTip = Readonly<Record<string, string>>;

export const hasSaidWhat = (typed: TypedTip): boolean => said(typed, 'what') !== '';

/** Every answer that was given is kept, also one to a question of another crime. */
export function letterFrom(
  typed: TypedTip,
  from: Pick<TipLetter, 'hamlet' | 'files' | 'sealedBy'>,
): TipLetter {
  const details = detailed.map((crime) => said(typed, `detail-${crime}`));
  const answered = [
    ...questions.map((name) => [name, said(typed, name)]),
    ['detail', details.filter(Boolean).join('\n')],
  ].filter(([, text]) => text !== '');
  return {
    crime: crimes.find((crime) => crime === typed['crime']) ?? null,
    answers: Object.fromEntries(answered) as TipLetter['answers'],
    aboutOfficial: isAboutOfficial(typed),
    ...from,
  };
}

/** Such a tip is sealed to the province: the commune cannot know that there is one. */
export const isAboutOfficial = (typed: TypedTip): boolean => typed['official'] === 'yes';

export function identityFrom(typed: TypedTip): IdentityLetter | undefined {
  const identity = { name: said(typed, 'name'), contact: said(typed, 'contact') };
  return identity.name || identity.contact ? identity : undefined;
}

const said = (typed: TypedTip, name: string): string =>
  (typed[name] ?? '').trim().slice(0, longestAnswer).toWellFormed();
