// The envelope: opened where it belongs, with all it held; refused wherever else it was put.

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { identityFromSeed, newIdentity, recipientOf, sealTo } from './age.ts';
import { openEnvelope, sealEnvelope, type Envelope, type Place } from './envelope.ts';
import { aboutOf } from './halves.ts';
import { padded } from './padding.ts';
import { flipped } from './testing.ts';

const identity = identityFromSeed(new Uint8Array(32).fill(1));
let recipient: string;
beforeAll(async () => {
  recipient = await recipientOf(identity);
});

const place: Place = {
  purpose: 'tip',
  to: 'vong-vi-du',
  about: aboutOf(new Uint8Array(16)),
  direction: 'in',
};
const letter = (body: Envelope['body']): Envelope => ({ v: 1, ...place, body });
const refusal = (why: string): unknown => ({ ok: false, refusal: why });

describe('an envelope', () => {
  it('gives back any body and any attachment', async () => {
    const attachments = fc.option(fc.uint8Array({ maxLength: 5000 }), { nil: undefined });
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), attachments, async (value, attachment) => {
        const body = JSON.parse(JSON.stringify(value)) as Envelope['body'];
        const sealed = await sealEnvelope([recipient], letter(body), attachment);
        expect(await openEnvelope(identity, sealed, place)).toEqual({
          ok: true,
          value: attachment === undefined ? { body } : { body, attachment },
        });
      }),
      { numRuns: 40 },
    );
  });
  it('is refused with any other purpose, ring, case or direction', async () => {
    const sealed = await sealEnvelope([recipient], letter('x'));
    const elsewhere: readonly Place[] = [
      { ...place, purpose: 'help' },
      { ...place, to: 'vong-khac' },
      { ...place, about: aboutOf(new Uint8Array(16).fill(1)) },
      { ...place, direction: 'out' },
    ];
    const opened = elsewhere.map((expected) => openEnvelope(identity, sealed, expected));
    expect(await Promise.all(opened)).toEqual(elsewhere.map(() => refusal('misplaced')));
    expect((await openEnvelope(identity, sealed, place)).ok).toBe(true);
  });
  it('is refused with one bit changed, wherever', async () => {
    const sealed = await sealEnvelope([recipient], letter({ what: 'ví dụ' }));
    await fc.assert(
      fc.asyncProperty(fc.nat(8 * sealed.length - 1), async (bit) => {
        const opened = await openEnvelope(identity, flipped(sealed, bit), place);
        expect(opened.ok ? 'opened' : opened.refusal).toMatch(/^(not-for-this-key|damaged)$/);
      }),
      { numRuns: 150 },
    );
  });
  it('is not for another key', async () => {
    const sealed = await sealEnvelope([recipient], letter('x'));
    const { identity: stranger } = await newIdentity('hybrid');
    expect(await openEnvelope(stranger, sealed, place)).toEqual(refusal('not-for-this-key'));
  });
  it('is damaged where what was sealed is no envelope', async () => {
    const said = (text: string): Uint8Array => {
      const head = new TextEncoder().encode(text);
      return padded(Uint8Array.from([0, 0, head.length >> 8, head.length & 255, ...head]));
    };
    const wrong = [
      new TextEncoder().encode('không có phần đệm'),
      padded(new Uint8Array(2)),
      padded(Uint8Array.of(0xff, 0xff, 0xff, 0xff)),
      said('{'),
      said('null'),
      said('{"v":2,"attached":false,"body":1}'),
      said('{"v":1,"attached":"no","body":1}'),
      said('{"v":1,"attached":false}'),
    ];
    const opened = wrong.map(async (plain) =>
      openEnvelope(identity, await sealTo([recipient], plain), place),
    );
    expect(await Promise.all(opened)).toEqual(wrong.map(() => refusal('damaged')));
  });
  it('is as long for one word as for a page', async () => {
    const [short, long] = await Promise.all(
      ['x', 'x'.repeat(1700)].map((body) => sealEnvelope([recipient], letter(body))),
    );
    expect(short?.length).toBe(long?.length);
  });
  it('is not sealed at all where there is nobody to seal to', async () => {
    await expect(sealEnvelope([], letter('x'))).rejects.toThrow('at least one');
  });
});
