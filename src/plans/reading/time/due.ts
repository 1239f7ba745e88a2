// Due words: the days a phrase such as 'hoàn thành trong tháng 5' sets, and where a text says them.

import type { Day } from '#ground/day.ts';
import { cut, type Written } from '../written.ts';
import { pointsIn } from './points.ts';
import { timesIn, type Time } from './times.ts';
import type { When } from './when.ts';

export type Due = {
  readonly due: Day | null;
  readonly start: Day | null;
  readonly dueText: string | null;
  readonly ongoing: boolean;
};

export const noDue: Due = { due: null, start: null, dueText: null, ongoing: false };

/** Reads a phrase that is known to tell the time: a table's cell, brackets, words after 'Thời gian:'. */
export function readDue(phrase: Written, when: When): Due | null {
  const times = timesIn(phrase, when);
  const ongoing = isOngoing(phrase);
  const isTime = times.length > 0 || ongoing || relative.test(phrase.folded) || namesTime(phrase);
  if (!isTime || phrase.text === '') return null;
  return {
    ...daysOf(times, ongoing),
    dueText: phrase.text.replace(/^[\s:.,–-]+|[.;,:]+$/gu, ''),
    ongoing: isWithoutEnd(times, ongoing),
  };
}

/** Due words with their place; `isApart` where they stand in brackets or behind a label. */
export type DueFound = Due & {
  readonly at: number;
  readonly end: number;
  readonly isApart: boolean;
};

/** Finds the due words of running text: in brackets, after 'Thời gian:', or in 'trước ngày …'. */
export function findDue(of: Written, when: When): DueFound | null {
  return findApart(of, when) ?? findInSentence(of, when);
}

/** Only what is surely meant as a due time: in brackets, after a label, a deadline or a range. */
export function findSureDue(of: Written, when: When): DueFound | null {
  const apart = findApart(of, when);
  if (apart !== null) return apart;
  const isSure = timesIn(of, when).some(
    ({ kind, at }) => kind === 'until' || kind === 'range' || isDoneBy.test(of.folded.slice(0, at)),
  );
  return isSure ? findInSentence(of, when) : null;
}

const isDoneBy = /\b(?:xong|hoan thanh)(?: xong)?(?: trong| vao)?(?: ngay)? ?$/u;

function findApart(of: Written, when: When): DueFound | null {
  for (const [at, end] of phrasesOf(of)) {
    const due = readDue(phraseAt(of, at, end), when);
    if (due !== null) return { ...due, at, end, isApart: true };
  }
  return null;
}

function daysOf(times: readonly Time[], ongoing: boolean): { due: Day | null; start: Day | null } {
  const time =
    times.find((one) => one.kind === 'until') ?? times.find((one) => one.kind === 'range');
  const chosen = time ?? latest(times);
  if (chosen === undefined) return { due: null, start: null };
  const start =
    chosen.kind === 'range' || chosen.kind === 'since' ? chosen.from : startBefore(times);
  // 'Thường xuyên trong năm' has no day it is over by; 'thường xuyên, xong trước 30/11' has.
  return { due: ongoing && chosen.kind === 'span' ? null : chosen.to, start };
}

const isWithoutEnd = (times: readonly Time[], ongoing: boolean): boolean =>
  (ongoing && !times.some((time) => time.kind === 'until')) ||
  (times.length === 1 && times[0]?.kind === 'since' && ongoing);

/** 'Tháng 3, tháng 4 và tháng 6': the time is over with the last of them. */
function latest(times: readonly Time[]): Time | undefined {
  return times.reduce<Time | undefined>(
    (last, time) => (last === undefined || (time.to ?? '') > (last.to ?? '') ? time : last),
    undefined,
  );
}

const startBefore = (times: readonly Time[]): Day | null =>
  times.find((time) => time.kind === 'since')?.from ?? null;

const often = String.raw`(?:hang|moi|tung) (?:ngay|tuan|thang|quy|nam)\b`;
const ongoingWords = new RegExp(
  String.raw`\b(?:thuong xuyen|xuyen suot|lien tuc|lau dai|quanh nam|ca nam|trong suot|suot (?:thoi gian|qua trinh|nam)|duy tri|dinh ky|tro di|${often})`,
  'u',
);

const isOngoing = (phrase: Written): boolean => ongoingWords.test(phrase.folded);

/** 'sau 06 tháng kể từ ngày ra mắt': a time that no calendar knows yet. */
const relative =
  /\b(?:sau|trong vong|trong|truoc) (?:khi|thoi gian )?(?:it nhat |khoang )?(?:\d{1,3}|mot|hai|ba) (?:ngay|tuan|thang|quy|nam)\b|\b(?:ngay )?sau (?:khi|le|hoi nghi|ngay)\b|\bke tu (?:ngay|khi)\b|\btruoc (?:khi|le|hoi nghi|tet)\b/u;

