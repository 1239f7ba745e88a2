// The thread in which files are read: what a bad file can exhaust is only this thread's share.

import { parentPort } from 'node:worker_threads';
import { done, type Outcome } from '#ground/outcome.ts';
import type { Reading, ReadRefusal } from '../plan.ts';
import { readPlan } from '../read-plan.ts';
import { extract } from './extract.ts';

export type ReadingTask = { readonly bytes: Uint8Array; readonly fileName: string };

parentPort?.on('message', (task: ReadingTask) => {
  // A rejection here is a bug in the rules of reading; it ends the thread and reaches readFile.
  void read(task).then((outcome) => parentPort?.postMessage(outcome));
});

async function read({ bytes, fileName }: ReadingTask): Promise<Outcome<Reading, ReadRefusal>> {
  const text = await extract(bytes, fileName);
  if (!text.ok) return text;
  const plan = readPlan(text.value);
  return plan.ok ? done({ text: text.value, plan: plan.value }) : plan;
}
