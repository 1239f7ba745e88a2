// The one door for what a request carries: whoever reads a body gets clean text, or it is refused.

import { Unreadable } from '../failure.ts';
import { cleanFileName, cleanText, isFieldName } from '../incoming.ts';

const withoutBody = new Set(['GET', 'HEAD']);

/** The same request, read through this door; an empty body is not yet what its type says. */
export const incoming = (request: Request): Request =>
  withoutBody.has(request.method) ? request : new IncomingRequest(request);

class IncomingRequest extends Request {
  override async formData(): Promise<FormData> {
    const form = new FormData();
    for (const [name, value] of await parsed(() => super.formData())) {
      const field = cleanText(name);
      if (!isFieldName(field)) throw new Unreadable('a field with a forbidden name');
      if (typeof value === 'string') form.append(field, cleanText(value));
      else form.append(field, withCleanName(value));
    }
    return form;
  }

  override async text(): Promise<string> {
    return cleanText(await super.text());
  }

  override async json(): Promise<unknown> {
    const text = await super.text();
    return parsed(() => JSON.parse(text, cleanEntry) as unknown);
  }
}

/** Node's parsers say by these two that the body is not what its type promises. */
async function parsed<T>(read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError)
      throw new Unreadable('the body is not what its type says', { cause: error });
    throw error;
  }
}

function withCleanName(file: File): File {
  const name = cleanFileName(file.name);
  return name === file.name ? file : new File([file], name, { type: file.type });
}

function cleanEntry(key: string, value: unknown): unknown {
  if (!isFieldName(key)) throw new SyntaxError('a field with a forbidden name');
  return typeof value === 'string' ? cleanText(value) : value;
}
