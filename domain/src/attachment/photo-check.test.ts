import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chunk, exifSegment, extendedChunk, gpsSegment, jpeg, losslessChunk, lossyChunk, segment, text, webp, zip } from '../testing/photos.ts';
import { randomRun } from '../testing/random-run.ts';
import { checkPhoto, photoBytesMost } from './photo-check.ts';

const progressive = [segment(0xc4, [0x11, 0xff, 0xd9, 1]), [...segment(0xda, [1, 1, 0, 1, 5, 0]), 0x12, 0x34, 0xff, 0xff]];

describe('a photo of evidence that is what it says and tells nothing else', () => {
  test.each([
    ['a plain JPEG', jpeg()],
    ['a JPEG with a colour profile', jpeg({ before: [segment(0xe2, [...text('ICC_PROFILE\0'), 1, 1])] })],
    ['a JPEG with Adobe’s colour mark', jpeg({ before: [segment(0xee, [...text('Adobe'), 0, 100, 0, 0, 0, 0, 1])] })],
    ['a JPEG of several scans, with an end mark’s bytes inside a table', jpeg({ after: progressive })],
    ['a JPEG with filling before its markers', jpeg({ before: [[0xff, 0xff, 0xff]] })],
    ['a JPEG of the most pixels', jpeg({ width: 5000, height: 5000 })],
    ['a lossy WebP', webp(lossyChunk())],
    ['a lossless WebP', webp(losslessChunk())],
    [
      'an extended WebP with transparency and a colour profile',
      webp(extendedChunk(640, 480, 0x30), chunk('ICCP', [1, 2, 3]), chunk('ALPH', [0]), lossyChunk()),
    ],
    ['a WebP of the most pixels', webp(extendedChunk(5000, 5000), lossyChunk())],
  ])('%s passes', (_told, bytes) => {
    expect(checkPhoto(bytes)).toBeNull();
  });
});

describe('RET-2: what could tell where or by whom a photo was taken', () => {
  test.each([
    ['EXIF', jpeg({ before: [exifSegment] })],
    ['EXIF with a position', jpeg({ before: [gpsSegment] })],
    ['EXIF behind the picture', jpeg({ after: [exifSegment] })],
    ['EXIF between two scans', jpeg({ after: [...progressive, exifSegment, ...progressive] })],
    ['EXIF behind filling', jpeg({ before: [[0xff, 0xff], exifSegment] })],
    ['a comment', jpeg({ before: [segment(0xfe, text('taken by Wang'))] })],
    ['a comment behind the picture', jpeg({ after: [segment(0xfe, text('taken by Wang'))] })],
    ['XMP', jpeg({ before: [segment(0xe1, text('http://ns.adobe.com/xap/1.0/\0<x/>'))] })],
    ['IPTC', jpeg({ before: [segment(0xed, text('Photoshop 3.0\0'))] })],
    ['a preview of the original in the header’s extension', jpeg({ before: [segment(0xe0, text('JFXX\0'))] })],
    ['further pictures', jpeg({ before: [segment(0xe2, text('MPF\0'))] })],
    ['EXIF in a WebP', webp(extendedChunk(640, 480, 0x08), lossyChunk(), chunk('EXIF', text('II*\0')))],
    ['XMP in a WebP', webp(extendedChunk(640, 480, 0x04), lossyChunk(), chunk('XMP ', text('<x/>')))],
    ['a chunk that nobody knows', webp(lossyChunk(), chunk('WANG', [1]))],
  ])('%s is refused', (_told, bytes) => {
    expect(checkPhoto(bytes)).toBe('metadata');
  });
});

describe('what is no marker hides nothing', () => {
  test.each([
    ['EXIF', [0xff, 0x00, 0x00, 0x40, ...exifSegment]],
    ['a position', [0xff, 0x00, 0xff, 0xff, ...gpsSegment]],
  ])('%s behind what looks like a segment is not taken for a picture', (_told, hidden) => {
    expect(checkPhoto(jpeg({ before: [hidden] }))).toBe('notAnImage');
  });
});

