// The second and the last screen of sending: the code, shown and typed back, and the receipt.

import type { Day } from '#ground/day.ts';
import { showDay } from '#ground/show.ts';
import type { doorWords } from './door.words.ts';
import { html, type Html } from './html.ts';
import type { TypedTip } from './letter.ts';
import { inLanguage, type Frame } from './page-frame.ts';

type Own = (typeof doorWords)['vi'];
type Address = Pick<Frame, 'language' | 'host'>;

/** Filled by the script, which alone shows it. */
export const codeSection = (own: Own): Html =>
  html` <section id="code" hidden tabindex="-1">
    <h2>${own.codeTitle}</h2>
    <p>${own.codeHow}</p>
    <p class="code" id="syllables" translate="no"></p>
    <p class="soft">${own.codeDigits} <span id="digits" class="digits"></span></p>
    <p id="to" class="note"></p>
    <form id="back">
      <label
        ><b>${own.typeBack}</b><small>${own.typeBackHow}</small
        ><textarea
          name="typed"
          id="typed"
          rows="3"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          required
        ></textarea>
      </label>
      <p class="refusal" role="alert" id="differs"></p>
      <button class="button">${own.send}</button>
      <a class="more" id="again" href="#report">${own.back}</a>
    </form>
  </section>`;

export const receiptSection = (address: Address, own: Own): Html =>
  html` <section id="sent" hidden tabindex="-1">
    <h2 id="state"></h2>
    <div id="receipt" hidden>${afterwards(address, own)}</div>
    <p id="progress" role="status"></p>
    <ul id="carried"></ul>
  </section>`;

const afterwards = ({ language, host }: Address, own: Own): Html =>
  html` <p id="when"></p>
    <p>${own.notTheNotice}</p>
    <p>${own.readLater} <a href="${inLanguage('/t/answers', language)}">${host}/t/answers</a></p>
    <p class="soft">${own.leaveNoTrace}</p>`;

export type ShownCode = { readonly syllables: string; readonly digits: string };
export type CodeForm = {
  readonly action: string;
  readonly code: ShownCode;
  readonly commandId: string;
  readonly typed: TypedTip;
  readonly refusal?: 'code-differs' | 'too-big' | 'no-ring' | undefined;
};

/** Without script: what was typed travels on in the form, and is kept nowhere in between. */
export const codeForm = (own: Own, form: CodeForm): Html =>
  html` <section class="open" id="code">
    <h2>${own.codeTitle}</h2>
    <p>${own.codeHow}</p>
    <p class="code" translate="no">${form.code.syllables}</p>
    <p class="soft">${own.codeDigits} <span class="digits">${form.code.digits}</span></p>
    <form method="post" action="${form.action}" enctype="multipart/form-data">
      ${Object.entries({ ...form.typed, code: form.code.syllables, commandId: form.commandId }).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      <label
        >${own.filesWithout}<input
          type="file"
          name="files"
          multiple
          accept="image/*,audio/*,video/*,application/pdf"
      /></label>
      <p class="soft">${own.voice}</p>
      <label
        ><b>${own.typeBack}</b><small>${own.typeBackHow}</small
        ><textarea
          name="back"
          rows="3"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          required
        ></textarea>
      </label>
      <p class="refusal" role="alert">${form.refusal && own.refusal[form.refusal]}</p>
      <button class="button">${own.send}</button>
    </form>
  </section>`;

export const receipt = (address: Address, own: Own, day: Day, police: string): Html =>
  html` <section class="open" id="sent">
    <h2>${own.received}</h2>
    <p>${own.receivedOn(showDay(day), police)}</p>
    ${afterwards(address, own)}
  </section>`;
