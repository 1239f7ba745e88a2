// What is typed into the forms of a page, kept in this tab until it is saved, and put back.

import { draftsOf } from '#ui/device/drafts.ts';
import { entriesOf, fillIn } from '#ui/device/form-values.ts';
import { sending } from '#ui/sending.svelte.ts';

export type FormDrafts = {
  readonly keep: (form: HTMLFormElement) => void;
  /** What is saved is forgotten; asked for before the page changes, done after. */
  readonly forgetting: (form: HTMLFormElement) => () => void;
  /** Puts what was typed and never saved back into the forms of a page just opened, and says so. */
  readonly refill: () => void;
};

export function keepForms(person: string, storage: Storage): FormDrafts {
  const drafts = draftsOf(person, storage);
  const wasFilled = (form: HTMLFormElement): boolean => {
    const draft = drafts.find(keyOf(form));
    if (!draft || !fillIn(form, draft.entries)) return false;
    const commandId = commandIdOf(form);
    if (commandId && draft.commandId) commandId.value = draft.commandId;
    return true;
  };
  return {
    keep: (form) =>
      drafts.keep(keyOf(form), {
        entries: entriesOf(form),
        commandId: commandIdOf(form)?.value ?? null,
      }),
    forgetting: (form) => {
      const key = keyOf(form);
      return () => drafts.drop(key);
    },
    refill: () => {
      const filled = [...document.querySelectorAll('form')].filter(isOurs).filter(wasFilled);
      const drop = (): void => {
        filled.forEach((form) => drafts.drop(keyOf(form)));
        location.reload();
      };
      if (filled.length > 0) sending.word = { kind: 'refilled', drop };
    },
  };
}

/** Forms that are a page's actions; those that leave the staff pages go as browsers send them. */
export const isOurs = (form: HTMLFormElement): boolean =>
  form.getAttribute('method')?.toLowerCase() === 'post' && !('sveltekitReload' in form.dataset);

export const commandIdOf = (form: HTMLFormElement): HTMLInputElement | null =>
  form.querySelector<HTMLInputElement>('input[name="commandId"]');

/** Which form of which page this is, and of which record, as it was then. */
function keyOf(form: HTMLFormElement): string {
  const hidden = [...form.querySelectorAll<HTMLInputElement>('input[type="hidden"]')]
    .filter(({ name }) => name !== 'commandId')
    .map(({ name, value }) => `${name}=${value}`);
  return [location.pathname, form.getAttribute('action') ?? '', ...hidden].join('|');
}
