// SVG written as text: elements, escaping and the frame every chart shares.

import { clean } from '../layout.ts';
import type { Look } from './look.ts';

/** A drawn chart; it fits a paper's chart block and a page alike. */
export type Chart = {
  readonly svg: string;
  readonly size: readonly [width: number, height: number];
  /** What the picture says, in words. */
  readonly alt: string;
};

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** One element; numbers are rounded to a tenth, attributes escaped, children already SVG. */
export function element(name: string, attributes: Attributes, ...children: string[]): string {
  const written = Object.entries(attributes)
    .filter((pair): pair is [string, string | number] => pair[1] !== undefined)
    .map(([key, value]) => ` ${key}="${attributeValue(value)}"`)
    .join('');
  return children.length > 0
    ? `<${name}${written}>${children.join('')}</${name}>`
    : `<${name}${written}/>`;
}

const escaped = (text: string): string =>
  clean(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

export const label = (x: number, y: number, text: string, attributes: Attributes = {}): string =>
  element('text', { x, y, ...attributes }, escaped(text));

/**
 * Text that lines may cross: on a page it gets an edge of the ground's colour. Not on paper, where
 * an edge turns letters into outlines, which cost a PDF more time than all its other text.
 */
export function halo(look: Look, x: number, y: number, text: string, style: Attributes): string {
  const edge = {
    'paint-order': 'stroke',
    stroke: look.colours.ground,
    'stroke-width': 3,
    'stroke-linejoin': 'round',
  };
  return label(x, y, text, look.onPage ? { ...edge, ...style } : style);
}

type Point = readonly [x: number, y: number];

export const line = ([x1, y1]: Point, [x2, y2]: Point, style: Attributes): string =>
  element('line', { x1, y1, x2, y2, ...style });

/** A chart of nothing says so, rather than being an empty box. */
export function nothingDrawn(sentence: string, look: Look): Chart {
  const size = [look.width, 64] as const;
  const ink = { 'text-anchor': 'middle', fill: look.colours.quiet };
  const edge = { fill: 'none', stroke: look.colours.grid, rx: 6 };
  const box = element('rect', { x: 0.5, y: 0.5, width: look.width - 1, height: 63, ...edge });
  const svg = frame(
    { ...look, size, alt: sentence },
    box,
    label(look.width / 2, 37, sentence, ink),
  );
  return { svg, size, alt: sentence };
}

export type Frame = {
  /** Unique on its page: the name of the title, the description and the patterns inside. */
  readonly id: string;
  readonly title: string;
  readonly alt: string;
  readonly size: Chart['size'];
  readonly font: string;
};

/** The whole <svg>, named and described for people who hear it. */
export function frame({ id, title, alt, size, font }: Frame, ...children: string[]): string {
  const [width, height] = size;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
      'font-family': font,
      'font-size': 14,
    },
    element('title', { id: `${id}-title` }, escaped(title)),
    element('desc', { id: `${id}-desc` }, escaped(alt)),
    ...children,
  );
}

const attributeValue = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 10) / 10) : escaped(value);
