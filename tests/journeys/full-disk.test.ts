// The disk is full: who saves something is told that nothing was saved, and nothing was; later it works again.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { uiWords } from '#ui/ui.words.ts';
import { comeIn } from './map-of-the-app.ts';
import { asText, writePlan } from './plan-on-paper.ts';
import { startApp, type RunningApp } from './running-app.ts';

const folder = mkdtempSync(join(tmpdir(), 'binh-yen-full-'));
const mark = join(folder, 'full');
afterAll(() => rmSync(folder, { recursive: true }));

const fullAtTimes = (): Promise<RunningApp> =>
  startApp({
    NODE_OPTIONS: `--import=${import.meta.dirname}/full-disk.ts`,
    FULL_DISK: mark,
    BINH_YEN_LANG: 'vi',
  });

/** As the form of a page sends a plan. */
function bring({ address }: RunningApp, cookie: string): Promise<Response> {
  const { name, mimeType, buffer } = asText(writePlan());
  const form = new FormData();
  form.append('commandId', crypto.randomUUID());
  form.append('file', new File([new Uint8Array(buffer)], name, { type: mimeType }));
  const headers = { origin: address, cookie, accept: 'text/html' };
  const sent = { method: 'POST', body: form, headers, redirect: 'manual' } as const;
  return fetch(`${address}/staff/plans`, sent);
}

test(
  'a plan for which there is no room is not kept, and its bringer is told so',
  { timeout: 240_000 },
  async () => {
    const app = await fullAtTimes();
    try {
      const cookie = await comeIn(app, 'can-bo-tinh');
      writeFileSync(mark, '');
      const refused = await bring(app, cookie);
      expect(refused.status).toBe(507);
      expect(await refused.text()).toContain(uiWords.vi.error.noRoom);
      rmSync(mark);
      expect((await bring(app, cookie)).status).toBe(303);
    } finally {
      await app.stop();
    }
  },
);
