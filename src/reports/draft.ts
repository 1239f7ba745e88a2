// The review drafted whole from a site's records: header, bases, five chapters, signature.

import type { Period } from '#ground/day.ts';
import { fold, tidy } from '#ground/text.ts';
import { formOn } from '#papers/measures.ts';
import type { SiteRecipient } from '#sites/site.ts';
import { directions } from './chapters/directions.ts';
import { results } from './chapters/results.ts';
import { shortcomings } from './chapters/shortcomings.ts';
import { situation } from './chapters/situation.ts';
import {
  agencyName,
  areaName,
  between,
  lowerFirst,
  modelName,
  planBasis,
  reviewName,
  upperFirst,
} from './phrases.ts';
import type { ReviewRecords } from './records.ts';
import { toPlan } from './references.ts';
import { sentence, type ReviewDraft, type ReviewKind, type Sentence } from './review.ts';

export function draftReview(
  recorded: ReviewRecords,
  period: Period,
  kind: ReviewKind,
): ReviewDraft {
  const records = withoutTips(recorded);
  const { site, plan, law, asOf } = records;
  const { zeroMonths } = formOn(law, null, asOf);
  const place = areaName(site);
  return {
    kind,
    period,
    place,
    header: headerOf(records),
    subject: `${upperFirst(reviewName(kind, period))} thực hiện ${modelName(site)} tại ${place}`,
    addressees: records.recipients.filter(isReportedTo).map(({ name }) => tidy(name)),
    bases: [sentence('basis-plan', planBasis(plan.paper, site, zeroMonths), [toPlan(records)])],
    opening: openingOf(records, period, kind),
    chapters: [
      situation(records),
      results(records, period),
      shortcomings(records, period),
      directions(records, period),
      { id: 'proposals', title: 'Kiến nghị, đề xuất', blocks: [] },
    ],
    closing: closingOf(records, period, kind),
    signature: signatureOf(records),
    recipients: recipientsOf(records.recipients),
  };
}

/** How many tips came in is never a result: a model judged by it learns to keep silent. */
const withoutTips = (records: ReviewRecords): ReviewRecords => ({
  ...records,
  indicators: records.indicators.filter(
    ({ indicator }) => !/to giac|tin bao/.test(fold(indicator.name)),
  ),
});

function headerOf({ plan, site }: ReviewRecords): ReviewDraft['header'] {
  const { agencyAbove, agency, number, place } = plan.paper;
  return {
    agencyAbove: agencyAbove && tidy(agencyAbove),
    agency: tidy(agency ?? site.commune),
    symbol: symbolFrom(number),
    place: tidy(place ?? site.province.replace(/^(tỉnh|thành phố)\s+/u, '')),
  };
}

/** The drafting office's letters are those of its plan: '790/KH-PV05' gives 'BC-PV05'. */
export function symbolFrom(planNumber: string | null): string {
  const office = /\/[^-]+-(.+)$/u.exec(tidy(planNumber ?? ''))?.[1];
  return office ? `BC-${office}` : 'BC';
}

const agencyOf = ({ plan, site }: ReviewRecords): string =>
  agencyName(plan.paper.agency ?? site.commune, site);

function openingOf(records: ReviewRecords, period: Period, kind: ReviewKind): Sentence {
  const { site } = records;
  const text = `${agencyOf(records)} báo cáo kết quả ${reviewName(kind, period)} thực hiện ${modelName(site)} tại ${site.hamlet}, ${site.commune} (${between(period)}) như sau:`;
  return sentence('opening', text, [toPlan(records)]);
}

function closingOf(records: ReviewRecords, period: Period, kind: ReviewKind): Sentence {
  const { site } = records;
  const text = `Trên đây là báo cáo ${reviewName(kind, period)} thực hiện ${modelName(site)} tại ${site.hamlet}, ${site.commune}.`;
  return sentence('closing', text, [toPlan(records)]);
}

/** Whoever signed the plan signs its review, until a person says otherwise. */
function signatureOf({ plan }: ReviewRecords): ReviewDraft['signature'] {
  const { signatory } = plan.paper;
  return {
    authority: signatory?.authority ?? null,
    position: signatory?.position ?? '',
    rank: signatory?.rank ?? null,
    name: signatory?.name ?? null,
  };
}

const isReportedTo = ({ purpose }: SiteRecipient): boolean => /bao cao/.test(fold(purpose ?? ''));
const isFile = ({ name, purpose }: SiteRecipient): boolean =>
  /^luu\b/.test(fold(name)) || /\bluu\b/.test(fold(purpose ?? ''));

/** 'Như trên' is added by the form; 'Lưu: …' is always the last. */
function recipientsOf(all: readonly SiteRecipient[]): readonly string[] {
  const others = all.filter((one) => !isReportedTo(one) && !isFile(one));
  const filed = all.filter(isFile).map(({ name }) => tidy(name).replace(/^lưu\s*:?\s*/iu, ''));
  return [
    ...others.map(({ name, purpose }) =>
      purpose ? `${tidy(name)} (${lowerFirst(tidy(purpose))})` : tidy(name),
    ),
    `Lưu: ${filed[0] || 'VT'}`,
  ];
}
