// The parts of the page by their ids; a page without one is a mistake and says so.

export function part<T extends HTMLElement = HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no ${id}`);
  return found as T;
}

/** Shows one screen in the place of the others, and takes the reader there. */
export function showScreen(id: string): void {
  for (const screen of document.querySelectorAll<HTMLElement>('main > section'))
    screen.hidden = screen.id !== id;
  const shown = part(id);
  shown.classList.add('open');
  shown.focus();
  scrollTo({ top: 0 });
}

export const typedIn = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' ? [[name, value]] : [],
    ),
  );

/** Only what is still empty: somebody may have typed before the script was there. */
export function fillEmpty(form: HTMLFormElement, typed: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(typed)) {
    const field = form.elements.namedItem(name);
    if (field instanceof RadioNodeList)
      field.value = field.value && name === 'crime' ? field.value : value;
    else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
      field.value ||= value;
  }
}

/** One at a time: pressed twice it is done once. */
export function onSubmit(
  form: HTMLFormElement,
  act: () => Promise<void>,
  onFailure: () => void,
): void {
  let isBusy = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (isBusy) return;
    isBusy = true;
    void act()
      .catch(onFailure)
      .finally(() => (isBusy = false));
  });
}
