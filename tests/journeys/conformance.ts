// What the HTML standard asks of a page as the server sends it: its errors, no matters of style.

import { HtmlValidate, Rule, StaticConfigLoader, type HtmlElement } from 'html-validate';

/** Two that the validator does not know by itself. */
class EveryPartIsNamed extends Rule {
  setup(): void {
    this.on('dom:ready', ({ document }) => {
      for (const part of document.querySelectorAll('section, article'))
        if (!part.querySelector('h1, h2, h3, h4, h5, h6'))
          this.report(part, `<${part.tagName}> has no heading`);
    });
  }
}

class ChoosingBeginsWithNothing extends Rule {
  setup(): void {
    this.on('dom:ready', ({ document }) => {
      for (const select of document.querySelectorAll('select[required]'))
        if (firstValueOf(select) !== '') this.report(select, 'begins with a choice already made');
    });
  }
}

const firstValueOf = (select: HtmlElement): string | undefined =>
  select.querySelector('option')?.getAttributeValue('value') ?? undefined;

const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:standard'],
    plugins: [
      {
        name: 'house',
        rules: {
          'house/every-part-is-named': EveryPartIsNamed,
          'house/choosing-begins-with-nothing': ChoosingBeginsWithNothing,
        },
      },
    ],
    rules: {
      'house/every-part-is-named': 'error',
      'house/choosing-begins-with-nothing': 'error',
    },
  }),
);

/** One readable line for each error; empty is the aim. */
export const offencesIn = (html: string): string[] =>
  validator
    .validateStringSync(html)
    .results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message}, at ${selector}`),
    );
