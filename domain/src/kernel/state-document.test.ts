import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { fields, readableOrNull, readDocument, schemaVersion, type StateDocument, UnreadableDocument, versionOf } from './state-document.ts';

/** Two versions came after the first: one added `count`, the next counts in twelves. */
const boxDocument: StateDocument<{ id: string; count: number; schemaVersion: number }> = {
  collection: 'boxes',
  schema: fields({ id: z.string(), count: z.int(), schemaVersion }),
  upcasts: [(document) => ({ count: 1, ...document }), (document) => ({ ...document, count: Number(document['count']) * 12 })],
};
const boxOf = (stored: Record<string, unknown>) => readDocument(boxDocument, { id: 'box-1' }, stored);

describe('a document of an older version reads like one of today', () => {
  test('one that names no version is of the first and goes through every upcast, in their order', () => {
    expect(boxOf({})).toEqual({ id: 'box-1', count: 12, schemaVersion: 1 });
    expect(boxOf({ count: 3 })).toEqual({ id: 'box-1', count: 36, schemaVersion: 1 });
  });

  test('one that names its version goes through what came later, and no further', () => {
    expect(boxOf({ schemaVersion: 2, count: 3 })).toMatchObject({ count: 36, schemaVersion: 2 });
    expect(boxOf({ schemaVersion: 3, count: 3 })).toMatchObject({ count: 3, schemaVersion: 3 });
    expect(versionOf(boxDocument)).toBe(3);
  });

  test('one of a version to come is read as it is, with what is not known of it', () => {
    expect(boxOf({ schemaVersion: 4, count: 3, colour: 'red' })).toEqual({ id: 'box-1', count: 3, schemaVersion: 4, colour: 'red' });
  });
});

test('its id is that of the document, whatever stands in it', () => {
  expect(boxOf({ id: 'other' })).toMatchObject({ id: 'box-1' });
});

test('what cannot be read is an error that names the place and never what stands there', () => {
  const read = () => boxOf({ schemaVersion: 3, count: '王小明 13800001001' });
  expect(read).toThrow(UnreadableDocument);
  expect(read).toThrow(/^boxes\/box-1 cannot be read: count \(invalid_type\)$/);
});

test('whoever shows many leaves out what cannot be read, and nothing else that goes wrong', () => {
  expect(readableOrNull((_id, stored) => boxOf(stored), 'box-1', { schemaVersion: 3, count: 2 })).toMatchObject({ count: 2 });
  expect(readableOrNull((_id, stored) => boxOf(stored), 'box-1', { schemaVersion: 3, count: 'two' })).toBeNull();
  const broken = () => {
    throw new TypeError('a mistake of ours');
  };
  expect(() => readableOrNull(broken, 'box-1', {})).toThrow(TypeError);
});
