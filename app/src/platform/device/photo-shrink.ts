import { phoneNowMs } from './clock.ts';
import { judgePhoto, PhotoRefused } from './photo-check.ts';
import type { ShrunkPhoto } from './shrunk-photo.ts';

const longestEdge = 1_600;
const mostBytes = 700_000;
/** Tried in turn until the photo is small enough: a receipt has to stay readable, so size gives way before sharpness does. */
const attempts = [
  { scale: 1, quality: 0.82 },
  { scale: 1, quality: 0.68 },
  { scale: 0.75, quality: 0.68 },
  { scale: 0.5, quality: 0.6 },
  { scale: 0.35, quality: 0.5 },
] as const;

/**
 * Makes of any picture a small JPEG drawn anew, so that what came with it (place, device, thumbnails, anything hidden behind the pixels) is gone.
 *
 * @throws PhotoRefused when it is no picture or too big to be decoded safely; the text of a complaint never waits for that.
 */
export async function shrinkPhoto(file: Blob): Promise<ShrunkPhoto> {
  const refusal = judgePhoto(new Uint8Array(await file.slice(0, 32_000_001).arrayBuffer()));
  if (refusal !== null) throw new PhotoRefused(refusal);
  const picture = await decode(file);
  try {
    return await smallEnough(picture);
  } finally {
    picture.close();
  }
}

async function decode(file: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file);
  } catch (cause) {
    throw new PhotoRefused('unreadable', cause);
  }
}

async function smallEnough(picture: ImageBitmap): Promise<ShrunkPhoto> {
  const fit = Math.min(1, longestEdge / Math.max(picture.width, picture.height));
  for (const { scale, quality } of attempts) {
    const width = Math.max(1, Math.round(picture.width * fit * scale));
    const height = Math.max(1, Math.round(picture.height * fit * scale));
    const blob = await drawn(picture, width, height, quality);
    if (blob.size <= mostBytes) return attached(blob, width, height);
  }
  throw new PhotoRefused('tooLarge');
}

/** On white: JPEG has no transparency, and a transparent screenshot would turn black. */
function drawn(picture: ImageBitmap, width: number, height: number, quality: number): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  if (!context) throw new PhotoRefused('unreadable');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new PhotoRefused('unreadable'))), 'image/jpeg', quality);
  });
}

async function attached(blob: Blob, width: number, height: number): Promise<ShrunkPhoto> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { id: crypto.randomUUID(), contentType: 'image/jpeg', width, height, sha256, capturedAtMs: phoneNowMs(), bytes };
}
