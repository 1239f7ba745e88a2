// What may come in about the daily notice: a browser to send it to, one to stop, and once more now.

import * as v from 'valibot';
import { isId, type CommandId } from '#ground/id.ts';
import { findPushEndpoint, longestEndpoint } from '#ground/push-endpoint.ts';
import type { SubscriptionId } from './duty-notice.ts';

const commandId = v.custom<CommandId>(isId);

export const subscribeInput = v.object({
  commandId,
  endpoint: v.pipe(
    v.string(),
    v.maxLength(longestEndpoint),
    v.check((text) => findPushEndpoint(text) !== undefined),
  ),
});
export type SubscribeInput = v.InferOutput<typeof subscribeInput>;

export const unsubscribeInput = v.object({
  subscriptionId: v.custom<SubscriptionId>(isId),
});

export const askAgainInput = v.object({ commandId });
