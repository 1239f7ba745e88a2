// The service worker of the daily notice: always the one sentence that the page promises.

import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { noticeWords } from '../duty.words.ts';
import { noticeWorker } from './notice-worker.ts';

type Shown = readonly [title: string, options: { readonly body: string }];

/** What it shows when something is pushed to it. */
function shownBy(source: string, data: unknown): readonly Shown[] {
  const shown: Shown[] = [];
  const listeners = new Map<string, (event: object) => void>();
  const addEventListener = (kind: string, listener: (event: object) => void): void =>
    void listeners.set(kind, listener);
  const registration = { showNotification: (...parts: Shown) => shown.push(parts) };
  runInNewContext(source, { addEventListener, registration });
  listeners.get('push')?.({ data, waitUntil: () => undefined });
  return shown;
}

describe('the service worker', () => {
  test.each(['vi', 'en'] as const)('shows the one sentence of the page (%s)', (language) => {
    const { title, body } = noticeWords[language];
    expect(shownBy(noticeWorker(language), null)).toMatchObject([[title, { body }]]);
  });
  test('shows nothing of what a server might send', () => {
    const sent = { text: () => 'Ba tin mới', json: () => ({ body: 'Ba tin mới' }) };
    const source = noticeWorker('vi');
    expect(shownBy(source, sent)).toEqual(shownBy(source, null));
  });
  test('keeps nothing and asks for nothing', () => {
    expect(noticeWorker('vi')).not.toMatch(/fetch|caches|indexedDB|importScripts|event\.data/);
  });
});
