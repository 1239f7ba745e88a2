// Sends until the server says that it has it: through dropped lines, busy hours and restarts.

import { wait } from './waiting.ts';

export type Taken = { readonly ok: true } & Readonly<Record<string, unknown>>;
export type NotTaken = { readonly ok: false; readonly refusal: string };

export type Post = {
  readonly address: string;
  /** The same every time: its command id makes one of however many arrive. */
  readonly body: object;
  /** Read by the server before the body, to find its place in the queue. */
  readonly commandId?: string;
  readonly proof?: string | undefined;
};

/** Resolves with what the server answered at last, a refusal too. Never gives up on its own. */
export async function send(
  post: Post,
  onWaiting: (waits: boolean) => void,
): Promise<Taken | NotTaken> {
  for (let tries = 0; ; tries += 1) {
    const answer = await once(post);
    onWaiting(answer === undefined);
    if (answer) return answer;
    await wait(tries);
  }
}

/** Milliseconds: a piece takes most of a minute on the slowest lines, and the queue may be long. */
const patience = 180_000;

/** Undefined where there was no line, or the server could not answer now. */
async function once({
  address,
  body,
  commandId,
  proof,
}: Post): Promise<Taken | NotTaken | undefined> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(commandId && { 'x-command': commandId }),
        ...(proof && { 'x-proof': proof }),
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(patience),
    });
    if (response.status >= 500 || response.status === 429) return undefined;
    return (await response.json()) as Taken | NotTaken;
  } catch {
    return undefined;
  }
}
