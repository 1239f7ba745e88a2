// What every staff page can do before, and without, the rest of its script: close the menu, empty the tab at the way out, lead to the answer.

/** Of the account, where it stands open. */
const menuOf = () => document.querySelector('header details[open]');

document.addEventListener('click', ({ target }) => {
  const menu = menuOf();
  if (target instanceof Node && !menu?.contains(target)) menu?.removeAttribute('open');
});

document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') menuOf()?.removeAttribute('open');
});

// Whoever sits down here next finds nothing that was typed (device/drafts.ts).
document.addEventListener(
  'submit',
  ({ target }) => {
    if (!(target instanceof HTMLFormElement) || target.getAttribute('action') !== '/sign-out')
      return;
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith('draft ')) sessionStorage.removeItem(key);
  },
  { capture: true },
);

/** @type {HTMLElement | null} */
const answer = document.querySelector('main .notice[data-answer]');
answer?.focus();
