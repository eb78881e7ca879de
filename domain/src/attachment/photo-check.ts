export const photoBytesMost = 716_800;

/**
 * How many photos of one person a complaint takes: a recording brings at most twenty (the bound of `limits.photos`), and as many again are found while it is handled.
 * What one person adds must not bury what others have.
 */
export const photosOfOnePersonMost = 40;
const pixelsMost = 25_000_000;

/** Why a photo is refused; `metadata` means that it could tell where or by whom it was taken. */
export type PhotoFault = 'notAnImage' | 'tooLarge' | 'tooManyPixels' | 'metadata' | 'trailingContent';

/**
 * Looks at a photo's bytes without decoding them: really a JPEG or WebP, small enough to store and to decode, no metadata, nothing hidden
 * behind the picture's end. The phone has encoded it anew already; this is the server's own look.
 *
 * @returns null when nothing is wrong.
 */
export function checkPhoto(bytes: Uint8Array): PhotoFault | null {
  if (bytes.length > photoBytesMost) return 'tooLarge';
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return checkJpeg(bytes);
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return checkWebp(bytes);
  return 'notAnImage';
}

/** Walks the segments to the end mark, those between and after the scans of the compressed picture too; nothing may follow the mark. */
function checkJpeg(bytes: Uint8Array): PhotoFault | null {
  let pixels = 0;
  for (let offset = 2; offset + 2 <= bytes.length;) {
    const marker = bytes[offset + 1] ?? 0;
    if (bytes[offset] !== 0xff) return 'notAnImage';
    // Any number of them may fill the room before a marker.
    if (marker === 0xff) {
      offset += 1;
      continue;
    }
    if (marker === 0xd9) return checkSize(pixels) ?? (offset + 2 === bytes.length ? null : 'trailingContent');
    const length = numberAt(bytes, offset + 2, 2);
    // What is no marker, a decoder passes over byte by byte: a length behind it would hide what comes next.
    if (length < 2 || marker === 0x00) return 'notAnImage';
    if (isJpegMetadata(bytes, offset, marker)) return 'metadata';
    if (isJpegFrame(marker)) pixels = Math.max(pixels, numberAt(bytes, offset + 5, 2) * numberAt(bytes, offset + 7, 2));
    offset += 2 + length;
    if (marker === 0xda) offset = endOfScan(bytes, offset);
  }
  return 'notAnImage';
}

/** Comments and application segments, but for the plain header (APP0 JFIF), the colour profile (APP2) and Adobe's colour mark (APP14). */
function isJpegMetadata(bytes: Uint8Array, offset: number, marker: number): boolean {
  if (marker === 0xfe) return true;
  if (marker < 0xe0 || marker > 0xef) return false;
  const allowed = { 0xe0: 'JFIF', 0xe2: 'ICC_PROFILE', 0xee: 'Adobe' }[marker];
  return allowed === undefined || textAt(bytes, offset + 4, allowed.length) !== allowed;
}

function isJpegFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Where the next segment begins: within a scan, 0xFF is only ever followed by 0x00, by a restart mark, or by another 0xFF as filling. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let offset = start; offset + 1 < bytes.length; offset += 1) {
    const next = bytes[offset + 1] ?? 0;
    const isMarker = bytes[offset] === 0xff && next !== 0x00 && next !== 0xff && (next < 0xd0 || next > 0xd7);
    if (isMarker) return offset;
  }
  return bytes.length;
}

function checkWebp(bytes: Uint8Array): PhotoFault | null {
  let pixels = 0;
  const end = 8 + littleEndian(bytes, 4, 4);
  if (end + (end % 2) !== bytes.length) return 'trailingContent';
  for (let offset = 12; offset + 8 <= bytes.length;) {
    const chunk = textAt(bytes, offset, 4);
    const size = littleEndian(bytes, offset + 4, 4);
    if (!['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ICCP'].includes(chunk)) return 'metadata';
    pixels = Math.max(pixels, webpPixels(bytes, chunk, offset + 8));
    offset += 8 + size + (size % 2);
  }
  return checkSize(pixels);
}

function webpPixels(bytes: Uint8Array, chunk: string, offset: number): number {
  if (chunk === 'VP8X') return (littleEndian(bytes, offset + 4, 3) + 1) * (littleEndian(bytes, offset + 7, 3) + 1);
  if (chunk === 'VP8 ') return (littleEndian(bytes, offset + 6, 2) & 0x3fff) * (littleEndian(bytes, offset + 8, 2) & 0x3fff);
  if (chunk !== 'VP8L') return 0;
  const packed = littleEndian(bytes, offset + 1, 4);
  return ((packed & 0x3fff) + 1) * (((packed >>> 14) & 0x3fff) + 1);
}

function checkSize(pixels: number): PhotoFault | null {
  if (pixels === 0) return 'notAnImage';
  return pixels > pixelsMost ? 'tooManyPixels' : null;
}

function textAt(bytes: Uint8Array, offset: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + length));
}

/** A big-endian number of that many bytes. */
function numberAt(bytes: Uint8Array, offset: number, length: number): number {
  return bytes.subarray(offset, offset + length).reduce((number, byte) => number * 256 + byte, 0);
}

function littleEndian(bytes: Uint8Array, offset: number, length: number): number {
  return bytes.subarray(offset, offset + length).reduceRight((number, byte) => number * 256 + byte, 0);
}
