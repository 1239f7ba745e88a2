// Checks and reviews: sentences about kiểm tra, sơ kết and tổng kết with their rhythm and days.

import type { Lines, PlanCheck, PlanReview } from '../plan.ts';
import { labelTopic } from './topics.ts';
import { labelOf } from './lines/paragraph.ts';
import { parseOrdinal } from './number-words.ts';
import { findDue } from './time/due.ts';
import type { When } from './time/when.ts';
import { cut, sentencesOf, type Written } from './written.ts';

/** The checks of a paragraph; one that names no rhythm counts only where the section is about checks. */
export function checksIn(of: Written, lines: Lines, isAboutChecks: boolean): readonly PlanCheck[] {
  return sentencesOf(withoutLabel(of))
    .filter((sentence) => /\bkiem tra\b|\bgiam sat\b/u.test(sentence.folded))
    .map((sentence) => ({ ...rhythmOfCheck(sentence), text: ended(sentence.text), lines }))
    .filter((check) => isAboutChecks || check.everyMonths !== null || check.unannounced);
}

/** The reviews of a paragraph, one for each rhythm or day it names. */
export const reviewsIn = (of: Written, lines: Lines, when: When): readonly PlanReview[] =>
  sentencesOf(withoutLabel(of)).flatMap((sentence) => reviewsOfSentence(sentence, lines, when));

function rhythmOfCheck(sentence: Written): Pick<PlanCheck, 'everyMonths' | 'unannounced'> {
  return {
    everyMonths: rhythmsIn(sentence)[0] ?? null,
    unannounced: /\bdot xuat\b/u.test(sentence.folded),
  };
}

/** 'hằng tháng', '6 tháng, 1 năm', '03 tháng một lần': months between one time and the next. */
function rhythmsIn(of: Written): readonly number[] {
  const found = Array.from(of.folded.matchAll(rhythm), (match) => monthsOf(match));
  return [...new Set(found.filter((months) => months !== null))];
}

const rhythm =
  /\b(?:hang|moi|tung|dinh ky|theo) (thang|quy|nam)\b(?! \d)|(?<!\b(?:sau|trong vong|truoc|trong|qua) )\b(\d{1,2}|mot|hai|ba|sau) (thang|quy|nam)\b(?! (?:\d|dau|cuoi|ke tu|thuc hien|hoat dong))|\b(thang|quy|nam)(?: mot|\/| 0?1) ?lan\b/gu;

function monthsOf(match: RegExpMatchArray): number | null {
  const unit = match[1] ?? match[3] ?? match[4] ?? '';
  const count = match[2] === undefined ? 1 : (parseOrdinal(match[2].replace(/^0/u, '')) ?? 0);
  const months = count * ({ thang: 1, quy: 3, nam: 12 }[unit] ?? 0);
  return months > 0 && months <= 60 ? months : null;
}

/** No sentence of a paper names more; one that seems to is no sentence. */
const maxReviews = 12;

function reviewsOfSentence(sentence: Written, lines: Lines, when: When): readonly PlanReview[] {
  const words = Array.from(sentence.text.matchAll(/sơ kết|tổng kết|sơ, tổng kết/giu));
  const text = ended(sentence.text);
  return words.slice(0, maxReviews).flatMap((word, at) => {
    const part = partOfReview(sentence, words, at);
    const kind = /^tổng kết$/iu.test(word[0]) ? ('final' as const) : ('interim' as const);
    const kinds = word[0].includes(',') ? (['interim', 'final'] as const) : [kind];
    return kinds.flatMap((one) =>
      timesOf(part, one, when).map((time) => ({
        ...time,
        kind: one,
        text,
        lines,
      })),
    );
  });
}

/** A rhythm the sentence opens with times all its reviews; else the words after each, then before. */
function partOfReview(sentence: Written, words: readonly RegExpMatchArray[], at: number): Written {
  const start = words[at]?.index ?? 0;
  const end = start + (words[at]?.[0].length ?? 0);
  const next = words[at + 1]?.index ?? sentence.text.length;
  const opening = cut(sentence, 0, words[0]?.index ?? 0);
  const after = cut(sentence, end, next);
  const isTimedFirst = rhythmsIn(opening).length > 0 || (hasTime(opening) && !hasTime(after));
  if (!isTimedFirst) return after;
  return at === 0 ? opening : cut(sentence, (words[at - 1]?.index ?? 0) + 7, start);
}

const hasTime = (of: Written): boolean =>
  /\b(?:sau|truoc|cuoi|het|trong)\b.{0,20}\b(?:thang|quy|nam|ngay|dot)\b|\d\/\d/u.test(of.folded);

function timesOf(
  part: Written,
  kind: PlanReview['kind'],
  when: When,
): readonly Pick<PlanReview, 'everyMonths' | 'due' | 'dueText'>[] {
  const found = findDue(part, when);
  if (found?.due) return [{ everyMonths: null, due: found.due, dueText: found.dueText }];
  const rhythms = rhythmsIn(part);
  if (rhythms.length > 0)
    return rhythms.map((everyMonths) => ({ everyMonths, due: null, dueText: null }));
  if (kind === 'final' && /^nam\b(?! \d)/u.test(part.folded))
    return [{ everyMonths: 12, due: null, dueText: null }];
  return [{ everyMonths: null, due: null, dueText: relativeIn(part) ?? found?.dueText ?? null }];
}

/** 'sau 06 tháng thực hiện': kept in words, for the day it begins is not on the paper. */
function relativeIn(of: Written): string | null {
  const match = /\b(?:sau|qua) (?:khi |\d{1,2} |mot |hai |sau )[^,;.]{0,60}/u.exec(of.folded);
  return match === null ? null : of.text.slice(match.index, match.index + match[0].length).trim();
}

function withoutLabel(of: Written): Written {
  const label = labelOf(of);
  if (label === null || labelTopic(label.label.folded) === null) return of;
  // 'Sơ kết: trước ngày 30/9' says what only in its label.
  return /\b(?:kiem tra|giam sat|so ket|tong ket)\b/u.test(label.rest.folded) ? label.rest : of;
}

const ended = (text: string): string => text.replace(/[;.]+$/u, '');
