// The page of a commune or a site: help, a crime, or now; behind the second the questions.

import { showDay } from '#ground/show.ts';
import { asTitle, inSentence } from '#places/unit.ts';
import type { Hotline } from '../hotline.ts';
import { codeSection, receiptSection } from './code-sections.ts';
import { doorWords } from './door.words.ts';
import { callNow } from './find-page.ts';
import { html, type Html } from './html.ts';
import {
  crimes,
  detailed,
  longestAnswer,
  questions,
  type Question,
  type TypedTip,
} from './letter.ts';
import { inLanguage, pageOf, type Frame } from './page-frame.ts';

export type DoorPlace = {
  readonly unitId: string;
  /** 'Xã Phú Thịnh' */
  readonly commune: string;
  /** 'xóm Phố', where the door is a site's. */
  readonly hamlet?: string | undefined;
  /** 'tỉnh Thái Nguyên' */
  readonly province: string;
  /** Who would open what is sent; nobody where no ring is open. */
  readonly opens: 'commune' | 'province' | 'nobody';
  readonly hotline?: Hotline | undefined;
  /** Where tip boxes hang: 'Nhà văn hóa xóm Phố'. */
  readonly boxes: readonly string[];
};
export type Refused = keyof (typeof doorWords)['vi']['refusal'];
/** What was typed, handed back with the reason it was not taken. */
export type Again = { readonly typed: TypedTip; readonly refusal: Refused };

type Own = (typeof doorWords)['vi'];

/** In a sentence: 'Công an xã Phú Thịnh'; what concerns an official is for the province. */
export const policeOf = (place: DoorPlace, own: Own, isAboutOfficial = false): string =>
  own.police(
    inSentence(isAboutOfficial || place.opens === 'province' ? place.province : place.commune),
  );

export function doorPage(frame: Frame, place: DoorPlace, again?: Again): string {
  const own = doorWords[frame.language];
  const isOpen = place.opens !== 'nobody';
  const data = {
    path: frame.path,
    unitPath: `/t/${place.unitId}`,
    hamlet: place.hamlet ?? '',
    police: policeOf(place, own),
    province: policeOf(place, own, true),
    sealedHere: own.sealedHere(policeOf(place, own)),
    sealedProvince: own.sealedProvince,
  };
  return pageOf(
    frame,
    data,
    html`<h1>${own.heading(asTitle(place.hamlet ?? place.commune))}</h1>
      ${isOpen && reportSection(frame, own, again)} ${isOpen && codeSection(own)}
      ${isOpen && receiptSection(frame, own)} ${choice(frame, own, place)}`,
  );
}

/** Last in the page, so that the form, once it is the target, can take its place without script. */
const choice = ({ language }: Frame, own: Own, place: DoorPlace): Html =>
  html` <section class="choice" id="choice">
    <h2>${own.want}</h2>
    <ul class="ways">
      <li>${callNow(own)}</li>
      <li>
        <a class="way" href="${inLanguage(`/h/${place.unitId}`, language)}"
          ><b>${own.help}</b>${own.helpHow}</a
        >
      </li>
      <li>
        ${
          place.opens !== 'nobody'
            ? html`<a class="way" href="#report"><b>${own.crime}</b>${own.crimeHow}</a>`
            : html`<div class="way"><b>${own.closed}</b>${own.closedHow}</div>`
        }
      </li>
    </ul>
    <p><a class="more" href="${inLanguage('/t/answers', language)}">${own.answers}</a></p>
    ${otherDoors(own, place)}
    <details>
      <summary>${own.which}</summary>
      <ul>
        <li>${own.denounce}</li>
        <li>${own.accuse}</li>
        <li>${own.reflect}</li>
      </ul>
    </details>
    <p><a class="more" href="${inLanguage('/t', language)}">${own.elsewhere}</a></p>
  </section>`;

