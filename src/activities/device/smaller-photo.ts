// Draws a photo anew in the browser: smaller, so that it is sent quickly on a bad line, and without its place.

import { hasTooManyPixels } from '../picture-size.ts';

/** Enough for a printed page; about 300 KB. */
const longestSide = 1_600;
const quality = 0.82;

export type PhotoRefusal = 'photo-unknown' | 'picture-too-large';

/**
 * Whatever its size, only what was drawn here leaves the device: it keeps neither place nor camera.
 * What the browser cannot draw is refused; what declares too many pixels is never drawn.
 */
export async function smallerPhoto(photo: File): Promise<File | PhotoRefusal> {
  if (hasTooManyPixels(new Uint8Array(await photo.arrayBuffer()))) return 'picture-too-large';
  const picture = await createImageBitmap(photo).catch(() => undefined);
  const small = picture && (await drawn(picture));
  if (!small) return 'photo-unknown';
  return new File([small], photo.name.replace(/(\.\w+)?$/, '.jpg'), { type: 'image/jpeg' });
}

function drawn(picture: ImageBitmap): Promise<Blob | null> {
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  // What was see-through becomes paper, not black.
  if (pen) pen.fillStyle = 'white';
  pen?.fillRect(0, 0, canvas.width, canvas.height);
  pen?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', quality);
  });
}
