// What goes wrong in the browser is written where a developer looks; a line that is down is no fault.

import type { HandleClientError } from '@sveltejs/kit/hooks';

export const handleError: HandleClientError = (caught) => {
  const isLineDown =
    caught.error instanceof TypeError && /fetch|network|load failed/i.test(caught.error.message);
  // oxlint-disable-next-line no-console
  if (caught.kind === 'unknown' && !isLineDown) console.error(caught.error);
};
