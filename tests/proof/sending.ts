// Tips as phones send them, from many addresses of this machine at once, and what a flood sends beside them.

import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { newId } from '#ground/id.ts';
import { newCode, writeCode } from '#sealed/code.ts';
import { halvesOf } from '#sealed/halves.ts';
import { identityFrom, letterFrom } from '#tips/door/letter.ts';
import { sealPiece, sealTip, type Ring } from '#tips/door/seal-tip.ts';

export type Answered = { readonly status: number; readonly body: string };
export type Sending = {
  readonly address: string;
  readonly path: string;
  readonly type: string;
  readonly body: string;
  /** One of this machine's: 127.0.0.1 to 127.255.255.254. */
  readonly from: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Fails where the line breaks off before an answer has come. */
export function post({ address, path, type, body, from, headers }: Sending): Promise<Answered> {
  const url = new URL(path, address);
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      method: 'POST',
      agent: new Agent(),
      localAddress: from,
      headers: { 'content-type': type, 'content-length': Buffer.byteLength(body), ...headers },
    });
    asked.once('response', (response) => {
      const { statusCode: status = 0 } = response;
      text(response).then((said) => resolve({ status, body: said }), reject);
    });
    asked.once('error', reject);
    asked.end(body);
  });
}

export type Tip = { readonly commandId: string; readonly find: string; readonly body: string };
export type Told = { readonly what: string; readonly name: string; readonly file: string };

/** A tip with everything somebody can say, and each of the forms in which its secrets could lie about. */
export async function sealedTip(ring: Ring, told: Told) {
  const code = newCode((length) => crypto.getRandomValues(new Uint8Array(length)));
  const halves = await halvesOf(code);
  const typed = { what: told.what, name: told.name, contact: told.name };
  const letter = letterFrom(typed, { hamlet: null, files: [], sealedBy: 'device' });
  const commandId = newId<'command'>();
  const sealed = await sealTip(halves, ring, letter, identityFrom(typed));
  const of = { uploadId: newId<'upload'>(), number: 0, of: 1 };
  const piece = await sealPiece(halves.find, ring, of, Buffer.from(told.file));
  const secrets = [
    told.what,
    told.name,
    told.file,
    writeCode(code, 'syllables'),
    writeCode(code, 'digits'),
    halves.open,
    sealed.find,
  ];
  const { uploadId, number } = of;
  return {
    letter: { commandId, find: sealed.find, body: JSON.stringify({ commandId, ...sealed }) },
    piece: JSON.stringify({ ...piece, uploadId, number }),
    secrets,
  };
}

/** Valid to the eye of the server, of no content: what is sealed is sealed for nobody. */
export function tipOf(ring: Ring, answerRecipient: string, sealed: string): Tip {
  const commandId = newId<'command'>();
  const find = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url');
  const { ringId, epoch } = ring;
  const letter = { commandId, ringId, epoch, find, answerRecipient, sealed };
  return { commandId, find, body: JSON.stringify(letter) };
}