/** Words for a time whose year is unknown still are due words, without a day. */
const namesTime = (phrase: Written): boolean =>
  /\b(?:thang|quy|tuan|ngay|nam) (?:\d|[ivx]+\b)|\b(?!24\/7)\d{1,2}\/\d{1,2}\b/u.test(
    phrase.folded,
  ) && /^(?:[^\d]{0,40})(?:\d|[ivx])/u.test(phrase.folded);

/** Where phrases of time stand, the surest first: the last brackets, then words after a label. */
function phrasesOf(of: Written): readonly (readonly [number, number])[] {
  const brackets = Array.from(of.folded.matchAll(/\(([^()]{3,160})\)/gu))
    .filter((match) => telling.test(match[1] ?? ''))
    .map((match) => [match.index, match.index + match[0].length] as const);
  const labels = Array.from(of.folded.matchAll(labelled), (match) => {
    return [match.index, match.index + match[0].length] as const;
  });
  return [...labels, ...brackets.toReversed(), ...tailOf(of)];
}

/** 'Bảo dưỡng: thường xuyên.': nothing but a time behind the last colon. */
function tailOf(of: Written): readonly (readonly [number, number])[] {
  const at = of.folded.lastIndexOf(':');
  return at > 0 && isOnlyTime(of.folded.slice(at + 1)) ? [[at, of.folded.length]] : [];
}

/** Whether a text has no other words than those of a time. */
export const isOnlyTime = (folded: string): boolean =>
  folded.length < 90 && /[a-z]{2}|\d\/\d/u.test(folded) && onlyTime.test(folded);

const onlyTime =
  /^(?:[\s/.,–-]|\d{1,4}(?![a-z\d])|\b(?:hoan thanh|xong|thuc hien|tien hanh|truoc|trong|vao|tu|den|het|cham nhat|muon nhat|du kien|khoang|cuoi|dau|giua|nua|ngay|thang|quy|tuan|nam|thu|hang|moi|dinh ky|thuong xuyen|lien tuc|duy tri|xuyen suot|ca|va|mot|hai|ba|lan|tro di|nhat|cung|i{1,3}|iv)\b)+$/u;

const telling =
  /\b(?:thang|quy|tuan|ngay|nam|thuong xuyen|xuyen suot|duy tri|lien tuc|truoc|sau|xong|dinh ky|suot)\b|\d\/\d/u;
const labelled =
  /\b(?:thoi gian|thoi han|tien do|hoan thanh)(?: (?:thuc hien|hoan thanh|tien hanh|to chuc|trien khai|du kien))?: ?[^;(]{3,120}?(?=[;(]|\.(?: |$)|$)/gu;

/** The phrase without its brackets or its label. */
function phraseAt(of: Written, at: number, end: number): Written {
  const phrase = cut(of, at, end);
  const isBracket = phrase.text.startsWith('(');
  const from = isBracket ? 1 : phrase.text.indexOf(':') + 1;
  return cut(phrase, from, isBracket ? phrase.text.length - 1 : phrase.text.length);
}

const trigger =
  /(?:\b(?:phai |can )?(?:hoan thanh|thuc hien|tien hanh|to chuc|trien khai|xong|bao dam|duy tri|du kien|bao cao)\b[^,;.:()]{0,60}?)?\b(?:cham nhat|muon nhat|truoc|xong truoc|trong|vao|tu|den|het|ngay|du kien)?[ :]*(?:la |het |cuoi |truoc |trong |vao |ngay )*$/u;

function findInSentence(of: Written, when: When): DueFound | null {
  const times = timesIn(of, when);
  const time =
    times.find((one) => one.kind === 'until') ??
    times.find((one) => one.kind === 'range') ??
    times[0];
  if (time === undefined) return endlessIn(of) ?? undatedIn(of);
  const lead = of.folded.slice(Math.max(0, time.at - 80), time.at);
  const words = trigger.exec(lead)?.[0] ?? '';
  const at = time.at - words.trimStart().length;
  const found = readDue(cut(of, at, time.end), when);
  return found === null ? null : { ...found, at, end: time.end, isApart: at === 0 };
}

/** A time whose year nothing tells is kept in words. */
function undatedIn(of: Written): DueFound | null {
  const [first] = pointsIn(of);
  if (first === undefined) return null;
  const words = trigger.exec(of.folded.slice(Math.max(0, first.at - 80), first.at))?.[0] ?? '';
  const at = first.at - words.trimStart().length;
  const dueText = of.text.slice(at, first.end).replace(/^[\s:.,–-]+/u, '');
  return { ...noDue, dueText, at, end: first.end, isApart: at === 0 };
}

/** 'Duy trì thường xuyên …' in running text, only where it is said of the work itself. */
function endlessIn(of: Written): DueFound | null {
  const match =
    /\b(?:duy tri|thuc hien|tien hanh|trien khai)(?: \S+){0,3}? (?:thuong xuyen|xuyen suot|lien tuc)\b(?:, (?:lien tuc|lau dai))?/u.exec(
      of.folded,
    );
  if (match === null) return null;
  const [at, end] = [match.index, match.index + match[0].length];
  return {
    due: null,
    start: null,
    dueText: of.text.slice(at, end),
    ongoing: true,
    at,
    end,
    isApart: false,
  };
}
