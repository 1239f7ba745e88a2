// Brings the answer to what was just sent to whoever sent it: into view, and under the focus.

/** False where the page gives none. */
export function showAnswer(): boolean {
  const answer = ['.notice[data-answer="error"]', '.notice[data-answer]', '[aria-invalid="true"]']
    .map((which) => document.querySelector<HTMLElement>(`main ${which}`))
    .find((found) => found !== null);
  if (!answer) return false;
  answer.focus({ preventScroll: true });
  answer.scrollIntoView({ block: 'center' });
  return true;
}
