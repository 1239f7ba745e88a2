// The page of help of a commune or a site: first aid first, then writing to a helper, then what helps and what the law says.

import { showDay } from '#ground/show.ts';
import { asTitle, inSentence } from '#places/unit.ts';
import type { Rules } from '#law/rule.ts';
import { codeSection } from '#tips/door/code-sections.ts';
import { doorWords } from '#tips/door/door.words.ts';
import { html, type Html } from '#tips/door/html.ts';
import { inLanguage, pageOf, type Frame } from '#tips/door/page-frame.ts';
import type { HelpContact } from '../contact.ts';
import { helpDoorWords } from './help-door.words.ts';
import { forWhom, helpQuestions, longestAnswer, type TypedHelp } from './help-letter.ts';
import { numbersOf, statementsOf, type Statement } from './help-law.ts';
import { helpReceiptSection } from './help-receipt.ts';

export type HelpPlace = {
  readonly unitId: string;
  /** 'Xã Phú Thịnh' */
  readonly commune: string;
  /** 'xóm Phố', where the door is a site's. */
  readonly hamlet?: string | undefined;
  /** 'Trạm Y tế xã Phú Thịnh', where it is on file. */
  readonly station?: string | undefined;
  /** Its telephone, as helpers have set it. */
  readonly contact?: HelpContact | undefined;
  /** Whether helpers have opened a ring: nobody else could open what is sent. */
  readonly isOpen: boolean;
  /** Of today. */
  readonly rules: Rules;
};
type Own = (typeof helpDoorWords)['vi'];
export type HelpRefused = keyof Own['refusal'];
/** What was typed, handed back with the reason it was not taken. */
export type HelpAgain = { readonly typed: TypedHelp; readonly refusal: HelpRefused };

/** In a sentence: whoever holds the key. */
export const helperOf = ({ commune }: Pick<HelpPlace, 'commune'>, own: Own): string =>
  own.helper(inSentence(commune));

export const helpTitle = ({ hamlet, commune }: HelpPlace, own: Own): string =>
  own.heading(asTitle(hamlet ?? commune));

export function helpPage(frame: Frame, place: HelpPlace, again?: HelpAgain): string {
  const own = helpDoorWords[frame.language];
  const helper = helperOf(place, own);
  const data = {
    path: frame.path,
    unitPath: `/h/${place.unitId}`,
    hamlet: place.hamlet ?? '',
    helper,
    sealedHere: own.sealedHere(helper),
  };
  const door = { ...doorWords[frame.language], send: own.send };
  return pageOf(
    frame,
    data,
    html`<h1>${helpTitle(place, own)}</h1>
      ${place.isOpen && askSection(frame, own, again)} ${place.isOpen && codeSection(door)}
      ${place.isOpen && helpReceiptSection(frame, own)} ${firstScreen(frame, own, place)}`,
  );
}

/** Last in the page, so that the form, once it is the target, can take its place without script. */
function firstScreen({ language }: Frame, own: Own, place: HelpPlace): Html {
  const aid = firstAid(own, place.rules);
  return html` <section class="choice" id="choice">
    <p>${own.welcome}</p>
    <ul class="ways">
      ${aid && html`<li>${aid}</li>`}
      <li>${place.isOpen ? writeWay(own) : closedWay(own, place)}</li>
    </ul>
    ${place.isOpen && html`<p><a class="more" href="${inLanguage('/h/answers', language)}">${own.answers}</a></p>`}
    ${told(own, place)}
    <p>
      <a class="more" href="${inLanguage(`/t/${place.unitId}`, language)}">${own.otherDoor}</a
      ><br /><a class="more" href="${inLanguage('/h', language)}">${own.elsewhere}</a>
    </p>
  </section>`;
}

/** Whom to call where a life is in danger; nothing where no rule of the day gives a number. */
export function firstAid(own: Own, rules: Rules): Html | undefined {
  const emergency = numbersOf(rules).find(({ of }) => of === 'emergency')?.number;
  return emergency === undefined
    ? undefined
    : html`<a class="way now" href="tel:${emergency}"
        >${own.first}<b>${own.callFirst(emergency)}</b>${own.callHow}</a
      >`;
}

