// The way to the doors of tips and help: they read no cookie, so the language stands in the address.

import type { Language } from '#ground/words.ts';

export const doorAt = (path: '/t' | '/h', language: Language): string =>
  language === 'vi' ? path : `${path}?language=${language}`;
