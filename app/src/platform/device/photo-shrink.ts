import { phoneNowMs } from './clock.ts';
import { drawPdf } from './pdf-pages.ts';
import { hasJpegEnd, isHuge, isPdf, judgePhoto, PhotoRefused } from './photo-check.ts';
import { pagesOf, type PhotoPage } from './photo-pages.ts';
import type { ShrunkPhoto } from './shrunk-photo.ts';

const mostBytes = 700_000;
/** As far as a browser says: with less than this a picture of 50 million pixels can end the page. */
const leastMemoryGb = 4;
/** Tried in turn until the photo is small enough: a receipt has to stay readable, so size gives way before sharpness does. */
const attempts = [
  { scale: 1, quality: 0.82 },
  { scale: 1, quality: 0.68 },
  { scale: 0.75, quality: 0.68 },
  { scale: 0.5, quality: 0.6 },
  { scale: 0.35, quality: 0.5 },
] as const;

/**
 * Makes of any picture a small JPEG drawn anew, so that what came with it (place, device, thumbnails, anything hidden behind the pixels) is gone. Of a long screenshot
 * only the first page: whoever asks for one wants a paper.
 *
 * @throws PhotoRefused when it is no picture or too big to be decoded safely; the text of a complaint never waits for that.
 */
export async function shrinkPhoto(file: Blob): Promise<ShrunkPhoto> {
  const [first] = await shrinkToPages(file, 1);
  if (!first) throw new PhotoRefused('unreadable');
  return first;
}

/**
 * The same as pages from top to bottom, where one would be too small to read (REC-2).
 *
 * @param most of more pages none is made.
 * @throws PhotoRefused as before.
 */
export async function shrinkToPages(file: Blob, most: number): Promise<ShrunkPhoto[]> {
  const bytes = new Uint8Array(await file.slice(0, 32_000_001).arrayBuffer());
  if (isPdf(bytes)) return shrinkPdf(bytes, most);
  const refusal = judgePhoto(bytes);
  if (refusal !== null) throw new PhotoRefused(refusal);
  const picture = isHuge(bytes) ? await decodeHuge(file, bytes) : await decode(file);
  try {
    const pages = [];
    for (const page of pagesOf(picture).slice(0, most)) pages.push(await smallEnough(picture, page));
    return pages;
  } finally {
    picture.close();
  }
}

async function shrinkPdf(bytes: Uint8Array, most: number): Promise<ShrunkPhoto[]> {
  const pages: ShrunkPhoto[] = [];
  await drawPdf(bytes, async (source) => {
    const { width, height } = source;
    if (pages.length < most) pages.push(await smallEnough({ source, width, height, close: () => undefined }, { top: 0, height, scale: 1 }));
  });
  return pages;
}

/** What can be drawn, and has to be let go of. */
interface Picture {
  source: CanvasImageSource;
  width: number;
  height: number;
  close(): void;
}

async function decode(file: Blob): Promise<Picture> {
  try {
    const source = await createImageBitmap(file);
    return { source, width: source.width, height: source.height, close: () => source.close() };
  } catch (cause) {
    throw new PhotoRefused('unreadable', cause);
  }
}

/** An image element decodes no more of a JPEG than is drawn of it, where a bitmap would hold every pixel; a phone with little memory does not try. */
async function decodeHuge(file: Blob, bytes: Uint8Array): Promise<Picture> {
  if (!hasJpegEnd(bytes)) throw new PhotoRefused('unreadable');
  const { deviceMemory = leastMemoryGb } = navigator as { deviceMemory?: number };
  if (deviceMemory < leastMemoryGb) throw new PhotoRefused('tooManyPixels');
  const source = new Image();
  const url = URL.createObjectURL(file);
  const close = (): void => URL.revokeObjectURL(url);
  try {
    await new Promise((resolve, reject) => {
      source.onload = resolve;
      source.onerror = () => reject(new PhotoRefused('unreadable'));
      source.src = url;
    });
    return { source, width: source.naturalWidth, height: source.naturalHeight, close };
  } catch (cause) {
    close();
    throw cause;
  }
}

async function smallEnough(picture: Picture, page: PhotoPage): Promise<ShrunkPhoto> {
  for (const { scale, quality } of attempts) {
    const width = Math.max(1, Math.round(picture.width * page.scale * scale));
    const height = Math.max(1, Math.round(page.height * page.scale * scale));
    const blob = await drawn(picture, page, { width, height }, quality);
    if (blob.size <= mostBytes) return attached(blob, width, height);
  }
  throw new PhotoRefused('tooLarge');
}

/** On white: JPEG has no transparency, and a transparent screenshot would turn black. */
function drawn(picture: Picture, { top, height: part }: PhotoPage, { width, height }: { width: number; height: number }, quality: number): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  if (!context) throw new PhotoRefused('unreadable');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture.source, 0, top, picture.width, part, 0, 0, width, height);
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
