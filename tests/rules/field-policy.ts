import { Double, Moment } from '../support/rules-values.ts';

/** One value of each of Firestore's types; a field refuses all that are not its own. */
export const samples = {
  nothing: null,
  truth: true,
  integer: 7,
  fraction: new Double(7),
  text: '7',
  moment: new Moment(1_780_000_000_000),
  bytes: new Uint8Array([7]),
  list: ['7'],
  map: { seven: 7 },
} as const;
export type ValueType = keyof typeof samples;

/** What a field of a new document may be. The valid document of documents.ts is the allowed twin of all that is refused here. */
export interface FieldPolicy {
  types: readonly ValueType[];
  /** Whether the document may do without it. */
  mayBeMissing?: true;
  accepts?: Record<string, unknown>;
  refuses?: Record<string, unknown>;
}

export function text(longest: number): FieldPolicy {
  return {
    types: ['text'],
    accepts: { [`${longest} characters`]: '长'.repeat(longest) },
    refuses: { [`${longest + 1} characters`]: '长'.repeat(longest + 1) },
  };
}

export function textOrNull(longest: number): FieldPolicy {
  const { accepts, refuses } = text(longest);
  return { types: ['text', 'nothing'], accepts: { null: null, ...accepts }, refuses: { ...refuses } };
}

export function nonEmptyText(longest: number): FieldPolicy {
  const { accepts, refuses } = text(longest);
  return { types: ['text'], accepts: { ...accepts, 'one character': '长' }, refuses: { ...refuses, 'an empty text': '' } };
}

export function oneOf(values: readonly (string | null)[], others: Record<string, unknown>): FieldPolicy {
  const accepts = Object.fromEntries(values.map((value) => [String(value), value]));
  return { types: values.includes(null) ? ['text', 'nothing'] : ['text'], accepts, refuses: others };
}

/** Nothing but the value of the valid document. */
export function only(types: readonly ValueType[], others: Record<string, unknown>): FieldPolicy {
  return { types, refuses: others };
}

/** A whole number from the least to the most. */
export function whole(least: number, most: number): FieldPolicy {
  const beyond = { 'one less': least - 1, 'one more': BigInt(most) + 1n, 'as many as fit': 2n ** 63n - 1n, 'as few as fit': -(2n ** 63n) };
  const notWhole = { 'a fraction': new Double(least + 0.5), 'no number': new Double(Number.NaN), endless: new Double(Number.POSITIVE_INFINITY) };
  return { types: ['integer'], accepts: { least, most }, refuses: { ...beyond, ...notWhole } };
}

export function integer(accepts: Record<string, number>, refuses: Record<string, unknown>): FieldPolicy {
  return {
    types: ['integer'],
    accepts,
    refuses: { ...refuses, 'more than a number holds exactly': 2n ** 53n, 'less than a number holds exactly': -(2n ** 53n) },
  };
}

/** Everything lies between the years 2000 and 2100: no page and no clock can do anything with another moment. */
const century = { beginsMs: Date.UTC(2000, 0, 1), endsMs: Date.UTC(2100, 0, 1) };

/** A phone's clock may be wrong by years: what it says is taken down, and the server judges it (TIME). */
export const phoneTime: FieldPolicy = {
  types: ['moment'],
  accepts: {
    'ten years ago': new Moment(Date.UTC(2016, 0)),
    'in ten years': new Moment(Date.UTC(2036, 0)),
    'the first moment': new Moment(century.beginsMs),
    'the last moment': new Moment(century.endsMs - 1),
  },
  refuses: {
    'the moment before the first': new Moment(century.beginsMs - 1),
    'the moment after the last': new Moment(century.endsMs),
    'the year 1': new Moment(Date.parse('0001-01-01T00:00:00Z')),
    'the year 9999': new Moment(Date.parse('9999-12-31T23:59:59Z')),
  },
};

/** The same in milliseconds. */
export const moment: FieldPolicy = whole(century.beginsMs, century.endsMs - 1);

