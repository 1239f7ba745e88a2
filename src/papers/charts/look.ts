// How charts look: widths, colours that also print in black and white, and the type they are set in.

import type { Language } from '#ground/words.ts';

export type Look = {
  /** Unique on its page; also names the patterns inside. */
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  /** Pixels: 640 for paper and desk, about 340 for a phone. */
  readonly width: number;
  /** Drawn into a page, in the page's own type; otherwise onto paper. */
  readonly onPage: boolean;
  readonly font: string;
  readonly colours: Colours;
};

type Colours = Readonly<Record<keyof typeof printed, string>>;

export const paperFont = "Tinos, 'Times New Roman', 'Liberation Serif', serif";

/** Each differs in lightness too, so that a black and white copy keeps the differences. */
const printed = {
  main: '#0f766e',
  mainSoft: '#d5ebe8',
  text: '#1f2937',
  quiet: '#4b5563',
  line: '#6b7280',
  grid: '#e5e7eb',
  due: '#9a4a06',
  dueSoft: '#fde9c8',
  ground: '#ffffff',
} as const;

/** A page may give its own, say for dark mode: `--chart-main`, `--chart-mainSoft`, … */
const themed: Colours = {
  main: themedColour('main'),
  mainSoft: themedColour('mainSoft'),
  text: themedColour('text'),
  quiet: themedColour('quiet'),
  line: themedColour('line'),
  grid: themedColour('grid'),
  due: themedColour('due'),
  dueSoft: themedColour('dueSoft'),
  ground: themedColour('ground'),
};

/** The look of a chart inside an official paper. */
export const onPaper = (id: string, title: string): Look => ({
  id,
  title,
  language: 'vi',
  width: 640,
  onPage: false,
  font: paperFont,
  colours: printed,
});

/** The look of a chart on a page: the page's own type, as wide as its place. */
export const onPage = (id: string, title: string, width: number, language: Language): Look => ({
  id,
  title,
  language,
  width,
  onPage: true,
  font: 'inherit',
  colours: themed,
});

/** Screen faces run wider than the Times-like one whose measures text-width.ts knows. */
export const widthFactor = (look: Look): number => (look.onPage ? 1.32 : 1);

function themedColour(name: keyof typeof printed): string {
  return `var(--chart-${name}, ${printed[name]})`;
}
