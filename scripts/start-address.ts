// Whose request it is: the nearest address that one of our own proxies has not written itself.

import type { IncomingMessage } from 'node:http';

/** Set by us on every request, whatever the sender wrote there. */
export const addressHeader = 'x-binh-yen-address';

/**
 * Every proxy of ours adds the address it was asked from at the end of X-Forwarded-For; what stands
 * before those was written by the sender and is worth nothing.
 */
export function addressOf(
  {
    headers,
    socket,
  }: Pick<IncomingMessage, 'headers'> & {
    readonly socket: { readonly remoteAddress?: string | undefined };
  },
  proxies: number,
): string {
  const nearest = socket.remoteAddress ?? '';
  if (proxies === 0) return nearest;
  const named = [headers['x-forwarded-for'] ?? ''].flat().join(',').split(',');
  return named.at(-proxies)?.trim() || nearest;
}
