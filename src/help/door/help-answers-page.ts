// The page of help for whoever has a code: the answers, a field to add more, their own file and taking it back.

import type { Day } from '#ground/day.ts';
import { showDay } from '#ground/show.ts';
import { answerWords } from '#tips/door/answers.words.ts';
import { doorWords } from '#tips/door/door.words.ts';
import { html, type Html } from '#tips/door/html.ts';
import { inLanguage, pageOf, type Frame } from '#tips/door/page-frame.ts';
import { helpAnswerWords } from './help-answers.words.ts';
import type { Section } from './own-copy.ts';

/** What the server read out without script; with it the device does all of this itself. */
export type ShownHelp = {
  readonly code: string;
  readonly status: string;
  readonly answers: readonly { readonly day: Day; readonly text: string }[];
  /** Sections of the person's copy; null where there is no file. */
  readonly file: readonly Section[] | null;
  readonly commandId: string;
  readonly mayAdd: boolean;
};

export function helpAnswersPage(frame: Frame, shown?: ShownHelp, says = ''): string {
  const own = helpAnswerWords[frame.language];
  const answerOn = answerWords[frame.language].answerOn;
  const main = html`<h1>${own.heading}</h1>
    <section class="open">
      <p class="note" id="sealing">${own.openedLater}</p>
      ${codeField(frame, shown?.code)}
      <p id="state" role="status" tabindex="-1">${shown?.status ?? says}</p>
      <div id="letters">
        ${shown?.answers.map(({ day, text }) => letter(answerOn(showDay(day)), text))}
      </div>
    </section>
    <section id="file" class="note" ${!shown?.file && html` hidden`}>
      <h2>${own.file}</h2>
      <div id="copy">${shown?.file?.map(({ title, text }) => article(title, text))}</div>
      <form method="post" action="${inLanguage(frame.path, frame.language)}" id="withdraw">
        ${carried(shown)}
        <input type="hidden" name="withdraw" value="yes" />
        <p class="soft">${own.withdrawHow}</p>
        <button class="button">${own.withdraw}</button>
      </form>
    </section>
    <section id="found" ${!shown?.mayAdd && html` hidden`}>
      <h2>${own.more}</h2>
      <form method="post" action="${inLanguage(frame.path, frame.language)}" id="more">
        ${carried(shown)}
        <label><b>${own.moreText}</b><textarea name="text" id="text" rows="5"></textarea></label>
        <button class="button">${own.send}</button>
      </form>
    </section>`;
  return pageOf(frame, { sealedHere: own.openedHere }, main);
}

const carried = (shown: ShownHelp | undefined): Html | undefined =>
  shown &&
  html`<input type="hidden" name="code" value="${shown.code}" /><input
      type="hidden"
      name="commandId"
      value="${shown.commandId}"
    />`;

function codeField({ path, language }: Frame, code?: string): Html {
  const [own, door] = [answerWords[language], doorWords[language]];
  return html`<form method="post" action="${inLanguage(path, language)}" id="ask">
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
}

const letter = (title: string, text: string): Html =>
  html`<article>
    <h2>${title}</h2>
    <p class="letter">${text}</p>
  </article>`;

const article = (title: string, text: string): Html =>
  html`<article>
    <h3>${title}</h3>
    <p class="letter">${text}</p>
  </article>`;
