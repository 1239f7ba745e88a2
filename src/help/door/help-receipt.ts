// The last screens of asking for help: the code without script, and the receipt.

import type { Day } from '#ground/day.ts';
import { showDay } from '#ground/show.ts';
import type { ShownCode } from '#tips/door/code-sections.ts';
import { doorWords } from '#tips/door/door.words.ts';
import { html, type Html } from '#tips/door/html.ts';
import { inLanguage, type Frame } from '#tips/door/page-frame.ts';
import type { helpDoorWords } from './help-door.words.ts';
import type { TypedHelp } from './help-letter.ts';

type Own = (typeof helpDoorWords)['vi'];
type Address = Pick<Frame, 'language' | 'host'>;

/** Filled by the script, which alone shows it. */
export const helpReceiptSection = (address: Address, own: Own): Html =>
  html` <section id="sent" hidden tabindex="-1">
    <h2 id="state"></h2>
    <div id="receipt" hidden>${afterwards(address, own)}</div>
    <p id="progress" role="status"></p>
  </section>`;

const afterwards = ({ language, host }: Address, own: Own): Html =>
  html` <p id="when"></p>
    <p>${own.readLater} <a href="${inLanguage('/h/answers', language)}">${host}/h/answers</a></p>
    <p>${own.meanwhile}</p>
    <p class="soft">${doorWords[language].leaveNoTrace}</p>`;

export const helpReceipt = (address: Address, own: Own, day: Day, helper: string): Html =>
  html` <section class="open" id="sent">
    <h2>${own.received}</h2>
    <p>${own.receivedOn(showDay(day), helper)}</p>
    ${afterwards(address, own)}
  </section>`;

export type HelpCodeForm = {
  readonly action: string;
  readonly code: ShownCode;
  readonly commandId: string;
  readonly typed: TypedHelp;
  readonly refusal?: 'code-differs' | undefined;
};

/** Without script: what was typed travels on in the form, and is kept nowhere in between. */
export const helpCodeForm = (address: Address, own: Own, form: HelpCodeForm): Html => {
  const door = doorWords[address.language];
  const carried = { ...form.typed, code: form.code.syllables, commandId: form.commandId };
  return html` <section class="open" id="code">
    <h2>${door.codeTitle}</h2>
    <p>${door.codeHow}</p>
    <p class="code" translate="no">${form.code.syllables}</p>
    <p class="soft">${door.codeDigits} <span class="digits">${form.code.digits}</span></p>
    <form method="post" action="${form.action}">
      ${Object.entries(carried).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      <label
        ><b>${door.typeBack}</b><small>${door.typeBackHow}</small
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
};
