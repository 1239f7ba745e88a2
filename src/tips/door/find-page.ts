// Where the door of one's own commune is found by its name, without script; danger comes first.

import type { doorWords } from './door.words.ts';
import { findDoorWords } from './find-door.words.ts';
import { html, type Html } from './html.ts';
import { inLanguage, pageOf, type Frame } from './page-frame.ts';

/** Of tips, or of help. */
export type DoorKind = 'tips' | 'help';
export type FoundDoor = {
  /** '/t/…' */
  readonly path: string;
  /** 'Xã Phú Thịnh' */
  readonly name: string;
  /** 'tỉnh Thái Nguyên' */
  readonly within: string;
};
export type Finding = {
  readonly kind: DoorKind;
  /** As typed; nothing where nobody asked yet: then the doors are those with somebody on duty. */
  readonly text: string;
  readonly doors: readonly FoundDoor[];
  /** Whom to call at once: 113, or 115 at the door of help. */
  readonly first: Html;
};
type Own = (typeof findDoorWords)['vi'];

export function findPage(frame: Frame, finding: Finding): string {
  const own = findDoorWords[frame.language];
  const { kind } = finding;
  return pageOf(
    frame,
    {},
    html`<h1>${own[kind]}</h1>
      <section class="choice">
        <ul class="ways">
          <li>${finding.first}</li>
        </ul>
        <p>${kind === 'tips' ? own.tipsHow : own.helpHow}</p>
        ${searchForm(frame, own, finding.text)} ${doorList(frame, own, finding)}
        ${otherWays(frame, own, kind)}
      </section>`,
  );
}

/** What is happening now is not written but called. */
export const callNow = (own: (typeof doorWords)['vi']): Html =>
  html`<a class="way now" href="tel:113"><b>${own.now}</b>${own.nowHow}</a>`;

const searchForm = ({ path, language }: Frame, own: Own, text: string): Html =>
  html`<form method="get" action="${path}" role="search">
    ${language !== 'vi' && html`<input type="hidden" name="language" value="${language}" />`}
    <label
      ><b>${own.ask}</b><small>${own.askHow}</small
      ><input name="q" value="${text}" maxlength="80" autocomplete="off" spellcheck="false"
    /></label>
    <button class="button">${own.search}</button>
  </form>`;

function doorList({ language }: Frame, own: Own, { text, doors }: Finding): Html {
  if (doors.length === 0) return nothing(own, text);
  return html`<h2>${text === '' ? own.open : own.found(text)}</h2>
    <ul class="ways">
      ${doors.map(
        ({ path, name, within }) =>
          html`<li>
            <a class="way" href="${inLanguage(path, language)}"><b>${name}</b>${within}</a>
          </li>`,
      )}
    </ul>`;
}

const nothing = (own: Own, text: string): Html =>
  text === ''
    ? html`<p class="note">${own.nobody}</p>`
    : html`<p class="note" role="status"><b>${own.none(text)}</b> ${own.noneHow}</p>`;

const otherWays = ({ language }: Frame, own: Own, kind: DoorKind): Html => {
  const [answers, other] = kind === 'tips' ? ['/t/answers', '/h'] : ['/h/answers', '/t'];
  return html`<p>
    <a class="more" href="${inLanguage(answers, language)}">${own.answers}</a><br /><a
      class="more"
      href="${inLanguage(other, language)}"
      >${kind === 'tips' ? own.toHelp : own.toTips}</a
    >
  </p>`;
};
