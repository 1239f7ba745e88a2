// What is on its way to the server at this moment, and what became of the last thing that was sent.

/** Said in a place of its own, always in view, by SendingStatus. */
export type Word =
  /** No answer came: what was typed stands, and is sent again. */
  | { readonly kind: 'unsent'; readonly again: () => void }
  /** The server answered with a sentence instead of a page. */
  | { readonly kind: 'refused'; readonly sentence: string }
  /** Saved, on a page that does not say so itself. */
  | { readonly kind: 'saved' }
  /** What was typed before stands in its form again. */
  | { readonly kind: 'refilled'; readonly drop: () => void };

/** Written in the browser alone: on the server it stays as it is here. */
export const sending = $state<{ button: Element | null; word: Word | null }>({
  button: null,
  word: null,
});
