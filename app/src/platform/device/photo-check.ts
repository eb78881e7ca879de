/** Why a file cannot be attached as a photo; the form has a sentence for each. */
export type PhotoRefusal = 'empty' | 'tooLarge' | 'notAnImage' | 'tooManyPixels' | 'unreadable' | 'readerMissing' | 'tooManyPages' | 'locked';

export class PhotoRefused extends Error {
  readonly code: PhotoRefusal;
  constructor(code: PhotoRefusal, cause?: unknown) {
    super(`photo refused: ${code}`, { cause });
    this.name = 'PhotoRefused';
    this.code = code;
  }
}

const mostBytes = 32_000_000;
/** What a phone can decode beside everything else it holds: 25 million pixels are 100 MB in memory. */
const mostPixels = 25_000_000;
/** A JPEG can be made smaller while it is decoded: the largest that phones take. */
const mostPixelsOfJpeg = 120_000_000;
const searchedForEnd = 4_000_000;

interface Header {
  format?: 'jpeg';
  /** It begins like one and ends before its size is told: nothing says how much it would unfold into. */
  isBroken?: true;
  /** Null where the format hides the size: the decoder finds out. */
  pixels: number | null;
}

/**
 * Judges a file by its first bytes, before anything decodes it: the name and the type that came with it prove nothing, and a small file
 * can unfold into gigabytes of pixels. Only raster formats pass; an SVG is a program.
 */
export function judgePhoto(bytes: Uint8Array): PhotoRefusal | null {
  if (bytes.length === 0) return 'empty';
  if (bytes.length > mostBytes) return 'tooLarge';
  const header = headerOf(bytes);
  if (!header) return 'notAnImage';
  if (header.isBroken) return 'unreadable';
  const most = header.format === 'jpeg' ? mostPixelsOfJpeg : mostPixels;
  return header.pixels !== null && header.pixels > most ? 'tooManyPixels' : null;
}

/** Whether it is a document, whose pages can be drawn. */
export function isPdf(bytes: Uint8Array): boolean {
  // Readers take one that begins a little later.
  return String.fromCharCode(...bytes.subarray(0, 1024)).includes('%PDF-');
}

/** Whether a JPEG has its end mark; some phones put more behind it. A browser that draws one as it decodes does not say that half of it is missing. */
export function hasJpegEnd(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 2; at >= Math.max(2, bytes.length - searchedForEnd); at -= 1) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  return false;
}

/** Whether a picture that may be attached has more pixels than fit into the memory of a phone beside everything else. */
export function isHuge(bytes: Uint8Array): boolean {
  return (headerOf(bytes)?.pixels ?? 0) > mostPixels;
}

function headerOf(bytes: Uint8Array): Header | null {
  return jpegHeader(bytes) ?? pngHeader(bytes) ?? gifHeader(bytes) ?? webpHeader(bytes) ?? heifHeader(bytes) ?? bmpHeader(bytes) ?? tiffHeader(bytes);
}

const broken: Header = { pixels: null, isBroken: true };

/** Walks the segments to the frame header, wherever the thumbnails in between end. Before a marker there may be filling, and some have no content. */
function jpegHeader(bytes: Uint8Array): Header | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8 || bytes[2] !== 0xff) return null;
  const view = viewOf(bytes);
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { format: 'jpeg', pixels: view.getUint16(at + 5) * view.getUint16(at + 7) };
    // What is no marker, a decoder passes over byte by byte: a length behind it would hide what comes next.
    if (marker === 0x00) break;
    const isEmpty = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    at += marker === 0xff ? 1 : isEmpty ? 2 : 2 + view.getUint16(at + 2);
  }
  return { format: 'jpeg', pixels: null, isBroken: true };
}

function pngHeader(bytes: Uint8Array): Header | null {
  if (!startsWith(bytes, 0, '\x89PNG\r\n\x1a\n')) return null;
  if (bytes.length < 24) return broken;
  const view = viewOf(bytes);
  return { pixels: view.getUint32(16) * view.getUint32(20) };
}

function gifHeader(bytes: Uint8Array): Header | null {
  if (!startsWith(bytes, 0, 'GIF8')) return null;
  if (bytes.length < 10) return broken;
  const view = viewOf(bytes);
  return { pixels: view.getUint16(6, true) * view.getUint16(8, true) };
}

function webpHeader(bytes: Uint8Array): Header | null {
  if (!startsWith(bytes, 0, 'RIFF') || !startsWith(bytes, 8, 'WEBP')) return null;
  if (bytes.length < 30) return broken;
  const view = viewOf(bytes);
  const uint24 = (at: number): number => view.getUint16(at, true) + (bytes[at + 2] ?? 0) * 65_536;
  if (startsWith(bytes, 12, 'VP8X')) return { pixels: (uint24(24) + 1) * (uint24(27) + 1) };
  if (startsWith(bytes, 12, 'VP8L')) {
    const packed = view.getUint32(21, true);
    return { pixels: ((packed & 0x3fff) + 1) * (((packed >>> 14) & 0x3fff) + 1) };
  }
  return { pixels: (view.getUint16(26, true) & 0x3fff) * (view.getUint16(28, true) & 0x3fff) };
}

function bmpHeader(bytes: Uint8Array): Header | null {
  if (!startsWith(bytes, 0, 'BM') || !startsWith(bytes, 6, '\0\0\0\0')) return null;
  if (bytes.length < 26) return broken;
  const view = viewOf(bytes);
  return { pixels: Math.abs(view.getInt32(18, true)) * Math.abs(view.getInt32(22, true)) };
}

/** A picture, and none that a browser draws: it is called that, and not something else. */
function tiffHeader(bytes: Uint8Array): Header | null {
  return startsWith(bytes, 0, 'II*\0') || startsWith(bytes, 0, 'MM\0*') ? broken : null;
}

/** HEIC and AVIF, as new phones take them: the largest of the sizes written in the file counts. */
function heifHeader(bytes: Uint8Array): Header | null {
  if (!startsWith(bytes, 4, 'ftyp')) return null;
  if (!['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1', 'avif', 'avis'].some((brand) => startsWith(bytes, 8, brand))) return null;
  const view = viewOf(bytes);
  let pixels: number | null = null;
  for (let at = 12; at + 16 <= Math.min(bytes.length, 100_000); at += 1) {
    if (startsWith(bytes, at, 'ispe')) pixels = Math.max(pixels ?? 0, view.getUint32(at + 8) * view.getUint32(at + 12));
  }
  return { pixels };
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  return [...text].every((character, index) => bytes[at + index] === character.charCodeAt(0));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