const writeWay = (own: Own): Html =>
  html`<a class="way" href="#report"><b>${own.write}</b>${own.writeHow}</a>`;

const closedWay = (own: Own, { station = own.station }: HelpPlace): Html =>
  html`<div class="way"><b>${own.closed}</b>${own.closedHow(station)}</div>`;

const told = (own: Own, place: HelpPlace): Html =>
  html`${
    place.isOpen &&
    html`<div class="note">
      <h2>${own.whoReads}</h2>
      <p>${own.readers(helperOf(place, own))} ${own.notPolice}</p>
      <p>${own.limits}</p>
    </div>`
  }
    <details>
      <summary>${own.ways}</summary>
      <ul>
        ${Object.values(own.treatments).map(item)}
      </ul>
      <p class="soft">${own.reviewed}</p>
    </details>
    <details>
      <summary>${own.family}</summary>
      <ul>
        ${Object.values(own.familyGuide).map(item)}
      </ul>
      <p class="soft">${own.reviewed}</p>
    </details>
    <details>
      <summary>${own.law}</summary>
      <ul>
        ${statementsOf(place.rules, own).map((said) => html`<li>${said.text} ${mark(said, own)}</li>`)}
      </ul>
    </details>
    <details${!place.isOpen && html` open`}>
      <summary>${own.numbers}</summary>
      <p>${own.stationIs(place.station ?? own.station)}</p>
      <ul>
        ${place.contact && stationNumber(own, place.contact)}
        ${numbersOf(place.rules).map(
          ({ of, number, ...rule }) =>
            html`<li>
              ${own.numberOf[of]}:
              <a class="more" href="tel:${number.replace(/\D/g, '')}"><b>${number}</b></a>
              ${mark(rule, own)}
            </li>`,
        )}
      </ul>
    </details>`;

/** Of the commune itself: it stands before the numbers of the whole country. */
const stationNumber = (own: Own, { phone, source, checkedOn }: HelpContact): Html =>
  html`<li>
    ${own.stationPhone}:
    <a class="more" href="tel:${phone.replace(/[^\d+]/g, '')}"><b>${phone}</b></a>
    <small
      >(${own.source(source)};
      ${checkedOn === null ? own.untried : own.tried(showDay(checkedOn))})</small
    >
  </li>`;

const item = (text: string): Html => html`<li>${text}</li>`;

const mark = ({ source, isUnverified }: Omit<Statement, 'text'>, own: Own): Html =>
  html`<small>(${own.source(source)}${isUnverified && html`; <b>${own.unverified}</b>`})</small>`;

function askSection(frame: Frame, own: Own, again: HelpAgain | undefined): Html {
  const typed = again?.typed ?? {};
  const action = `${inLanguage(frame.path, frame.language)}#report`;
  return html`<section id="report" class="${again ? 'open' : ''}" tabindex="-1">
    <h2>${own.asking}</h2>
    <p class="note" id="sealing">${own.sealedLater}</p>
    <form method="post" action="${action}" id="help">
      <p class="refusal" role="alert" id="refusal">${again && own.refusal[again.refusal]}</p>
      ${helpQuestions.map((question) => field(own, question, typed))}
      <fieldset>
        <legend>${own.whom}</legend>
        ${forWhom.map((whom) => html`<label class="choose"><input type="radio" name="whom" value="${whom}" ${typed['whom'] === whom && html` checked`} /> ${own.whoms[whom]}</label>`)}
      </fieldset>
      <button class="button">${own.next}</button>
    </form>
  </section>`;
}

function field(own: Own, question: (typeof helpQuestions)[number], typed: TypedHelp): Html {
  const isFirst = question === 'what';
  const hint = question === 'what' || question === 'reach' ? own.hints[question] : undefined;
  return html`<label
    ><b>${own.questions[question]}</b
    >${isFirst && html` <small>${own.needed}</small>`}${hint && html`<small>${hint}</small>`}<textarea
      name="${question}"
      rows="${isFirst ? 5 : 2}"
      maxlength="${longestAnswer}"
      ${isFirst && html` required`}
    >
${typed[question]}</textarea>
  </label>`;
}
