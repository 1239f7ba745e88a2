// How the unit, property and store tests run; the pages are tested in a real browser elsewhere.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
    globalSetup: ['src/ground/server/testing-server.ts'],
    // Threads share one process: with two cores, a process for each file takes longer than its tests.
    pool: 'threads',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
