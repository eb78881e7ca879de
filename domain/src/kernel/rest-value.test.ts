import { expect, test } from 'vitest';
import { base64Of, decodeFields, encodeFields, encodeValue, Moment } from './rest-value.ts';

test('whatever a document holds comes back as it was', () => {
  const fields = {
    text: '话费 “35元” 🙂',
    empty: '',
    whole: 1_763_000_000_000,
    negative: -28_800_000,
    part: 0.5,
    yes: true,
    no: false,
    nothing: null,
    list: ['a', 1, null, { deep: [true] }],
    emptyList: [],
    map: { name: '王**', phone: '138****1001' },
    emptyMap: {},
    moment: new Moment(Date.parse('2026-11-22T09:41:07.123Z')),
    bytes: Uint8Array.from({ length: 20_000 }, (_, index) => (index * 7) % 251),
  };
  expect(decodeFields(encodeFields(fields))).toEqual(fields);
});

test('whole numbers are integers, as the rules ask for', () => {
  expect([0, -1, 2 ** 53 - 1].map(encodeValue)).toEqual([{ integerValue: '0' }, { integerValue: '-1' }, { integerValue: '9007199254740991' }]);
});

test('a field without a value is a mistake and never left out silently', () => {
  expect(() => encodeFields({ what: undefined })).toThrow(TypeError);
  expect(() => encodeValue(() => 1)).toThrow(TypeError);
});

test('a photo’s bytes are base64 as the server reads it', () => {
  expect(base64Of(Uint8Array.of(0, 255, 254, 62, 63))).toBe('AP/+Pj8=');
});
