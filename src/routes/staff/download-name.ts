// What a file is called when it is downloaded: its own letters, and plain ones for old programs.

import type { Paper } from '#papers/paper.ts';
import { fold, tidy } from '#ground/text.ts';

/** Both names in one header (RFC 6266): the one with its letters encoded as RFC 8187 says. */
export const contentDisposition = (how: 'inline' | 'attachment', name: string): string =>
  `${how}; filename="${plain(name)}"; filename*=UTF-8''${encoded(name)}`;

/** '05-BC-BCN Sơ kết sáu tháng …': whole words only, without the signs Windows forbids. */
export function paperName(paper: Paper, digits: number): string {
  const name = `${markOf(paper, digits)} ${paper.subject}`.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-');
  return wholeWords(tidy(name.toWellFormed()));
}

/** A paper put out again is called as it was called when it was signed. */
function markOf({ header, printed, title }: Paper, digits: number): string {
  if (printed) return `${title} ${printed.number.replace(/^Số\s*:?\s*/iu, '')}`;
  if (header.number === null) return `Bản thảo ${header.symbol}`;
  return `${String(header.number).padStart(digits, '0')}-${header.symbol}`;
}

/** File systems hold 255 bytes; a Vietnamese letter takes up to three. */
const mostBytes = 200;
const fits = (text: string): boolean => Buffer.byteLength(text) <= mostBytes;

function wholeWords(text: string): string {
  if (fits(text)) return text;
  const shorter = text.replace(/ \S*$/u, '');
  return shorter === text
    ? Array.from(text)
        .slice(0, mostBytes / 4)
        .join('')
    : wholeWords(shorter);
}

const plain = (name: string): string => {
  const [, stem = '', ending = ''] = /^(.*?)(\.[a-z0-9]{1,5})?$/su.exec(fold(name)) ?? [];
  return `${stem.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'tep'}${ending}`;
};

const encoded = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
