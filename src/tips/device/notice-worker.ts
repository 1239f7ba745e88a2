// The script of the service worker that shows the daily notice: one sentence, whatever is pushed to it.

import type { Language } from '#ground/words.ts';
import { noticeWords } from '../duty.words.ts';

/** It reads nothing of what came, keeps nothing, asks for nothing; a press opens the page of the day. */
export function noticeWorker(language: Language): string {
  const { title, body } = noticeWords[language];
  const options = { body, lang: language, tag: 'duty', icon: '/favicon.svg' };
  return `addEventListener('push', (event) => {
  event.waitUntil(registration.showNotification(${JSON.stringify(title)}, ${JSON.stringify(options)}));
});
addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(clients.openWindow('/staff'));
});
`;
}
