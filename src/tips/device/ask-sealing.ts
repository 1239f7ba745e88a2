// Asks the sealing script for something and waits for its answer.

import type { Jobs } from './sealing-jobs.ts';

type Input<J extends keyof Jobs> = Parameters<Jobs[J]>[0];
/** Fails where the script did not load or could not do it: nothing is sent then. */
export type Ask = <J extends keyof Jobs>(
  job: J,
  input: Input<J>,
) => Promise<Awaited<ReturnType<Jobs[J]>>>;

type Answered = { readonly id: number; readonly value?: unknown; readonly failed?: string };
type Waiting = {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
};

/** One worker for the page, started at the first question; a failed start is tried again. */
export function askerOf(address: string): Ask {
  let worker: Worker | undefined;
  let last = 0;
  const waiting = new Map<number, Waiting>();
  const start = (): Worker => {
    const started = new Worker(address);
    started.onmessage = ({ data }: MessageEvent<Answered>) => settle(waiting, data);
    started.onerror = () => {
      worker = undefined;
      for (const { reject } of waiting.values()) reject(new Error('the sealing script failed'));
      waiting.clear();
    };
    return started;
  };
  return (job, input) =>
    new Promise((resolve, reject) => {
      worker ??= start();
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ id: last, job, input });
    });
}

function settle(waiting: Map<number, Waiting>, { id, value, failed }: Answered): void {
  const asked = waiting.get(id);
  waiting.delete(id);
  if (failed === undefined) asked?.resolve(value as never);
  else asked?.reject(new Error(failed));
}
