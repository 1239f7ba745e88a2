// What the door's script sends and is answered: small JSON, bounded before it is read.

import * as v from 'valibot';
import type { Outcome } from '#ground/outcome.ts';

export const isJson = (request: Request): boolean =>
  request.headers.get('content-type')?.startsWith('application/json') ?? false;

/** Undefined where it is too long, no JSON, or says something else. */
export async function readJson<S extends v.GenericSchema>(
  request: Request,
  schema: S,
  mostBytes: number,
): Promise<v.InferOutput<S> | undefined> {
  const text = await readText(request, mostBytes);
  if (text === undefined) return undefined;
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text);
  return parsed.success ? parsed.output : undefined;
}

export const taken = <T extends object>(outcome: Outcome<T, string>): Response =>
  outcome.ok
    ? answer({ ok: true, ...outcome.value })
    : answer({ ok: false, refusal: outcome.refusal }, 409);

export const unreadable = (): Response => answer({ ok: false, refusal: 'unreadable' }, 400);

export const answer = (value: object, status = 200): Response =>
  Response.json(value, { status, headers: { 'cache-control': 'no-store' } });

async function readText(request: Request, mostBytes: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
