// The body of a strange request: the fields of a form, well or badly wrapped.

import type { Asked } from './plain-http.ts';
import type { StrangeFile, StrangeRequest } from './strange-requests.ts';

type Field = readonly [string, string | StrangeFile];
type Body = Pick<Asked, 'body'> & { readonly headers: Readonly<Record<string, string>> };

export function bodyOf(known: Readonly<Record<string, string>>, strange: StrangeRequest): Body {
  const fields = spoilt(known, strange);
  const typed = (type: string, body: string | Buffer): Body => ({
    headers: { 'content-type': type },
    body: Buffer.from(body),
  });
  const whole = multipart(fields);
  switch (strange.body) {
    case 'form':
      return typed('application/x-www-form-urlencoded', urlEncoded(fields));
    case 'escapes':
      return typed('application/x-www-form-urlencoded', `%=%ff&&=&${strange.bytes}&__proto__=%00`);
    case 'multipart':
      return typed(`multipart/form-data; boundary=${boundary}`, whole);
    case 'torn':
      return typed(
        `multipart/form-data; boundary=${boundary}`,
        whole.subarray(0, whole.length / 2),
      );
    case 'no boundary':
      return typed('multipart/form-data', whole);
    case 'plain':
      return typed('text/plain', urlEncoded(fields));
    case 'json':
      return typed('application/json', JSON.stringify(Object.fromEntries(fields)) + strange.bytes);
    case 'bytes':
      return typed('application/octet-stream', strange.bytes);
    case 'odd type':
      return typed('multipart/form-data; boundary="; charset=\xff', whole);
    case 'no type':
      return { headers: {}, body: Buffer.from(strange.bytes) };
    case 'none':
      return { headers: {} };
  }
}

const boundary = '----strange';

/** As people fill it in, but for what the strange request does to it. */
function spoilt(
  known: Readonly<Record<string, string>>,
  strange: StrangeRequest,
): readonly Field[] {
  let fields: readonly Field[] = Object.entries(known).map(([name, value]) => [
    name,
    honest(name, value),
  ]);
  for (const { at, how } of strange.spoilt) {
    const chosen = at % Math.max(fields.length, 1);
    const name = fields[chosen]?.[0] ?? 'commandId';
    if (how.kind === 'missing') fields = fields.toSpliced(chosen, 1);
    else if (how.kind === 'added') fields = [...fields, [how.name, how.value]];
    else if (how.kind === 'twice') fields = [...fields, [name, how.value]];
    else fields = fields.toSpliced(chosen, 1, [name, how.value]);
  }
  return fields;
}

/** What stands there already, or what a person might write; another command each time. */
function honest(name: string, value: string): string | StrangeFile {
  if (name === 'commandId') return crypto.randomUUID();
  if (/^(?:file|photos)$/.test(name)) return { name: 'a.txt', type: 'text/plain', content: 'a,b' };
  if (value) return value;
  if (/day|date|from$|to$|until|\.due$|start$|On$/i.test(name)) return '2026-11-02';
  return /count|number|participants|value|year|every/i.test(name) ? '5' : 'Ví dụ';
}

const urlEncoded = (fields: readonly Field[]): string =>
  new URLSearchParams(
    fields.map(([name, value]) => [name, typeof value === 'string' ? value : value.name]),
  ).toString();

/** By hand: what wraps it properly would also mend it. */
function multipart(fields: readonly Field[]): Buffer {
  const parts = fields.flatMap(([name, value]) => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"`),
    typeof value === 'string' ? Buffer.from(`\r\n\r\n${value}`) : filePart(value),
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]);
}

const filePart = ({ name, type, content }: StrangeFile): Buffer =>
  Buffer.from(`; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n${content}`, 'latin1');