/** For whoever would rather speak or write by hand; of a box nothing but its place. */
const otherDoors = (own: Own, { hotline, boxes }: DoorPlace): Html | false =>
  (hotline !== undefined || boxes.length > 0) &&
  html`<details>
    <summary>${own.other}</summary>
    ${hotline && hotlineLine(own, hotline)}
    ${
      boxes.length > 0 &&
      html`<p>${own.boxes}</p>
        <ul>
          ${boxes.map((place) => html`<li>${place}</li>`)}
        </ul>
        <p class="soft">${own.boxHow}</p>`
    }
  </details>`;

const hotlineLine = (own: Own, { phone, checkedOn }: Hotline): Html =>
  html`<p>
    ${own.hotline}: <a class="more" href="tel:${phone.replace(/[^\d+]/g, '')}"><b>${phone}</b></a>
    <small>(${checkedOn === null ? own.untried : own.tried(showDay(checkedOn))})</small>
  </p>`;

function reportSection(frame: Frame, own: Own, again: Again | undefined): Html {
  const typed = again?.typed ?? {};
  const action = `${inLanguage(frame.path, frame.language)}#report`;
  return html`<section id="report" class="${again ? 'open' : ''}" tabindex="-1">
    <h2>${own.report}</h2>
    <p class="note" id="sealing">${own.sealedLater}</p>
    <p>${own.honest}</p>
    <form method="post" action="${action}" id="tip">
      <p class="refusal" role="alert" id="refusal">${again && own.refusal[again.refusal]}</p>
      <fieldset>
        <legend>${own.kind}</legend>
        ${crimes.map((crime) => html`<label class="choose"><input type="radio" name="crime" value="${crime}" ${typed['crime'] === crime && html` checked`} /> ${own.crimes[crime]}</label>`)}
      </fieldset>
      <p class="soft">
        ${own.using}
        <a href="${inLanguage(`/h/${frame.path.split('/')[2] ?? ''}`, frame.language)}"
          >${own.usingHelp}</a
        >
      </p>
      ${questions.map((question) => questionField(own, question, typed))}
      <fieldset>
        <legend>${own.official}</legend>
        ${(['no', 'yes'] as const).map((answer) => html`<label class="choose"><input type="radio" name="official" value="${answer}" ${(typed['official'] ?? 'no') === answer && html` checked`} /> ${answer === 'yes' ? own.officialYes : own.officialNo}</label>`)}
      </fieldset>
      <div id="files" hidden>
        <label
          >${own.files}<input
            type="file"
            id="chosen"
            multiple
            accept="image/*,audio/*,video/*,application/pdf"
        /></label>
        <p class="soft">${own.voice}</p>
        <ul id="kept"></ul>
      </div>
      ${identityFields(own, typed)}
      <button class="button">${own.next}</button>
    </form>
  </section>`;
}

/** What is asked of one crime only stands after the first question, and shows where it fits. */
function questionField(own: Own, question: Question, typed: TypedTip): Html {
  const isFirst = question === 'what';
  const hint = question in own.hints && own.hints[question as keyof Own['hints']];
  const label = html`<b>${own.questions[question]}</b
    >${isFirst && html` <small>${own.needed}</small>`}${hint && html`<small>${hint}</small>`}`;
  return html`<label
      >${label}<textarea
        name="${question}"
        rows="${isFirst ? 6 : 2}"
        maxlength="${longestAnswer}"
        ${isFirst && html` required`}
      >
${typed[question]}</textarea>
    </label>
    ${isFirst && detailed.map((crime) => html`<label class="detail of-${crime}"><b>${own.details[crime]}</b><textarea name="detail-${crime}" rows="3" maxlength="${longestAnswer}">${typed[`detail-${crime}`]}</textarea></label>`)}`;
}

const identityFields = (own: Own, typed: TypedTip): Html => html`
<details${Boolean(typed['name'] ?? typed['contact']) && html` open`}><summary>${own.identity}</summary><p class="soft">${own.identityHow}</p>
<label>${own.name}<input name="name" autocomplete="off" value="${typed['name']}"></label>
<label>${own.contact}<input name="contact" autocomplete="off" value="${typed['contact']}"></label></details>`;
