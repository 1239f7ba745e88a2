// A chart's SVG as PNG, for programs that open a DOCX but cannot draw SVG.

import { fontFiles } from './fonts.ts';

/**
 * `width` in pixels. The renderer, a native addon, is loaded with the first picture; it draws on a
 * thread of its own, several pictures at once.
 */
export async function svgToPng(svg: string, width: number): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const image = await renderAsync(svg, {
    // A whole number: with any other the renderer silently forgets all of these options.
    fitTo: { mode: 'width', value: Math.round(width) },
    background: '#ffffff',
    font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: 'Tinos' },
  });
  return image.asPng();
}
