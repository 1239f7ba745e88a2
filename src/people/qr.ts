// A QR code as SVG text; the only file that knows the library.

import { renderSVG } from 'uqr';

/** Black on white at any hour, with the quiet border scanners need. Sized by the page. */
export const qrSvg = (text: string): string => renderSVG(text, { ecc: 'M', border: 4 });
