import { describe, expect, test } from 'vitest';
import { writtenMoment } from '@shouwen/domain/kernel/written-moment';
import { z } from 'zod';
import { rulesWith } from './written-rules.ts';

const hand = (between: string): string =>
  `service {\n    // ── What follows mirrors the schemas of the domain: \`npm run rules\` writes it, nobody else. ──\n${between}    // ── Here ends what \`npm run rules\` writes. ──\n    match /by/hand {}\n}\n`;

function written(schema: z.ZodType, fixed: readonly string[] = []): string {
  return rulesWith({ documents: [{ name: 'Thing', schema, fixed }], journals: [] }, hand(''));
}

const conditionsOf = (text: string): string[] => text.match(/(?<=return |&& ).+?(?=;?$)/gm) ?? [];

describe('what is written into the rules', () => {
  test('stands between its marks, in place of what stood there, and all else stays', () => {
    const text = rulesWith({ documents: [{ name: 'Thing', schema: z.strictObject({ open: z.boolean() }), fixed: [] }], journals: [] }, hand('    // old\n'));
    expect(text).toContain('function isNewThing(data) {');
    expect(text).not.toContain('// old');
    expect(text.startsWith('service {\n')).toBe(true);
    expect(text.endsWith('    match /by/hand {}\n}\n')).toBe(true);
    expect(rulesWith({ documents: [], journals: [] }, text)).toBe(rulesWith({ documents: [], journals: [] }, hand('')));
  });

  test('is not written where the marks are gone', () => {
    expect(() => rulesWith({ documents: [], journals: [] }, 'service {}')).toThrow('firestore.rules has lost the marks');
  });

  test.each<[string, z.ZodType, string[]]>([
    ['a text', z.string().max(5), ['data.value is string', 'data.value.size() <= 5']],
    ['a text that is not empty', z.string().trim().min(1).max(5), ['data.value is string', 'data.value.size() > 0', 'data.value.size() <= 5']],
    ['a text or nothing', z.string().max(5).nullable(), ['((data.value is string && data.value.size() <= 5) || data.value == null)']],
    ['a pattern', z.string().regex(/^[a-z']{2}\d$/), ['data.value is string', String.raw`data.value.matches('^[a-z\']{2}\\d$')`]],
    ['words', z.enum(['a', 'b']), ["data.value in ['a', 'b']"]],
    ['words or nothing', z.enum(['a', 'b']).nullable(), ["data.value in ['a', 'b', null]"]],
    ['one word', z.literal('a'), ["data.value == 'a'"]],
    ['a whole number', z.int(), ['isWhole(data.value, -9007199254740991, 9007199254740991)']],
    ['a whole number within bounds', z.int().min(-1).max(9), ['isWhole(data.value, -1, 9)']],
    ['a moment in milliseconds', writtenMoment, ['isWhole(data.value, 946684800000, 4102444799999)']],
    ['yes or no', z.boolean(), ['data.value is bool']],
    ['bytes', z.instanceof(Uint8Array).meta({ leastBytes: 1, mostBytes: 7 }), ['data.value is bytes', 'data.value.size() > 0', 'data.value.size() <= 7']],
    ['any map', z.record(z.string(), z.unknown()), ['data.value is map']],
    [
      'a list of words',
      z
        .array(z.enum(['a', 'b']))
        .min(2)
        .max(3),
      ['data.value is list', 'data.value.size() >= 2', 'data.value.size() <= 3', "data.value.hasOnly(['a', 'b'])"],
    ],
    ['a map', z.strictObject({ a: z.boolean() }), ['data.value is map', 'data.value.size() == 1', "data.value.keys().hasOnly(['a'])", 'data.value.a is bool']],
  ])('bounds %s', (_says, schema, conditions) => {
    const [size, names, ...others] = conditionsOf(written(z.strictObject({ value: schema })));
    expect([size, names]).toEqual(['data.size() == 1', "data.keys().hasOnly(['value'])"]);
    expect(others).toEqual(conditions);
  });

  test('looks at each place of a list of maps', () => {
    const text = written(z.strictObject({ lines: z.array(z.strictObject({ done: z.boolean() })).max(2) }));
    expect(text).toContain('areThingLines(data.lines, data.lines.size())');
    expect(text).toContain('(size <= 0 || isThingLinesItem(list[0]))\n        && (size <= 1 || isThingLinesItem(list[1]));');
  });

  test('looks at texts of one pattern all at once, and at each place only for whether it holds a text', () => {
    const text = written(z.strictObject({ ids: z.array(z.string().regex(/^[a-z]{2,4}$/)).max(2) }));
    expect(text).toContain('(size <= 0 || list[0] is string)\n        && (size <= 1 || list[1] is string);');
    expect(text).toContain("(data.ids.size() == 0 || ('|' + data.ids.join('|')).matches('^([|][a-z]{2,4}){' + string(data.ids.size()) + '}$'))");
  });

  test.each([/^[a|b]$/, /^.*$/, /^[^a]$/, /[a-z]/])('takes no pattern for them that could hold the mark between them: %s', (pattern) => {
    expect(() => written(z.strictObject({ ids: z.array(z.string().regex(pattern)).max(2) }))).toThrow('a pattern that leaves “|” out');
  });

  test('leaves to the hand what is fixed, and calls moments as they are stored', () => {
    const text = written(z.strictObject({ capturedAtMs: writtenMoment, receivedAtMs: z.int(), people: z.array(z.string()) }), ['receivedAtMs', 'people']);
    expect(conditionsOf(text)).toEqual([
      'data.size() == 3',
      "data.keys().hasOnly(['capturedAt', 'receivedAt', 'people'])",
      'data.capturedAt is timestamp',
      'data.capturedAt.year() / 100 == 20',
    ]);
  });

  test('lets a field be missing that older phones do not send', () => {
    const text = written(z.strictObject({ old: z.boolean(), added: z.string().max(5).optional() }));
    expect(conditionsOf(text)).toEqual([
      "data.keys().hasOnly(['old', 'added'])",
      "data.keys().hasAll(['old'])",
      'data.old is bool',
      "(!('added' in data) || (data.added is string && data.added.size() <= 5))",
    ]);
  });

  test('takes in the place of a field what phones that were not updated send instead of it', () => {
    const schema = z.strictObject({ old: z.boolean(), added: z.string().max(5) });
    const formerly = { added: { name: 'former', schema: z.string().max(9).nullable() } };
    const text = rulesWith({ documents: [{ name: 'Thing', schema, fixed: [], formerly }], journals: [] }, hand(''));
    expect(text).toContain("data.size() == 2\n        && data.keys().hasOnly(['old', 'added', 'former'])");
    const [former, present] = [
      '((data.former is string && data.former.size() <= 9) || data.former == null)',
      '(data.added is string && data.added.size() <= 5)',
    ];
    expect(text).toContain(`('former' in data ? ${former} : ${present})`);
  });

  test('lets each command pay for its own parameters, the longest one for the least besides, those with the same ones through one function', () => {
    const reason = z.string().max(5);
    const commands = z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('start') }),
      z.strictObject({ type: z.literal('stop'), reason }),
      z.strictObject({ type: z.literal('give up'), reason }),
    ]);
    const text = rulesWith({ documents: [], journals: [{ name: 'Thing', commands }] }, hand(''));
    expect(text, 'the longest is asked for first').toContain(
      "return type in ['stop', 'give up'] ? isThingStop(payload)\n        : type == 'start' && payload.size() == 0;",
    );
    expect(text.match(/function /g)).toHaveLength(2);
  });

  test.each<[string, z.ZodType, string]>([
    ['a text', z.string(), 'ThingValue: a text needs a greatest length'],
    ['a list', z.array(z.string().max(5)), 'ThingValue: a list needs a greatest length'],
    ['a fraction', z.number(), 'ThingValue: the rules have no words for'],
  ])('is refused for %s without a bound that rules can hold', (_says, schema, message) => {
    expect(() => written(z.strictObject({ value: schema }))).toThrow(message);
  });

  test('is refused for a moment that may lie anywhere', () => {
    expect(() => written(z.strictObject({ capturedAtMs: z.int() }))).toThrow('Thing: a moment needs the bounds of moments');
  });

  test('is refused where unknown fields would come in', () => {
    expect(() => written(z.object({ open: z.boolean() }))).toThrow('Thing: the schema has to be strict');
  });
});
