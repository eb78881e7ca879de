/** Values of Firestore's REST interface, which the phone, the customer's page and the seeding write and read without an SDK. */

declare function btoa(binary: string): string;
declare function atob(base64: string): string;

/** A moment that Firestore is to keep, or has kept, as a timestamp. */
export class Moment {
  readonly atMs: number;
  constructor(atMs: number) {
    this.atMs = atMs;
  }
  toMillis(): number {
    return this.atMs;
  }
}

export type RestValue =
  | { nullValue: null }
  | { booleanValue: boolean }
  | { integerValue: string }
  | { doubleValue: number }
  | { stringValue: string }
  | { timestampValue: string }
  | { bytesValue: string }
  | { arrayValue: { values?: RestValue[] } }
  | { mapValue: { fields?: RestFields } };
export type RestFields = Record<string, RestValue>;

export function encodeFields(fields: object): RestFields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, encodeValue(value)]));
}

/** @throws TypeError for what Firestore has no value for, undefined above all: it would silently leave a field out. */
export function encodeValue(value: unknown): RestValue {
  if (value === null) return { nullValue: null };
  if (typeof value === 'boolean') return { booleanValue: value };
  if (typeof value === 'number') return Number.isSafeInteger(value) ? { integerValue: String(value) } : { doubleValue: value };
  if (typeof value === 'string') return { stringValue: value };
  if (value instanceof Moment) return { timestampValue: new Date(value.atMs).toISOString() };
  if (value instanceof Uint8Array) return { bytesValue: base64Of(value) };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(encodeValue) } };
  if (typeof value === 'object') return { mapValue: { fields: encodeFields(value) } };
  throw new TypeError(`Firestore has no value for ${typeof value}`);
}

/** What came over the network need not be what it should be. @throws TypeError naming the field whose value is of no kind that is known. */
export function decodeFields(fields: unknown): Record<string, unknown> {
  if (!isRecord(fields)) return {};
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, decodeValue(value, name)]));
}

function decodeValue(value: unknown, path: string): unknown {
  const [kind, content] = isRecord(value) ? (Object.entries(value)[0] ?? []) : [];
  switch (kind) {
    case 'nullValue':
      return null;
    case 'stringValue':
    case 'booleanValue':
      return content;
    case 'integerValue':
    case 'doubleValue':
      return Number(content);
    case 'timestampValue':
      return new Moment(Date.parse(String(content)));
    case 'bytesValue':
      return bytesOf(String(content));
    case 'arrayValue':
      return isRecord(content) && Array.isArray(content['values']) ? content['values'].map((item, index) => decodeValue(item, `${path}[${index}]`)) : [];
    case 'mapValue':
      return isRecord(content) ? decodeFields(content['fields']) : {};
    default:
      throw new TypeError(`${path}: ${kind ?? 'nothing'} is not a value that is known`);
  }
}

/** In pieces: a call with a whole photo's bytes as arguments would overflow the stack. */
export function base64Of(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += 8_192) binary += String.fromCharCode(...bytes.subarray(start, start + 8_192));
  return btoa(binary);
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