const centuryMs = century.endsMs - century.beginsMs;
export const phoneClockOffset: FieldPolicy = {
  ...whole(-centuryMs, centuryMs),
  accepts: { 'ten years fast': 315_360_000_000, 'ten years slow': -315_360_000_000, 'a century slow': -centuryMs, 'a century fast': centuryMs },
};

/** The server fills it in; no phone can claim another time. */
export const serverTime: FieldPolicy = {
  types: [],
  refuses: { 'a minute ago': new Moment(Date.now() - 60_000), 'in a minute': new Moment(Date.now() + 60_000) },
};

export const sha256Text: FieldPolicy = {
  types: [],
  accepts: { 'sixty-four hexadecimal digits': '0123456789abcdef'.repeat(4) },
  refuses: {
    'one digit less': 'a'.repeat(63),
    'one digit more': 'a'.repeat(65),
    'capital letters': 'A'.repeat(64),
    'a trailing space': `${'a'.repeat(63)} `,
    'a line break': `${'a'.repeat(64)}\n`,
  },
};

/** An id that functions look up: one that could lead to another document, or to none, stops whoever reads it. */
export function idText({ least, most, letter }: { least: number; most: number; letter: string }): FieldPolicy {
  const within = letter.repeat(least);
  return {
    types: [],
    accepts: { 'the shortest': within, 'the longest': letter.repeat(most) },
    refuses: {
      'one character less': letter.repeat(least - 1),
      'one character more': letter.repeat(most + 1),
      'a way to another document': `${within}/${letter}`,
      'the document above': '..',
      'a trailing space': `${within} `,
      'a line break at its end': `${within}\n`,
      'an underscore': `__${within}__`,
      'letters that are not ASCII': '投'.repeat(least),
      'an empty text': '',
    },
  };
}

export function orNothing(policy: FieldPolicy): FieldPolicy {
  return { ...policy, types: [...policy.types, 'nothing'], accepts: { none: null, ...policy.accepts } };
}

/** The number of a card or a voucher, in whatever spelling, under which it is kept: something of it has to be left once separators are gone. */
export const cardNumber: FieldPolicy = {
  types: ['text'],
  accepts: { 'with separators': 'ab-12/34', 'in full width': '１２３', 'one digit': '1', '40 characters': `${'号'.repeat(39)}1` },
  refuses: { 'separators alone': '-/-', 'blanks alone': '  ', 'a long vowel sign alone': 'ーー', '41 characters': '1'.repeat(41), 'an empty text': '' },
};

/** Ids that no phone makes; a trailing space is the worst, because it crashes triggers. */
export const badIds: Record<string, string> = {
  'a trailing space': 'aaaaaaaaaaaaaaaaaaaaaa ',
  'a leading space': ' aaaaaaaaaaaaaaaaaaaaaa',
  'a line break at its end': 'aaaaaaaaaaaaaaaaaaaaaa\n',
  'nineteen characters': 'a'.repeat(19),
  'thirty-seven characters': 'a'.repeat(37),
  'an underscore': 'aaaaaaaaaaaaaaaaaaaaaa_',
  'a dot': 'aaaaaaaaaaaaaaaaaaaaaa.',
  'a percent sign': 'aaaaaaaaaaaaaaaaaaaa%2e',
  'the beginning of what functions call the payout of a closure': 'closure-3f2504e0-4f89-41d3-9a0c',
  'the beginning of what functions call a refund’s posting': 'refund-3f2504e0-4f89-41d3-9a0c',
  'the beginning of what functions call a customer’s reply': 'customer-addInformation-1',
  'the beginning of what functions call a step that is due': 'sla-reply-2-3f2504e0-4f89-41d3',
  'the beginning of what functions call a policy put on a complaint': 'policy-3f2504e0-4f89-41d3-9a0c',
  'the end of what functions call a posting that takes another back': '3f2504e0-4f89-41d3-9a0c-reversal',
  'letters that are not ASCII': '投诉'.repeat(11),
};
