/** Photos put together by hand: just enough of each format for a check that does not decode. */
export interface JpegParts {
  width?: number;
  height?: number;
  /** Segments before the scan, beside header and frame. */
  before?: number[][];
  /** Segments between the scan and the end mark. */
  after?: number[][];
  /** Bytes behind the end mark. */
  behind?: number[];
}

export function text(characters: string): number[] {
  return [...characters].map((character) => character.charCodeAt(0));
}

/** A JPEG segment: marker, length, content. */
export function segment(marker: number, content: number[]): number[] {
  return [0xff, marker, ...bigEndian(content.length + 2), ...content];
}

export const exifSegment = segment(0xe1, [...text('Exif\0\0II*\0'), 8, 0, 0, 0, 0, 0]);
/** An EXIF directory with the one entry that points to where the photo was taken (0x8825). */
export const gpsSegment = segment(0xe1, [...text('Exif\0\0II*\0'), 8, 0, 0, 0, 1, 0, 0x25, 0x88, 4, 0, 1, 0, 0, 0, 26, 0, 0, 0]);
export const zip = [...text('PK'), 3, 4, 20, 0, 0, 0];

export function jpeg({ width = 640, height = 480, before = [], after = [], behind = [] }: JpegParts = {}): Uint8Array {
  const header = segment(0xe0, [...text('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]);
  const frame = segment(0xc0, [8, ...bigEndian(height), ...bigEndian(width), 1, 1, 0x11, 0]);
  const scan = [...segment(0xda, [1, 1, 0, 0, 0x3f, 0]), 0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0x00];
  return Uint8Array.from([0xff, 0xd8, ...header, ...before.flat(), ...frame, ...scan, ...after.flat(), 0xff, 0xd9, ...behind]);
}

/** A RIFF chunk, filled up to an even length. */
export function chunk(name: string, content: number[]): number[] {
  return [...text(name), ...littleEndian(content.length, 4), ...content, ...(content.length % 2 === 1 ? [0] : [])];
}

export function lossyChunk(width = 640, height = 480): number[] {
  return chunk('VP8 ', [0x30, 1, 0, 0x9d, 1, 0x2a, ...littleEndian(width, 2), ...littleEndian(height, 2), 0x47]);
}

export function losslessChunk(width = 640, height = 480): number[] {
  return chunk('VP8L', [0x2f, ...littleEndian((width - 1) | ((height - 1) << 14), 4), 0x88]);
}

export function extendedChunk(width = 640, height = 480, flags = 0): number[] {
  return chunk('VP8X', [flags, 0, 0, 0, ...littleEndian(width - 1, 3), ...littleEndian(height - 1, 3)]);
}

export function webp(...chunks: number[][]): Uint8Array {
  const content = [...text('WEBP'), ...chunks.flat()];
  return Uint8Array.from([...text('RIFF'), ...littleEndian(content.length, 4), ...content]);
}

function bigEndian(number: number): number[] {
  return [number >> 8, number & 0xff];
}

function littleEndian(number: number, bytes: number): number[] {
  return Array.from({ length: bytes }, (_, index) => (number >>> (8 * index)) & 0xff);
}
