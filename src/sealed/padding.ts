// Fixed sizes: how long a letter is says what it is; so all letters are of a few lengths.

const kibibyte = 1024;
const largest = 64 * kibibyte;
/** Before the content: its length. */
const lengthBytes = 4;

/** 2, 4, 8, 16, 32 or 64 KiB, then every further 64 KiB: the first that holds so many bytes. */
export function paddedSize(length: number): number {
  const needed = length + lengthBytes;
  const small = [2, 4, 8, 16, 32].map((size) => size * kibibyte);
  return small.find((size) => needed <= size) ?? Math.ceil(needed / largest) * largest;
}

/** The bytes with their length before and zeros behind. */
export function padded(bytes: Uint8Array): Uint8Array {
  const result = new Uint8Array(paddedSize(bytes.length));
  new DataView(result.buffer).setUint32(0, bytes.length);
  result.set(bytes, lengthBytes);
  return result;
}

/** What `padded` was given; undefined for anything that `padded` did not write. */
export function unpadded(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length < paddedSize(0)) return undefined;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  if (paddedSize(length) !== bytes.length) return undefined;
  const end = lengthBytes + length;
  return bytes.subarray(end).every((byte) => byte === 0)
    ? bytes.slice(lengthBytes, end)
    : undefined;
}
