import { expect, test } from 'vitest';
import { hasJpegEnd, isHuge, isPdf, judgePhoto } from './photo-check.ts';

const bytesOf = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? Array.from(part, (character) => character.charCodeAt(0)) : part)));
const u16 = (value: number): number[] => [value >> 8, value & 255];
const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 65_535)];
const le16 = (value: number): number[] => [value & 255, value >> 8];
const le24 = (value: number): number[] => [...le16(value & 65_535), value >> 16];

const jpeg = (width: number, height: number, exifBytes = 0): Uint8Array =>
  bytesOf(
    [0xff, 0xd8, 0xff, 0xe1, ...u16(2 + exifBytes)],
    Array.from({ length: exifBytes }, () => 0xff),
    [0xff, 0xc0, ...u16(17), 8, ...u16(height), ...u16(width), 3],
    [0, 0, 0, 0],
  );
const frame = (width: number, height: number, marker = 0xc0): number[] => [0xff, marker, ...u16(17), 8, ...u16(height), ...u16(width), 3, 0, 0, 0, 0];
const filled = (width: number, height: number, fillBytes: number): Uint8Array =>
  bytesOf(
    [0xff, 0xd8],
    Array.from({ length: fillBytes }, () => 0xff),
    frame(width, height),
  );
const png = (width: number, height: number): Uint8Array => bytesOf([0x89], 'PNG\r\n', [0x1a, 0x0a], u32(13), 'IHDR', u32(width), u32(height), [8, 2, 0, 0, 0]);
const gif = (width: number, height: number): Uint8Array => bytesOf('GIF89a', le16(width), le16(height), [0, 0]);
const webp = (width: number, height: number): Uint8Array => bytesOf('RIFF', u32(0), 'WEBPVP8X', u32(10), [0, 0, 0, 0], le24(width - 1), le24(height - 1));
const heic = (width: number, height: number): Uint8Array => bytesOf(u32(24), 'ftypheic', u32(0), u32(20), 'ispe', u32(0), u32(width), u32(height));

