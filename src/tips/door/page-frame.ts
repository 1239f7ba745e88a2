// The frame of the door's pages: everything a page needs to be usable comes in this one answer.

import type { Language } from '#ground/words.ts';
import { doorWords } from './door.words.ts';
import { html, type Html } from './html.ts';

/** Files of this house that load after the page is usable. */
export type Scripts = { readonly door: string; readonly sealing: string };

export type Frame = {
  readonly language: Language;
  /** Without the language: '/t/…' */
  readonly path: string;
  /** As it is typed: 'binhyen.example' */
  readonly host: string;
  readonly css: string;
  /** None where there is nothing for a script to do. */
  readonly scripts?: Scripts | undefined;
};

/** A page everybody knows, that says nothing about whoever was here. */
const elsewhere = 'https://vi.wikipedia.org/wiki/Trang_Ch%C3%ADnh';

export const inLanguage = (path: string, language: Language): string =>
  language === 'vi' ? path : `${path}?language=${language}`;

/** `data` is read by the script; it holds nothing that is not on the page already. */
export function pageOf(frame: Frame, data: Readonly<Record<string, string>>, main: Html): string {
  const { language, css, scripts } = frame;
  const own = doorWords[language];
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="format-detection" content="telephone=no">
<meta name="robots" content="noindex">
<title>${own.title}</title>
<link rel="icon" href="data:,">
<style>${{ html: css }}</style>
${
  scripts &&
  html`<script src="${scripts.door}" defer></script>
    ${loadEarly(scripts)}`
}
</head>
<body${dataOf({ ...data, ...(scripts && { sealing: scripts.sealing }) })}>
${header(frame)}
<main>${main}</main>
</body>
</html>`.html;
}

/** So that a line that drops while somebody writes keeps nobody from sealing. */
const loadEarly = ({ sealing }: Scripts): Html =>
  html`<link rel="preload" as="script" href="${sealing}" fetchpriority="low" />`;

function header({ language, path }: Frame): Html {
  const own = doorWords[language];
  const other = language === 'vi' ? 'en' : 'vi';
  return html`<header>
    <a class="button exit" href="${elsewhere}" rel="noreferrer" title="${own.exitKeys}"
      >${own.exit}</a
    >
    <a class="language" href="${inLanguage(path, other)}" lang="${other}" hreflang="${other}"
      >${other === 'en' ? 'English' : 'Tiếng Việt'}</a
    >
  </header>`;
}

const kebab = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const dataOf = (data: Readonly<Record<string, string>>): readonly Html[] =>
  Object.entries(data).map(([name, value]) => html` data-${kebab(name)}="${value}"`);
