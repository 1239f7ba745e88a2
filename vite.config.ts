// How the web application is built: SvelteKit's own settings live here too.
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  environments: {
    client: {
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              // On a bad line a request costs more than a kilobyte: what many pages use comes in two
              // files, kept by the browser from then on; the rest with its page.
              groups: [
                { name: 'svelte', test: /\/node_modules\/(?:svelte|clsx|esm-env)\//, priority: 2 },
                { name: 'house', test: /^(?!.*\/node_modules\/).*\/src\//, minShareCount: 10 },
              ],
            },
          },
        },
      },
    },
  },
  plugins: [
    sveltekit({
      adapter: adapter({ out: 'build' }),
      // Pages carry their styles: one request instead of eight on a bad line.
      inlineStyleThreshold: 16_384,
      csp: {
        mode: 'auto',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          // Charts and Svelte set styles on elements; no style can send anything anywhere.
          'style-src': ['self', 'unsafe-inline'],
          'img-src': ['self', 'data:', 'blob:'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
        },
      },
    }),
  ],
});
