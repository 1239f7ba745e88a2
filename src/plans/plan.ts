// A signed plan as data: what the reader finds on the paper, each item with the lines it came from.

import type { Day } from '#ground/day.ts';

/** First and last line of the paper's text, counted from 1, both included. */
export type Lines = readonly [from: number, to: number];

type Located = { readonly lines: Lines };
/** A piece of the paper's own text, tidied to one line of NFC. */
export type Passage = Located & { readonly text: string };

export type Basis = Passage & {
  /** Number and symbol of the act relied on ('01/KH-BCĐ'), null where it has none. */
  readonly number: string | null;
  readonly date: Day | null;
};

export type Signature = Located & {
  /** 'KT. GIÁM ĐỐC', 'TM. ỦY BAN NHÂN DÂN'; null where the signatory signs in their own right. */
  readonly authority: string | null;
  readonly position: string | null;
  readonly rank: string | null;
  readonly name: string | null;
};

export type Approval = Signature & { readonly text: string };

export type Recipient = Located & {
  readonly name: string;
  /** 'để báo cáo', 'phối hợp', 'thực hiện', 'lưu' in the paper's own words; null where unsaid. */
  readonly purpose: string | null;
};

/** The header fields whose source lines are known one by one. */
export type PaperField =
  'kind' | 'number' | 'date' | 'place' | 'agencyAbove' | 'agency' | 'title' | 'subject';

export type PlanPaper = Located & {
  /** Abbreviation of the type by Nghị định 30/2020/NĐ-CP, Phụ lục III: 'KH', 'ĐA', 'CTr'… */
  readonly kind: string | null;
  /** Number and symbol as printed: '790/KH-PV05'. */
  readonly number: string | null;
  readonly date: Day | null;
  readonly place: string | null;
  readonly agencyAbove: string | null;
  readonly agency: string | null;
  /** The name of the type as printed: 'KẾ HOẠCH'. */
  readonly title: string | null;
  /** What it is about (trích yếu). */
  readonly subject: string | null;
  readonly sources: Partial<Record<PaperField, Lines>>;
  readonly bases: readonly Basis[];
  readonly approval: Approval | null;
  readonly signatory: Signature | null;
  readonly recipients: readonly Recipient[];
};

/** Names with their word of kind, as written: 'xóm Phố', 'xã Phú Thịnh'. No district since 1/7/2025. */
export type PlanArea = Located & {
  readonly hamlet: string | null;
  readonly commune: string | null;
  readonly district: string | null;
  readonly province: string | null;
};

export type Qualifier = 'exact' | 'over' | 'under' | 'about';

export type Fact = Located & {
  /** 'diện tích', 'số hộ', 'nhân khẩu', 'vụ trộm cắp'… in the paper's words. */
  readonly measure: string;
  /** The unit or group the figure speaks of: 'xã Phú Thịnh'. */
  readonly of: string | null;
  readonly value: number;
  /** 'ha', 'hộ', 'khẩu', 'người', 'vụ'… */
  readonly unit: string | null;
  readonly qualifier: Qualifier;
  readonly year: number | null;
};

export type PlanStep = Passage & {
  readonly number: number;
  /** The last day of the time the paper gives; null where it gives none or it is ongoing. */
  readonly due: Day | null;
  /** The first day, where the paper gives a range ('từ 15/3 đến 30/4'). */
  readonly start: Day | null;
  /** The words the dates came from: 'hoàn thành trong tháng 5'. */
  readonly dueText: string | null;
  readonly ongoing: boolean;
  /** Bodies named as lead and supporting, where the step is a row of a table or says so. */
  readonly lead: readonly string[];
  readonly support: readonly string[];
};

export type PlanDuty = Passage & {
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly due: Day | null;
  readonly dueText: string | null;
  readonly ongoing: boolean;
};

export type PlanCheck = Passage & {
  /** Months between checks; null where the paper names none. */
  readonly everyMonths: number | null;
  readonly unannounced: boolean;
};

export type PlanReview = Passage & {
  /** 'interim' is sơ kết, 'final' is tổng kết. */
  readonly kind: 'interim' | 'final';
  readonly everyMonths: number | null;
  readonly due: Day | null;
  readonly dueText: string | null;
};

export type Assignment = Passage & {
  /** Person, office or group as written. */
  readonly who: string;
};

export type PlanFunding = Passage & { readonly sources: readonly string[] };

export type PlanPeriod = Passage & {
  readonly from: Day | null;
  readonly to: Day | null;
};

/** What could not be placed; `heading` where it only names what stands under it. */
export type Unread = Passage & { readonly heading?: boolean };

export type Plan = {
  readonly paper: PlanPaper;
  readonly programme: (Located & { readonly name: string }) | null;
  readonly area: PlanArea | null;
  readonly objectives: readonly Passage[];
  readonly facts: readonly Fact[];
  readonly contents: readonly Passage[];
  readonly steps: readonly PlanStep[];
  readonly duties: readonly PlanDuty[];
  readonly checks: readonly PlanCheck[];
  readonly reviews: readonly PlanReview[];
  readonly assignments: readonly Assignment[];
  readonly means: readonly Passage[];
  readonly funding: readonly PlanFunding[];
  readonly period: PlanPeriod | null;
  /** What could not be placed, in order: nothing of the paper is dropped. */
  readonly unread: readonly Unread[];
};

/** What still has to be placed by a person: while there is any, nothing is said to be missing. */
export const unplacedIn = ({ unread }: Pick<Plan, 'unread'>): readonly Unread[] =>
  unread.filter(({ heading }) => !heading);

/** Why a file is not read; each has its sentence in plan.words.ts. */
export type ReadRefusal =
  | 'empty'
  | 'too-big'
  | 'unknown-type'
  | 'type-differs'
  | 'damaged'
  | 'password'
  | 'zip-bomb'
  | 'scan-without-text'
  | 'old-encoding'
  | 'not-a-plan'
  | 'too-long-to-read'
  | 'queue-full';

/** The paper's text, line by line as a person would number them, and the plan read from it. */
export type Reading = { readonly text: readonly string[]; readonly plan: Plan };
