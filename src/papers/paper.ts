// An official paper as data (Nghị định 30/2020/NĐ-CP): one model that DOCX, PDF and HTML are made from.

import type { Day } from '#ground/day.ts';

/** Abbreviations of Phụ lục III that the product writes. */
export type PaperKind = 'KH' | 'BC' | 'QĐ' | 'BB' | 'GM' | 'TB' | 'TTr' | 'QC';

export type PaperHeader = {
  /** The body directly above, upper case not needed: the layout sets it. Null where there is none. */
  readonly agencyAbove: string | null;
  readonly agency: string;
  /** The number of the year's series; null while the paper is a draft ('Số:     /BC-…'). */
  readonly number: number | null;
  /** What follows the number: 'BC-BCN'. */
  readonly symbol: string;
  readonly place: string;
  /** Null while the paper is a draft ('ngày … tháng … năm …'). */
  readonly date: Day | null;
};

/** A run of text; bold and italic are the only emphasis a paper uses. */
export type Run = { readonly text: string; readonly bold?: boolean; readonly italic?: boolean };

/** A line break in a cell stays one. */
export type Cell = { readonly text: string; readonly align?: 'left' | 'center' | 'right' };

export type Block =
  /** Level 1 'I. MỤC', 2 '1. Khoản', 3 'a) Điểm'; `mark` is 'I.', '1.', 'a)'. */
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2 | 3;
      readonly mark: string;
      readonly text: string;
    }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  /** A line with the sign '-' before it. */
  | { readonly kind: 'item'; readonly runs: readonly Run[] }
  | {
      readonly kind: 'table';
      /** Null for a table of a paper put out again that had none; it is then not counted either. */
      readonly caption: string | null;
      /** Empty where the table has no head. */
      readonly head: readonly Cell[];
      readonly rows: readonly (readonly Cell[])[];
      /** Relative widths, one per column. */
      readonly widths: readonly number[];
    }
  | {
      readonly kind: 'chart';
      readonly caption: string;
      /** What a person who cannot see it is told. */
      readonly alt: string;
      /** A whole <svg> with viewBox, in black on white friendly colours. */
      readonly svg: string;
      /** Width and height of the viewBox. */
      readonly size: readonly [width: number, height: number];
    };

export type SignatureBlock = {
  /** 'TM. BAN CHỦ NHIỆM', 'KT. GIÁM ĐỐC'; null where signed in one's own right. */
  readonly authority: string | null;
  readonly position: string;
  readonly rank: string | null;
  readonly name: string | null;
};

type PrintedSignature = { readonly titles: readonly string[]; readonly name: string };

/**
 * Head and foot of a paper put out again: every line as it stood, nothing worded anew. The body
 * then gets no './.' it did not have.
 */
export type Printed = {
  readonly country: string;
  readonly motto: string;
  readonly number: string;
  readonly placeDate: string;
  readonly approval: (PrintedSignature & { readonly text: string }) | null;
  readonly signature: PrintedSignature;
  readonly recipients: { readonly label: string; readonly lines: readonly string[] };
};

export type Paper = {
  readonly kind: PaperKind;
  readonly header: PaperHeader;
  /** 'BÁO CÁO' */
  readonly title: string;
  /** Trích yếu. */
  readonly subject: string;
  /** 'Phê duyệt của …' block of police plans, left of the header; null elsewhere. */
  readonly approval: (SignatureBlock & { readonly text: string }) | null;
  /** 'Kính gửi': reports to a superior, proposals and letters only. */
  readonly addressees: readonly string[];
  /** One per line, without the closing ';' or '.'. */
  readonly bases: readonly string[];
  readonly body: readonly Block[];
  readonly signature: SignatureBlock;
  /** Without the leading '- ' and the closing ';' or '.'; the last is 'Lưu: VT, …'. */
  readonly recipients: readonly string[];
  readonly printed?: Printed;
  /** What stands after the signature, from a new page on. */
  readonly annex?: readonly Block[];
  /** The language attribute of the file; papers are Vietnamese. */
  readonly language: 'vi';
};
