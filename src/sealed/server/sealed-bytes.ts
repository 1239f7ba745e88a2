// Sealed bytes as the database keeps them: checked at the door, so that what is no base64url here is a bug.

import { fromBase64Url } from '../bytes.ts';
import type { Sealed } from '../ring.ts';

export function bytesOf(sealed: Sealed): Buffer {
  const bytes = fromBase64Url(sealed);
  if (!bytes) throw new Error('sealed bytes that are no base64url');
  return Buffer.from(bytes);
}
