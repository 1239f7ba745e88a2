// A paper as PDF through Typst: tagged for screen readers (PDF/UA), its fonts inside the file.

import { readFile } from 'node:fs/promises';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { layOut, type Sheet } from '../layout.ts';
import type { PaperForm } from '../measures.ts';
import type { Paper } from '../paper.ts';
import { fontFiles } from './fonts.ts';
import { template } from './typst-template.ts';

export async function paperToPdf(paper: Paper, form: PaperForm): Promise<Uint8Array> {
  const compiler = await loadCompiler();
  return new Uint8Array(print(compiler, layOut(paper, form), form));
}

/** No folder of the machine: Typst reads what is handed to it under this name, and nothing else. */
const workspace = '/paper-in-memory';

let loading: Promise<NodeCompiler> | undefined;

/** One compiler for the process: it holds the parsed fonts. Loaded with the first paper. */
function loadCompiler(): Promise<NodeCompiler> {
  loading ??= startCompiler();
  return loading;
}

async function startCompiler(): Promise<NodeCompiler> {
  const typst = await import('@myriaddreamin/typst-ts-node-compiler');
  const fontBlobs = await Promise.all(fontFiles().map((file) => readFile(file)));
  return typst.NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] });
}

let told = '';

function print(compiler: NodeCompiler, sheet: Sheet, form: PaperForm): Uint8Array {
  const measures = JSON.stringify(form);
  // Told again only when the form changes: Typst would build the template anew.
  if (measures !== told) {
    compiler.mapShadow(`${workspace}/measures.json`, Buffer.from(measures));
    told = measures;
  }
  // As a file, not as an input: new inputs make Typst build its whole library anew.
  compiler.mapShadow(`${workspace}/sheet.json`, Buffer.from(JSON.stringify(sheet, breakable)));
  try {
    return writePdf(compiler);
  } finally {
    // Typst remembers every layout it made; papers do not come back often enough to keep them.
    compiler.evictCache(2);
  }
}

/** Word processors cut a word longer than a line; Typst would let it run off the sheet. */
const breakable = (key: string, value: unknown): unknown =>
  typeof value === 'string' && key !== 'svg' ? value.replace(/\S{60}(?=\S)/gu, '$&\u200b') : value;

/**
 * PDF/UA refuses what no reader could say: a letter without a glyph (an emoji), a picture without
 * words. A paper must come out all the same, tagged but without the claim.
 */
function writePdf(compiler: NodeCompiler): Uint8Array {
  const document = { mainFileContent: template };
  try {
    return compiler.pdf(document, { pdfStandard: 'ua-1' });
  } catch {
    return compiler.pdf(document);
  }
}
