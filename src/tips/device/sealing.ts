// The sealing script: a worker of its own, so that the slow step and the keys never stop the page.

import { jobs } from './sealing-jobs.ts';

type Asked = { readonly id: number; readonly job: keyof typeof jobs; readonly input: never };

addEventListener('message', (event: MessageEvent<Asked>) => void answer(event.data));

async function answer({ id, job, input }: Asked): Promise<void> {
  try {
    postMessage({ id, value: await jobs[job](input) });
  } catch (error) {
    // What failed is said on the page, and nothing is sent: see sending.ts.
    postMessage({ id, failed: error instanceof Error ? error.message : 'failed' });
  }
}