describe('what is hidden behind a picture', () => {
  test.each([
    ['an archive behind a JPEG', jpeg({ behind: zip })],
    ['one byte behind a JPEG', jpeg({ behind: [0] })],
    ['a second end mark', jpeg({ behind: [0xff, 0xd9] })],
    ['an archive behind a WebP', Uint8Array.from([...webp(lossyChunk()), ...zip])],
    ['a WebP cut short', webp(lossyChunk()).slice(0, -2)],
  ])('%s is refused', (_told, bytes) => {
    expect(checkPhoto(bytes)).toBe('trailingContent');
  });
});

describe('what would burst a phone that opens it', () => {
  test.each([
    ['a JPEG of one row too many', jpeg({ width: 5000, height: 5001 })],
    ['a JPEG of the hugest size', jpeg({ width: 65_535, height: 65_535 })],
    ['a JPEG that says its size twice, the second time small', jpeg({ before: [segment(0xc0, [8, 0xff, 0xff, 0xff, 0xff, 1, 1, 0x11, 0])] })],
    ['a huge lossy WebP', webp(lossyChunk(16_383, 16_383))],
    ['a huge lossless WebP', webp(losslessChunk(16_384, 16_384))],
    ['a WebP whose canvas is huge', webp(extendedChunk(16_000_000, 16_000_000), lossyChunk())],
  ])('%s is refused', (_told, bytes) => {
    expect(checkPhoto(bytes)).toBe('tooManyPixels');
  });

  test('one byte more than a document can hold is refused, and as many as it can hold are looked at', () => {
    expect(checkPhoto(new Uint8Array(photoBytesMost + 1))).toBe('tooLarge');
    expect(checkPhoto(new Uint8Array(photoBytesMost))).toBe('notAnImage');
  });
});

describe('what is no photo', () => {
  test.each([
    ['nothing', new Uint8Array()],
    ['a PNG', Uint8Array.from([0x89, ...text('PNG\r\n'), 0x1a, 0x0a, 0, 0, 0, 13, ...text('IHDR')])],
    ['an SVG with a script', Uint8Array.from(text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'))],
    ['a GIF', Uint8Array.from(text('GIF89a'))],
    ['an archive', Uint8Array.from(zip)],
    ['the first two bytes of a JPEG', Uint8Array.from([0xff, 0xd8])],
    ['a JPEG without a picture', Uint8Array.from([0xff, 0xd8, 0xff, 0xd9])],
    ['a JPEG of no size', jpeg({ width: 0 })],
    ['a JPEG with a segment shorter than its own length', jpeg({ before: [[0xff, 0xdb, 0, 1]] })],
    ['a sound in the same wrapping as a WebP', Uint8Array.from([...text('RIFF'), 4, 0, 0, 0, ...text('WAVE')])],
    ['a WebP without a picture', webp()],
  ])('%s is refused', (_told, bytes) => {
    expect(checkPhoto(bytes)).toBe('notAnImage');
  });

  test('a JPEG cut short anywhere is refused', () => {
    const whole = jpeg({ after: progressive });
    for (let length = 0; length < whole.length; length += 1) expect(checkPhoto(whole.slice(0, length))).not.toBeNull();
    expect(checkPhoto(whole)).toBeNull();
  });

  test('whatever bytes come, there is a verdict', () => {
    const beginnings = fc.constantFrom([0xff, 0xd8], [0xff, 0xd8, 0xff], [...text('RIFF'), 64, 0, 0, 0, ...text('WEBP')], []);
    const property = fc.property(beginnings, fc.uint8Array({ maxLength: 80 }), (start, rest) => {
      expect([null, 'notAnImage', 'tooManyPixels', 'metadata', 'trailingContent']).toContain(checkPhoto(Uint8Array.from([...start, ...rest])));
    });
    fc.assert(property, randomRun(500));
  });
});
