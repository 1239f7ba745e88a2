// Reads one change of a draft from the form that was sent.

import { changeInput } from '#reports/review.input.ts';
import { readForm } from '#ui/read-form.ts';
import type { Typed } from '../../../../../form-fields.ts';

/** Refused where the form names no change there is, or one longer than any text here. */
export const changeFrom = (form: Typed, locals: App.Locals) =>
  readForm(changeInput, form, locals, told(form));

function told(form: Typed): object {
  const text = (name: string): string => form[name] ?? '';
  const lines = (name: string): readonly string[] => text(name).split(/\r?\n/);
  const kind = text('kind');
  const sentenceId = text('sentenceId');
  switch (kind) {
    case 'reword':
      return { kind, sentenceId, text: text('text') };
    case 'reset':
    case 'remove':
    case 'restore':
      return { kind, sentenceId };
    case 'add':
      return { kind, to: text('to'), after: sentenceId || null, text: text('text') };
    case 'header': {
      const [agencyAbove, agency] = [text('agencyAbove'), text('agency')];
      return {
        kind,
        header: { agencyAbove, agency, symbol: text('symbol'), place: text('place') },
      };
    }
    case 'subject':
      return { kind, subject: text('subject') };
    case 'addressees':
      return { kind, addressees: lines('addressees') };
    case 'recipients':
      return { kind, recipients: lines('recipients') };
    case 'signature': {
      const [authority, position] = [text('authority'), text('position')];
      return { kind, signature: { authority, position, rank: text('rank'), name: text('name') } };
    }
    default:
      return {};
  }
}
