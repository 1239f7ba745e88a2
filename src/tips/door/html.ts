// The door's pages are text: a template that escapes whatever is put into it, and nothing else.

/** Markup that may be put into other markup as it is. */
export type Html = { readonly html: string };
type Part = Html | string | number | false | undefined | readonly Html[];

export const html = (fixed: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  html: fixed.map((text, at) => text.replace(/\n\s*/g, '\n') + written(parts[at])).join(''),
});

const written = (part: Part): string => {
  if (part === undefined || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return 'html' in part ? part.html : part.map((one) => one.html).join('');
};

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
