// The area and the programme: read from the subject first, then from the agencies and the text.

import { tidy } from '#ground/text.ts';
import type { Lines, Plan, PlanArea } from '../plan.ts';
import type { Paragraph } from './lines/paragraph.ts';
import type { Found } from './paper/header.ts';
import { placesIn, placesInCapitals, type Level, type Place } from './places.ts';
import { written } from './written.ts';

export type Named = {
  readonly subject: Found<string> | null;
  readonly agencyAbove: Found<string> | null;
  readonly agency: Found<string> | null;
  /** Paragraphs of the section on place and scope ('Địa bàn: thôn …'). */
  readonly scope: readonly Paragraph[];
};

/** The smallest area the plan is for, with the greater ones it lies in as far as the paper says. */
export function areaOf(named: Named): PlanArea | null {
  const sources = sourcesOf(named);
  const chosen = (level: Level): string | null => {
    const place = sources.flatMap(({ places }) => places).find((one) => one.level === level);
    return place === undefined ? null : lowerFirst(place.name);
  };
  const first = sources.find(({ places }) => places.length > 0);
  if (first === undefined) return null;
  return {
    hamlet: chosen('hamlet'),
    commune: chosen('commune'),
    district: chosen('district'),
    province: chosen('province'),
    lines: first.lines,
  };
}

function sourcesOf({
  subject,
  agencyAbove,
  agency,
  scope,
}: Named): readonly { places: readonly Place[]; lines: Lines }[] {
  const spoken =
    subject === null ? [] : [{ places: placesOf(subject.value), lines: subject.lines }];
  const scoped = scope.map((one) => ({ places: placesIn(one), lines: one.lines }));
  const bodies = [agency, agencyAbove].flatMap((body) =>
    body === null ? [] : [{ places: placesInCapitals(body.value), lines: body.lines }],
  );
  return [...spoken, ...scoped, ...bodies];
}

/** A subject may be all in capitals; a model called “Xã không ma túy” names no commune. */
function placesOf(whole: string): readonly Place[] {
  const subject = whole.replace(/[“"][^”"]*[”"]/gu, ' ');
  const places = placesIn(written(subject));
  return places.length > 0 ? places : placesInCapitals(subject);
}

/** The model's name: what the subject, or else the text, puts in quotation marks after 'mô hình'. */
export function programmeOf(
  subject: Found<string> | null,
  paragraphs: readonly Paragraph[],
  text: readonly string[],
): Plan['programme'] {
  const own = subject === null ? null : nameIn(subject.value);
  if (own !== null && subject !== null)
    return { name: own, lines: lineOf(own, subject.lines, text) };
  for (const paragraph of paragraphs) {
    const name = quoted.exec(paragraph.text)?.[1];
    if (name !== undefined) return { name: tidy(name), lines: paragraph.lines };
  }
  return null;
}

const quoted = /mô hình(?: điểm| tự quản)? [“"‘']([^”"’']{3,150})[”"’']/iu;
const anyQuoted = /[“"]([^”"]{3,150})[”"]/u;
const unquoted =
  /(?:mô hình|câu lạc bộ|phong trào) (?!tại|trên|ở|về)([^“”"]{3,150}?)(?=,? (?:tại|trên địa bàn|ở|năm \d|giai đoạn|trong|do) |[,.;]|$)/iu;

function nameIn(subject: string): string | null {
  const name =
    quoted.exec(subject)?.[1] ?? anyQuoted.exec(subject)?.[1] ?? unquoted.exec(subject)?.[1];
  return name === undefined ? null : tidy(name);
}

/** The one line the name stands on, or all lines of the subject where it is broken. */
function lineOf(name: string, lines: Lines, text: readonly string[]): Lines {
  for (let no = lines[0]; no <= lines[1]; no += 1)
    if (tidy(text[no - 1] ?? '').includes(name)) return [no, no];
  return lines;
}

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
