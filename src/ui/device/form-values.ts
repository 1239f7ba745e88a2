// What a person typed into a form, read from its fields and put back into them.

/** One field: which of those with its name, and what stands in it. */
type Entry = readonly [name: string, nth: number, value: string | boolean];
export type Entries = readonly Entry[];

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Never kept: secrets, files (a browser takes none back), and what the page itself puts there. */
const leftOut = new Set(['password', 'hidden', 'file', 'submit', 'button', 'image', 'reset']);
const secret = /^(?:one-time-code|(?:current|new)-password)$/;

export const entriesOf = (form: HTMLFormElement): Entries =>
  fieldsOf(form).map(([field, nth]) => [field.name, nth, valueOf(field)]);

/** Whether anything stands differently now. */
export function fillIn(form: HTMLFormElement, entries: Entries): boolean {
  const kept = new Map(entries.map(([name, nth, value]) => [`${nth} ${name}`, value]));
  const changed = fieldsOf(form).filter(([field, nth]) => {
    const value = kept.get(`${nth} ${field.name}`);
    return value !== undefined && value !== valueOf(field) && put(field, value);
  });
  // Heard by whoever shows something that depends on it.
  for (const [field] of changed)
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
  return changed.length > 0;
}

function fieldsOf(form: HTMLFormElement): [Field, number][] {
  const seen = new Map<string, number>();
  return [...form.elements].filter(isKept).map((field) => {
    const nth = seen.get(field.name) ?? 0;
    seen.set(field.name, nth + 1);
    return [field, nth];
  });
}

function isKept(element: Element): element is Field {
  if (!(element instanceof HTMLInputElement)) {
    const isField = element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement;
    return isField && element.name !== '';
  }
  return element.name !== '' && !leftOut.has(element.type) && !secret.test(element.autocomplete);
}

const isTicked = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio');

const valueOf = (field: Field): string | boolean => (isTicked(field) ? field.checked : field.value);

function put(field: Field, value: string | boolean): true {
  if (isTicked(field)) field.checked = value === true;
  else field.value = String(value);
  return true;
}
