// A sheet just made, as the page shows and prints it: the code in a square and in letters.

import type { RequestEvent } from '@sveltejs/kit';
import { qrSvg } from '#people/qr.ts';
import type { SheetMade } from '#people/server/invitation-commands.ts';

export type ShownSheet = SheetMade & {
  /** Where the code is typed, without it: short enough to copy from paper. */
  readonly page: string;
  readonly qr: string;
};

export function showSheet(
  made: SheetMade,
  { locals, url }: Pick<RequestEvent, 'locals' | 'url'>,
): ShownSheet {
  const page = `${locals.signIn.originFor(url)}/invitation`;
  return { ...made, page, qr: qrSvg(`${page}?code=${made.code}`) };
}
