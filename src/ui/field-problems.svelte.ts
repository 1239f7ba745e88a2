// What is wrong with single fields of a form: as the browser found before sending, or as the server answered.

import { getContext, setContext } from 'svelte';

/** By the name of the field: what is wrong with it and how to put it right. */
export type FieldProblems = Readonly<Record<string, string>>;

/** Found in the browser, by the id of the control. */
export const found = $state<{ at: FieldProblems }>({ at: {} });

const answered = Symbol('answered');

/** For every field below: what the server said of it. */
export const tellFields = (problems: () => FieldProblems | undefined): void =>
  void setContext(answered, problems);

export const answeredAbove = (): (() => FieldProblems | undefined) =>
  getContext<(() => FieldProblems | undefined) | undefined>(answered) ?? (() => undefined);
