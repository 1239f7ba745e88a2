// What a rule says, as people read it: '3 ngày làm việc', 'trên một nửa', '20 mm (cho phép 20–25 mm)'.

import { showDay, showNumber } from '#ground/show.ts';
import type { Language } from '#ground/words.ts';
import { bodyWords } from '#places/body.words.ts';
import { lawWords } from './law.words.ts';
import type { Clock, LegalRule, Measure, RuleValue, Share, YearDay } from './rule.ts';

export function sayValue(value: RuleValue, language: Language): string {
  switch (value.type) {
    case 'share':
      return sayShare(value, language);
    case 'number':
      return showNumber(value.number, language);
    case 'measure':
      return sayMeasure(value, language);
    case 'window':
      return lawWords[language].say.window(
        sayYearDay(value.from, language),
        sayYearDay(value.to, language),
      );
    case 'levels':
      return value.levels.map((level) => bodyWords[language].level[level]).join(', ');
    case 'authority': {
      const { kind, level } = bodyWords[language];
      return lawWords[language].say.authority(kind[value.body], level[value.level]);
    }
    case 'text':
      return value.text;
    default:
      return sayClock(value.type, value.count, language);
  }
}

/** 'từ 01/07/2026', 'từ 01/01/2022 đến hết 30/06/2026' */
export function sayDays(
  { validFrom, validTo }: Pick<LegalRule, 'validFrom' | 'validTo'>,
  language: Language,
): string {
  const own = lawWords[language];
  const from = showDay(validFrom);
  return validTo === null ? own.since(from) : own.between(from, showDay(validTo));
}

function sayClock(clock: Clock, count: number, language: Language): string {
  const { say } = lawWords[language];
  if (count === 0) return say.atOnce;
  const shown = showNumber(count, language);
  return {
    hours: say.hours,
    days: say.days,
    working_days: say.workingDays,
    months: say.months,
  }[clock](shown);
}

/** Millimetres and points are written the same everywhere. */
export const sayUnit = (unit: Measure['unit'], language: Language): string =>
  unit === 'part' ? lawWords[language].say.part : unit;

function sayShare({ numerator, denominator, strict }: Share, language: Language): string {
  const { say } = lawWords[language];
  const isHalf = numerator * 2 === denominator;
  const percent = (numerator / denominator) * 100;
  const isRound = Number.isInteger(percent * 10);
  const rounded = isRound ? `${showNumber(percent, language)} %` : `${numerator}/${denominator}`;
  const share = isHalf ? say.half : rounded;
  if (percent === 100 && !strict) return share;
  return strict ? say.moreThan(share) : say.atLeast(share);
}

function sayMeasure({ unit, least, most, taken }: Measure, language: Language): string {
  const { say } = lawWords[language];
  const show = (value: number): string => showNumber(value, language);
  const of = sayUnit(unit, language);
  const shown = `${show(taken)} ${of}`;
  if (least === most) return shown;
  const allowed = most === null ? say.allowedFrom(show(least)) : `${show(least)}–${show(most)}`;
  return say.measure(shown, `${allowed} ${of}`);
}

function sayYearDay({ year, day }: YearDay, language: Language): string {
  const shown = `${day.slice(3)}/${day.slice(0, 2)}`;
  return year === -1 ? lawWords[language].say.lastYear(shown) : shown;
}
