// What a request for help says once it is opened: for whom, what would help, how to be reached; all optional but one.

/** For whom; a parent asks otherwise than a child. */
export const forWhom = ['self', 'child', 'family', 'other'] as const;
export type ForWhom = (typeof forWhom)[number];

/** Asked whatever the answer to the first; only `what` is needed. */
export const helpQuestions = ['what', 'since', 'safe', 'reach'] as const;
export type HelpQuestion = (typeof helpQuestions)[number];

/** Signs of one answer; far more than anybody types, so that nothing is cut. */
export const longestAnswer = 8_000;

export type HelpLetter = {
  readonly whom: ForWhom | null;
  readonly answers: Readonly<Partial<Record<HelpQuestion, string>>>;
  /** The hamlet whose door it came through. */
  readonly hamlet: string | null;
  /** Without script the server sealed it: until then it was open in its memory. */
  readonly sealedBy: 'device' | 'server';
};
/** What follows later, by the code. */
export type MoreHelp = Pick<HelpLetter, 'sealedBy'> & { readonly text: string };

export type TypedHelp = Readonly<Record<string, string>>;

export const hasSaidWhat = (typed: TypedHelp): boolean => said(typed, 'what') !== '';

export function helpLetterFrom(
  typed: TypedHelp,
  from: Pick<HelpLetter, 'hamlet' | 'sealedBy'>,
): HelpLetter {
  const answered = helpQuestions
    .map((name) => [name, said(typed, name)] as const)
    .filter(([, text]) => text !== '');
  return {
    whom: forWhom.find((whom) => whom === typed['whom']) ?? null,
    answers: Object.fromEntries(answered),
    ...from,
  };
}

const said = (typed: TypedHelp, name: string): string =>
  (typed[name] ?? '').trim().slice(0, longestAnswer).toWellFormed();