test.each([
  ['a JPEG of a 12 MP phone', jpeg(4_000, 3_000), null],
  ['a JPEG behind metadata that looks like markers', jpeg(4_000, 3_000, 500), null],
  ['a JPEG that unfolds into 65,000 × 65,000', jpeg(65_000, 65_000), 'tooManyPixels'],
  ['a JPEG of 50 MP', jpeg(8_160, 6_120), null],
  ['a JPEG of 108 MP', jpeg(12_000, 9_000), null],
  ['a JPEG just above the limit', jpeg(12_001, 10_000), 'tooManyPixels'],
  ['a JPEG exactly at the limit', jpeg(12_000, 10_000), null],
  ['a bomb behind filling', filled(65_000, 65_000, 1), 'tooManyPixels'],
  ['a bomb behind much filling', filled(65_000, 65_000, 700), 'tooManyPixels'],
  ['a photo behind filling', filled(4_000, 3_000, 3), null],
  ['a bomb behind markers without content', bytesOf([0xff, 0xd8, 0xff, 0x01, 0xff, 0xd0, 0xff, 0xd8], frame(65_000, 65_000)), 'tooManyPixels'],
  ['a progressive JPEG', bytesOf([0xff, 0xd8], frame(4_000, 3_000, 0xc2)), null],
  ['a progressive bomb', bytesOf([0xff, 0xd8], frame(65_000, 65_000, 0xc2)), 'tooManyPixels'],
  ['a JPEG that ends before its picture', bytesOf([0xff, 0xd8, 0xff, 0xe0, ...u16(16)], 'JFIF'), 'unreadable'],
  ['a JPEG whose segment leads past its end', bytesOf([0xff, 0xd8, 0xff, 0xe1, ...u16(60_000)], frame(4_000, 3_000)), 'unreadable'],
  ['a PNG just above the limit', png(5_001, 5_000), 'tooManyPixels'],
  ['a PNG exactly at the limit', png(5_000, 5_000), null],
  ['a bomb behind what looks like a segment', bytesOf([0xff, 0xd8, 0xff, 0x00, ...u16(21)], frame(65_000, 65_000), frame(100, 100)), 'unreadable'],
  ['a PNG that ends in its signature', bytesOf([0x89], 'PNG\r\n', [0x1a, 0x0a]), 'unreadable'],
  ['a GIF that ends before its size', bytesOf('GIF89a'), 'unreadable'],
  ['a WebP that ends before its size', bytesOf('RIFF', u32(0), 'WEBPVP8X'), 'unreadable'],
  ['a bitmap', bytesOf('BM', u32(0), u32(0), u32(0), u32(0), [...le16(800), 0, 0], [...le16(600), 0, 0]), null],
  ['a bitmap bomb', bytesOf('BM', u32(0), u32(0), u32(0), u32(0), [...le16(60_000), 0, 0], [...le16(60_000), 0, 0]), 'tooManyPixels'],
  ['a TIFF, which no browser draws', bytesOf('II*', [0, 8, 0, 0, 0]), 'unreadable'],
  ['a HEIC of several', bytesOf(u32(24), 'ftypheim', u32(0), u32(20), 'ispe', u32(0), u32(4_032), u32(3_024)), null],
  ['a PNG screenshot', png(1_170, 2_532), null],
  ['a PNG bomb', png(50_000, 50_000), 'tooManyPixels'],
  ['a GIF', gif(800, 600), null],
  ['a GIF bomb', gif(65_535, 65_535), 'tooManyPixels'],
  ['a WebP', webp(1_600, 1_200), null],
  ['a WebP bomb', webp(16_000, 16_000), 'tooManyPixels'],
  ['a HEIC', heic(4_032, 3_024), null],
  ['a HEIC bomb', heic(20_000, 20_000), 'tooManyPixels'],
  ['nothing', new Uint8Array(), 'empty'],
  ['an SVG, which is a program', bytesOf('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 'notAnImage'],
  ['a page', bytesOf('<!doctype html>'), 'notAnImage'],
  ['a PDF', bytesOf('%PDF-1.7'), 'notAnImage'],
  ['a film', bytesOf(u32(24), 'ftypisom'), 'notAnImage'],
  ['two bytes', bytesOf([0xff, 0xd8]), 'notAnImage'],
])('%s', (_name, bytes, verdict) => {
  expect(judgePhoto(bytes)).toBe(verdict);
});

test('6 MB are shrunk, 33 MB are refused unread', () => {
  const sized = (length: number): Uint8Array => {
    const bytes = new Uint8Array(length);
    bytes.set(jpeg(4_000, 3_000));
    return bytes;
  };
  expect(judgePhoto(sized(6_000_000))).toBeNull();
  expect(judgePhoto(sized(33_000_000))).toBe('tooLarge');
});

test('what has more pixels than a phone holds is told from what has not', () => {
  expect([jpeg(5_000, 5_000), jpeg(5_001, 5_000), jpeg(12_000, 9_000), png(5_000, 5_000)].map(isHuge)).toEqual([false, true, true, false]);
});

test('a document is one also where something stands before it', () => {
  expect([bytesOf('%PDF-1.7'), bytesOf([0xef, 0xbb, 0xbf], '\n%PDF-1.4'), bytesOf('PDF'), jpeg(10, 10)].map(isPdf)).toEqual([true, true, false, false]);
});

test('half a JPEG is told from a whole one, and from one with more behind it', () => {
  const whole = bytesOf([0xff, 0xd8], frame(4_000, 3_000), [0x12, 0x34, 0xff, 0xd9]);
  expect([whole, bytesOf([...whole], 'MOTION PHOTO'), whole.slice(0, -1)].map(hasJpegEnd)).toEqual([true, true, false]);
});
