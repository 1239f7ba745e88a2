// Once per run of the journeys: the application and the browser they share.

import type { TestProject } from 'vitest/node';
import { ensureChromium } from '../../scripts/chromium.ts';
import { startApp } from './running-app.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the application answers. */
    address: string;
    /** What it printed for whoever tries the demo. */
    demoKey: string;
    /** The browser's program. */
    chromium: string;
  }
}

/** Vitest runs this once, before the journeys, and what it returns after them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('chromium', await ensureChromium());
  const app = await startApp();
  project.provide('address', app.address);
  project.provide('demoKey', app.demoKey);
  return () => app.stop();
}
