// How every form of the staff pages is sent: once, kept until it is saved, and with its answer brought into view.

import { tick } from 'svelte';
import { enhance, type ActionResult, type SubmitFunction } from '$app/forms';
import { byId, problemsIn, type FieldSentences } from '#ui/device/check-fields.ts';
import { showAnswer } from '#ui/device/show-answer.ts';
import { found, type FieldProblems } from '#ui/field-problems.svelte.ts';
import { sending } from '#ui/sending.svelte.ts';
import { commandIdOf, isOurs, keepForms, type FormDrafts } from './form-drafts.ts';

type Failed = Extract<ActionResult, { type: 'error' }>;
type Update = (options: { reset: boolean; refreshAll?: boolean }) => Promise<void>;

/** Seconds after which what got no answer is sent again, the last of them over and over. */
const pauses = [4, 10, 30];

/** Raised by each thing saved, so that a page stands there as if newly opened. */
export const saves = $state({ count: 0 });

/** Addresses of pages that say by themselves that something was saved. */
const saysItself = /[?&](?:saved|made|already)\b/;

export type FormSender = {
  readonly onSubmit: (event: Event) => void;
  readonly onInput: (event: Event) => void;
  /** Before anything is sent; said in the page's own language and place, not the browser's. */
  readonly onInvalid: (event: Event) => void;
  /** The line is back. */
  readonly onOnline: () => void;
  readonly refill: () => void;
};

export function sendForms(person: string, say: () => FieldSentences): FormSender {
  const drafts = keepForms(person, sessionStorage);
  const line = openLine();
  const known = new WeakSet<HTMLFormElement>();

  const submit: SubmitFunction = ({ formElement, submitter, cancel }) => {
    if (sending.button) return cancel();
    line.begin();
    sending.button = submitter ?? formElement;
    drafts.keep(formElement);
    return async ({ result, update }) => {
      const forget = drafts.forgetting(formElement);
      if (result.type === 'error') line.failed(result, formElement, submitter);
      else await take(result, 'refresh' in formElement.dataset, update, forget);
      sending.button = null;
    };
  };

  return {
    onSubmit: (event) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement)) return;
      if (!isOurs(form)) return;
      if (isChecked(event, form) && isWrong(form, say())) {
        event.preventDefault();
        return event.stopImmediatePropagation();
      }
      if (known.has(form)) return;
      known.add(form);
      enhance(form, submit);
    },
    onInput: ({ target: field }) => {
      keepAround(field, drafts);
      if (field instanceof Element && field.id in found.at) found.at = without(field.id);
    },
    onInvalid: (event) => {
      const form = event.target instanceof Element ? event.target.closest('form') : null;
      if (form && isOurs(form) && isWrong(form, say())) event.preventDefault();
    },
    onOnline: line.back,
    refill: drafts.refill,
  };
}

/** A button that only goes a step further in a form takes it as it is. */
const isChecked = (event: Event, form: HTMLFormElement): boolean => {
  const { submitter } = event as SubmitEvent;
  return !form.noValidate && !(submitter instanceof HTMLButtonElement && submitter.formNoValidate);
};

/** Says of each field what is wrong with it, and leads to the first. */
function isWrong(form: HTMLFormElement, say: FieldSentences): boolean {
  const problems = problemsIn(form, say);
  found.at = byId(problems);
  const [first] = problems[0] ?? [];
  first?.focus({ preventScroll: true });
  first?.scrollIntoView({ block: 'center' });
  return first !== undefined;
}

const without = (id: string): FieldProblems =>
  Object.fromEntries(Object.entries(found.at).filter(([other]) => other !== id));

function keepAround(field: EventTarget | null, drafts: FormDrafts): void {
  const form = field instanceof Element ? field.closest('form') : null;
  if (form && isOurs(form)) drafts.keep(form);
}

async function take(
  result: Exclude<ActionResult, Failed>,
  refreshes: boolean,
  update: Update,
  forget: () => void,
): Promise<void> {
  const leadsTo = result.type === 'redirect' ? result.location : undefined;
  if (leadsTo?.startsWith('/sign-in')) return location.assign(leadsTo);
  await update({ reset: false, ...(result.type === 'failure' && { refreshAll: refreshes }) });
  if (result.type !== 'failure') forget();
  if (result.type === 'success') saves.count += 1;
  await tick();
  if (!showAnswer() && leadsTo && !saysItself.test(leadsTo)) sending.word = { kind: 'saved' };
}

/** What to do while no answer comes: the form stands as it was, and is sent again. */
function openLine(): {
  readonly begin: () => void;
  readonly failed: (result: Failed, form: HTMLFormElement, submitter: HTMLElement | null) => void;
  readonly back: () => void;
} {
  let again: (() => void) | undefined;
  let tries = 0;
  return {
    begin: () => {
      again = undefined;
      sending.word = null;
    },
    failed: (result, form, submitter) => {
      const sentence = sentenceOf(result);
      if (sentence) {
        sending.word = { kind: 'refused', sentence };
        return;
      }
      const mine = (): void => {
        if (form.isConnected) form.requestSubmit(submitter);
      };
      again = mine;
      sending.word = { kind: 'unsent', again };
      // Sent again by itself only where twice is as good as once.
      if (!commandIdOf(form)) return;
      const pause = pauses[Math.min(tries++, pauses.length - 1)] ?? 30;
      setTimeout(() => again === mine && mine(), pause * 1000);
    },
    back: () => again?.(),
  };
}

/** Undefined where there was no answer at all, or only a proxy's word that ours gave none. */
function sentenceOf({ status, error }: Failed): string | undefined {
  const { message, status: answered } = error as { message: string; status?: number };
  return status === undefined && (answered ?? 500) >= 500 ? undefined : message;
}
