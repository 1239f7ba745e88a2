// Leaves at once: what was typed is gone, the page is empty, and going back does not bring it back.

import { forgetDrafts } from './draft.ts';

export function startQuickExit(link: HTMLAnchorElement): void {
  let lastEscape = -Infinity;
  const leave = (): void => {
    forgetDrafts();
    for (const form of document.forms) form.reset();
    document.body.hidden = true;
    dispatchEvent(new Event('leaving'));
    location.replace(link.href);
  };
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    if (event.timeStamp - lastEscape < slowest) leave();
    lastEscape = event.timeStamp;
  });
}

/** Milliseconds between two keys that belong together. */
const slowest = 1_500;
