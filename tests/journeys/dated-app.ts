// An application whose days a journey can let pass, for what is written today and holds tomorrow.

import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { vi } from 'vitest';
import { dayAt, type Day, type Instant } from '#ground/day.ts';
import { startApp, type RunningApp } from './running-app.ts';

const clock = pathToFileURL(join(import.meta.dirname, 'clock.ts')).href;
const timeZone = 'Asia/Ho_Chi_Minh';

export const today = (): Day => dayAt(new Date().toISOString() as Instant, timeZone);

export const startDatedApp = (): Promise<RunningApp> =>
  startApp({ NODE_OPTIONS: `--import=${clock}`, TZ: timeZone });

/** Whoever was signed in may have to sign in again: a night has passed. */
export async function letADayPass({ processId, said }: RunningApp): Promise<void> {
  const passed = (): number => said().split('clock: ').length;
  const before = passed();
  process.kill(processId, 'SIGUSR2');
  await vi.waitUntil(() => passed() > before, { timeout: 10_000 });
}
