// Bytes as letters, one for one: what file formats call their parts, and how they are told.

export const latin = (bytes: Uint8Array, from = 0, to = bytes.length): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));

/** A whole file as text of the same length; by pieces, since a call takes only so many arguments. */
export function longLatin(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) pieces.push(latin(bytes, at, at + 8192));
  return pieces.join('');
}

export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
