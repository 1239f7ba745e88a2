// A .docx to lines: the page, then footnotes; headers and footers where they say something.

import { done, refused, type Outcome } from '#ground/outcome.ts';
import { fold } from '#ground/text.ts';
import type { ReadRefusal } from '../plan.ts';
import { readNumbering, type Numbering } from './docx-numbering.ts';
import { linesOfPart } from './docx-walk.ts';
import { openZip, type Zip } from './zip.ts';

/** Throws where the file is damaged. Macros, links and fields are text to it and never run. */
export async function linesOfDocx(
  bytes: Uint8Array,
): Promise<Outcome<readonly string[], ReadRefusal>> {
  const opened = await openZip(bytes);
  if (!opened.ok) return opened;
  const zip = opened.value;
  const main = await mainPart(zip);
  if (main === null) return refused('unknown-type');
  const numbering = readNumbering(
    await zip.read(`${main.folder}numbering.xml`),
    await zip.read(`${main.folder}styles.xml`),
  );
  const page = linesOfPart((await zip.read(main.name)) ?? '', numbering);
  if (page.every((line) => line === '') && hasPictures(zip)) return refused('scan-without-text');
  return done(await withMargins(zip, page, numbering));
}

/** The part that holds the text: Word names it word/document.xml, some exporters otherwise. */
async function mainPart(zip: Zip): Promise<{ name: string; folder: string } | null> {
  const links = (await zip.read('_rels/.rels')) ?? '';
  const link = /<Relationship\b[^>]*\/officeDocument"[^>]*>/u.exec(links)?.[0] ?? '';
  const target = /\bTarget="\/?([^"]+)"/u.exec(link)?.[1] ?? 'word/document.xml';
  if (!zip.names.includes(target) || !target.startsWith('word/')) return null;
  return { name: target, folder: target.slice(0, target.lastIndexOf('/') + 1) };
}

const hasPictures = (zip: Zip): boolean => zip.names.some((name) => name.startsWith('word/media/'));

/** A header holding the letterhead stands before the page; other marginal text follows it. */
async function withMargins(
  zip: Zip,
  page: readonly string[],
  numbering: Numbering,
): Promise<readonly string[]> {
  const before: string[] = [];
  const after: string[] = [];
  for (const name of zip.names.filter((part) => marginalPart.test(part)).toSorted()) {
    const lines = linesOfPart((await zip.read(name)) ?? '<none/>', numbering).filter(saysSomething);
    (lines.some(isLetterhead) ? before : after).push(...lines);
  }
  return [...before, ...page, ...new Set(after)];
}

const marginalPart = /^word\/(?:header|footer|footnotes|endnotes)\d*\.xml$/u;
/** Page numbers alone are dropped: they belong to the sheet, not to the text. */
const saysSomething = (line: string): boolean => /\p{L}{2}/u.test(line);
const isLetterhead = (line: string): boolean => fold(line).includes('cong hoa xa hoi chu nghia');
