// SVG written as text: elements, escaping and the frame every chart shares.

import { clean } from '../layout.ts';

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

export const escaped = (text: string): string =>
  clean(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

export const label = (x: number, y: number, text: string, attributes: Attributes = {}): string =>
  element('text', { x, y, ...attributes }, escaped(text));

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
