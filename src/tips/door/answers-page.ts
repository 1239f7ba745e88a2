// The page for whoever has a code: what was answered, and a field to add more.

import type { Day } from '#ground/day.ts';
import { showDay } from '#ground/show.ts';
import { answerWords } from './answers.words.ts';
import { doorWords } from './door.words.ts';
import { html, type Html } from './html.ts';
import { inLanguage, pageOf, type Frame } from './page-frame.ts';

export type ShownAnswer = { readonly day: Day; readonly text: string };
/** What the server read out without script; with it the device does all of this itself. */
export type ShownAnswers = {
  readonly code: string;
  readonly status: string;
  readonly answers: readonly ShownAnswer[];
  readonly commandId: string;
  readonly mayAdd: boolean;
};

type Own = (typeof answerWords)['vi'];
type Door = (typeof doorWords)['vi'];

export function answersPage(frame: Frame, shown?: ShownAnswers, says = ''): string {
  const own = answerWords[frame.language];
  const door = doorWords[frame.language];
  const main = html`<h1>${own.heading}</h1>
    <section class="open">
      <p class="note" id="sealing">${own.openedLater}</p>
      ${codeField(frame, own, door, shown?.code)}
      <p id="state" role="status" tabindex="-1">${shown?.status ?? says}</p>
      <div id="letters">
        ${shown?.answers.map((answer) => article(own.answerOn(showDay(answer.day)), answer.text))}
      </div>
    </section>
    <section id="found" ${!shown?.mayAdd && html` hidden`}>
      <h2>${own.more}</h2>
      ${moreForm(frame, own, door, shown)}
    </section>`;
  return pageOf(frame, { sealedHere: own.openedHere }, main);
}

const codeField = ({ path, language }: Frame, own: Own, door: Door, code?: string): Html =>
  html`<form method="post" action="${inLanguage(path, language)}" id="ask">
    <label>
      <b>${own.code}</b>
      <small>${door.typeBackHow}</small>
      <textarea
        name="code"
        id="typed"
        rows="3"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        required
      >
${code}</textarea>
    </label>
    <button class="button">${own.read}</button>
  </form>`;

const moreForm = ({ path, language }: Frame, own: Own, door: Door, shown?: ShownAnswers): Html =>
  html`<form method="post" action="${inLanguage(path, language)}" id="more">
    ${shown && html`<input type="hidden" name="code" value="${shown.code}" /><input type="hidden" name="commandId" value="${shown.commandId}" />`}
    <label><b>${own.moreText}</b><textarea name="text" id="text" rows="5"></textarea></label>
    <div id="files" hidden>
      <label
        >${door.files}<input
          type="file"
          id="chosen"
          multiple
          accept="image/*,audio/*,video/*,application/pdf"
      /></label>
      <p class="soft">${door.voice}</p>
      <ul id="kept"></ul>
    </div>
    <button class="button">${own.send}</button>
  </form>`;

const article = (title: string, text: string): Html =>
  html`<article>
    <h2>${title}</h2>
    <p class="letter">${text}</p>
  </article>`;
