// What somebody on duty writes, sealed on their device: to the sender's code with a copy for the ring, or to the ring alone.

import { sealEnvelope, type Place } from '#sealed/envelope.ts';
import { toBase64Url } from '#sealed/bytes.ts';
import type { About } from '#sealed/halves.ts';
import type { Sealed } from '#sealed/ring.ts';
import { sealNote, type RingKey } from './casework-sealing.ts';

/** Both say the same; the one only the code opens, the other only the ring. */
export async function sealAnswer(
  ring: RingKey,
  answerRecipient: string,
  about: About,
  text: string,
): Promise<{ readonly sealed: Sealed; readonly sealedCopy: Sealed }> {
  const place: Place = { purpose: 'answer', to: ring.ringId, about, direction: 'out' };
  const sealFor = async (recipient: string): Promise<Sealed> =>
    toBase64Url(await sealEnvelope([recipient], { v: 1, ...place, body: { text } }));
  return { sealed: await sealFor(answerRecipient), sealedCopy: await sealFor(ring.recipient) };
}

export const sealPlainNote = (ring: RingKey, about: About, text: string): Promise<Sealed> =>
  sealNote(ring, about, { kind: 'note', text });
