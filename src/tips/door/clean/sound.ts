// MP3 and WAV without their labels: title, artist, device, place and pictures stand apart from the sound.

import { latin, viewOf } from './latin.ts';

export const isMp3 = (bytes: Uint8Array): boolean =>
  latin(bytes, 0, 3) === 'ID3' || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2);

/** Labels stand before (ID3v2, one or more) and behind (ID3v1, APE); the frames stay as they are. */
export function cleanMp3(bytes: Uint8Array): Uint8Array | undefined {
  let sound = bytes;
  while (latin(sound, 0, 3) === 'ID3') sound = sound.subarray(labelLength(sound));
  if (latin(sound, sound.length - 128, sound.length - 125) === 'TAG')
    sound = sound.subarray(0, -128);
  if (latin(sound, sound.length - 32, sound.length - 24) === 'APETAGEX') return undefined;
  return sound.length > 0 && sound[0] === 0xff ? sound.slice() : undefined;
}

/** Seven bits of each byte count; a footer repeats the head. */
const labelLength = (sound: Uint8Array): number =>
  [6, 7, 8, 9].reduce((sum, at) => sum * 128 + ((sound[at] ?? 0) & 127), 0) +
  ((sound[5] ?? 0) & 16 ? 20 : 10);

export const isWave = (bytes: Uint8Array): boolean =>
  latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WAVE';

const keptInWave = new Set(['fmt ', 'fact', 'data']);

export function cleanWave(bytes: Uint8Array): Uint8Array | undefined {
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [];
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = view.getUint32(at + 4, true);
    const next = at + 8 + size + (size % 2);
    if (at + 8 + size > bytes.length) return undefined;
    if (keptInWave.has(latin(bytes, at, at + 4))) kept.push(bytes.subarray(at, next));
    at = next;
  }
  return waveOf(kept);
}

function waveOf(chunks: readonly Uint8Array[]): Uint8Array {
  const size = chunks.reduce((sum, chunk) => sum + chunk.length, 12);
  const wave = new Uint8Array(size);
  wave.set(new TextEncoder().encode('RIFF    WAVE'));
  viewOf(wave).setUint32(4, size - 8, true);
  let at = 12;
  for (const chunk of chunks) {
    wave.set(chunk, at);
    at += chunk.length;
  }
  return wave;
}
