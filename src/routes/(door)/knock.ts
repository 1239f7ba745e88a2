// Who knocks is told apart from others for an hour, and never known.

import type { RequestEvent } from '@sveltejs/kit';
import { findId } from '#ground/id.ts';
import type { Knock } from '#sealed/knock.ts';

/** Said in headers, so that the body is read only when its turn has come. */
export const knockOf = (event: RequestEvent): Knock => ({
  address: event.getClientAddress(),
  commandId: findId(event.request.headers.get('x-command')),
  proof: event.request.headers.get('x-proof') ?? undefined,
  bytes: Number(event.request.headers.get('content-length')) || undefined,
});
