// Chapter I: where the model is, what the plan asked for, and the figures it started from.

import { showDay, showNumber } from '#ground/show.ts';
import { fold, tidy } from '#ground/text.ts';
import { rulesOn } from '#law/rule.ts';
import type { BaselineFigure } from '#sites/site.ts';
import {
  isAboutPeopleAtRisk,
  showFigures,
  suppressionBy,
  type ShownFigure,
} from '#sites/suppress.ts';
import { areaName, listed, modelName, planName, upperFirst } from '../phrases.ts';
import type { ReviewRecords } from '../records.ts';
import { toDuty, toFigure, toPlan, toStep } from '../references.ts';
import { paragraph, sentence, type Chapter, type Sentence } from '../review.ts';

export const situation = (records: ReviewRecords): Chapter => ({
  id: 'situation',
  title: 'Đặc điểm tình hình',
  blocks: [
    paragraph('model', [whereAndWhen(records), whatWasPlanned(records)]),
    ...figureParagraphs(records),
  ],
});

function whereAndWhen(records: ReviewRecords): Sentence {
  const { site, plan } = records;
  const end = site.plannedTo === null ? '' : ` đến ngày ${showDay(site.plannedTo)}`;
  const text = `${upperFirst(modelName(site))} được xây dựng tại ${areaName(site)} theo ${planName(plan.paper)}, thực hiện từ ngày ${showDay(site.plannedFrom)}${end}.`;
  return sentence('model', text, [toPlan(records)]);
}

function whatWasPlanned(records: ReviewRecords): Sentence {
  const parts = [
    [records.steps.length, 'bước xây dựng mô hình'],
    [dutiesOf(records, 'duty').length, 'nhiệm vụ'],
    [dutiesOf(records, 'check').length, 'lượt kiểm tra'],
    [dutiesOf(records, 'review').length, 'lần sơ kết, tổng kết'],
  ] as const;
  const said = parts
    .filter(([count]) => count > 0)
    .map(([count, of]) => `${showNumber(count)} ${of}`);
  const refs = [toPlan(records), ...records.steps.map(toStep), ...records.duties.map(toDuty)];
  return sentence('planned', `Kế hoạch xác định ${listed(said)}.`, refs);
}

const dutiesOf = ({ duties }: ReviewRecords, kind: 'duty' | 'check' | 'review') =>
  duties.filter(({ duty }) => duty.kind === kind);

type Figure = ShownFigure<BaselineFigure>;

/** One paragraph: a sentence for what each place is like, one for each year's cases there. */
function figureParagraphs({ baseline, site, asOf, law }: ReviewRecords): Chapter['blocks'] {
  // Hidden before anything is left out: what is hidden depends on all that could be added up.
  const shown = showFigures(baseline, suppressionBy(rulesOn(law, asOf)))
    .filter(({ shown: value }) => value.kind !== 'withheld')
    .filter(
      (figure, at, all) => !all.some((other, i) => i !== at && saysAsMuch(other, figure, i < at)),
    );
  if (shown.length === 0) return [];
  const groups = Map.groupBy(shown, (figure) => groupOf(figure));
  const sentences = [...groups.values()].map((figures, at) => {
    const lead = at === 0 ? `Theo số liệu chốt ngày ${showDay(site.baselineOn)}, ` : '';
    const text = `${lead}${aboutPlace(figures, site.commune)}`;
    return sentence(`baseline-${at + 1}`, upperFirst(text), figures.map(toFigure));
  });
  return [paragraph('baseline', sentences)];
}

/** A paper names one figure twice: the fuller words stay, of equal ones the first. */
function saysAsMuch(other: Figure, figure: Figure, isEarlier: boolean): boolean {
  const isSame =
    JSON.stringify([other.of, other.unit, other.year, other.shown]) ===
    JSON.stringify([figure.of, figure.unit, figure.year, figure.shown]);
  if (!isSame || !other.measure.includes(figure.measure)) return false;
  return other.measure !== figure.measure || isEarlier;
}

const isCases = ({ unit }: Figure): boolean => /^vu\b/.test(fold(unit ?? ''));
const groupOf = (figure: Figure): string =>
  `${fold(figure.of ?? '')}|${isCases(figure) ? (figure.year ?? 'vụ') : ''}`;

function aboutPlace(figures: readonly Figure[], commune: string): string {
  const [first] = figures;
  const place = first?.of ?? commune;
  if (!first || !isCases(first)) return `${place} ${whatIsThere(figures)}.`;
  const list = listed(figures.map(figureText));
  const year = first.year === null ? '' : `năm ${first.year} `;
  return `${year}trên địa bàn ${place} ghi nhận ${list}.`;
}

/** 'cách trung tâm huyện 10 km, có diện tích 991,89 ha và 1.222 hộ' */
function whatIsThere(figures: readonly Figure[]): string {
  const isWhere = ({ measure }: Figure): boolean => measure.startsWith('cách ');
  const where = figures.filter(isWhere).map(figureText);
  const has = figures.filter((figure) => !isWhere(figure)).map(figureText);
  return [...where, ...(has.length > 0 ? [`có ${listed(has)}`] : [])].join(', ');
}

/** 'trên 150 hộ', 'diện tích 991,89 ha', '5 vụ trộm cắp', 'dưới 10 người sử dụng ma túy'. */
function figureText(figure: Figure): string {
  const value = [qualifierText(figure), valueText(figure)].filter((text) => text !== '').join(' ');
  const measure = gently(tidy(figure.measure)).replace(/^(tổng )?số (?:lượng )?/u, '');
  const unit = tidy(figure.unit ?? '');
  if (unit === '' || measure === unit) return `${value} ${measure}`;
  const isInside = measure.startsWith(`${unit} `) || measure.endsWith(` ${unit}`);
  return isInside ? `${value} ${measure}` : withUnit(measure, value, unit);
}

/** Measures of people and cases read 'bao nhiêu người …'; those of the land 'diện tích … ha'. */
const withUnit = (measure: string, value: string, unit: string): string =>
  /^(người|vụ|vụ việc)$/u.test(unit)
    ? `${value} ${unit} ${measure}`
    : `${measure} ${value} ${unit}`;

function valueText({ shown }: Figure): string {
  if (shown.kind === 'below') return `dưới ${shown.below}`;
  return shown.kind === 'value' ? showNumber(shown.value) : '';
}

const qualifiers = { exact: '', over: 'trên', under: 'dưới', about: 'khoảng' } as const;
const qualifierText = ({ shown, qualifier }: Figure): string =>
  shown.kind === 'value' ? qualifiers[qualifier] : '';

/** The house's word for people who use drugs, whatever the old paper called them. */
const gently = (measure: string): string =>
  isAboutPeopleAtRisk({ measure, unit: null })
    ? measure.replace(/(người|con|đối tượng) nghiện( ma túy)?/giu, 'người sử dụng ma túy')
    : measure;
