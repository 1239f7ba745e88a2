// `npm run properties`: every property with many more cases than a test run has time for.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, mergeConfig } from 'vitest/config';
import usual from '../../vitest.config.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = globSync('{src,scripts}/**/*.test.ts', { cwd: root }).filter((file) =>
  readFileSync(`${root}/${file}`, 'utf8').includes("from 'fast-check'"),
);

export default mergeConfig(
  { ...usual, test: { ...usual.test, include: [] } },
  defineConfig({
    resolve: {
      alias: [{ find: /^fast-check$/, replacement: `${import.meta.dirname}/many-cases.ts` }],
    },
    test: { root, include: files, testTimeout: 3_600_000, hookTimeout: 600_000 },
  }),
);
