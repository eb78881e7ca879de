/** Values of documents as tests write them, and how Firestore's REST interface wants them. */

export class Moment {
  readonly atMs: number;
  constructor(atMs: number) {
    this.atMs = atMs;
  }
  toMillis(): number {
    return this.atMs;
  }
}

/** A number with a fraction or an exponent, even when it happens to be whole: to the rules it is no integer. */
export class Double {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

/** Filled in by the server with the time of the request. */
export const requestTime = Symbol('the time of the request');

export type Fields = Record<string, unknown>;

export function restFields(fields: Fields): Record<string, unknown> {
  const written = Object.entries(fields).filter(([, value]) => value !== requestTime);
  return Object.fromEntries(written.map(([name, value]) => [name, restValue(value)]));
}

/** The fields that the server is to fill in; only those at the top of a document. */
export function transformsOf(fields: Fields): object[] {
  const names = Object.keys(fields).filter((name) => fields[name] === requestTime);
  return names.map((fieldPath) => ({ fieldPath, setToServerValue: 'REQUEST_TIME' }));
}

function restValue(value: unknown): object {
  if (value === null) return { nullValue: null };
  if (value instanceof Moment) return { timestampValue: new Date(value.atMs).toISOString() };
  if (value instanceof Double) return { doubleValue: Number.isFinite(value.value) ? value.value : String(value.value) };
  if (value instanceof Uint8Array) return { bytesValue: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(restValue) } };
  if (typeof value === 'boolean') return { booleanValue: value };
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'bigint') return { integerValue: value.toString() };
  if (typeof value === 'number') return Number.isSafeInteger(value) ? { integerValue: String(value) } : { doubleValue: value };
  if (typeof value === 'object') return { mapValue: { fields: restFields(value as Fields) } };
  throw new TypeError(`Firestore has no value for ${typeof value}.`);
}

/** A document the way a function's SDK hands it out, with the time of the request filled in. */
export function asRead(fields: Fields, receivedAtMs: number): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value === requestTime ? new Moment(receivedAtMs) : valueAsRead(value)]));
}

function valueAsRead(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Double) return value.value;
  if (Array.isArray(value)) return value.map(valueAsRead);
  return value;
}
