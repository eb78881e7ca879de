/** A moment that Firestore's REST interface is to store as a timestamp. */
export class Moment {
  readonly atMs: number;
  constructor(atMs: number) {
    this.atMs = atMs;
  }
}

/** A document's fields the way Firestore's REST interface wants them. */
export function firestoreFields(document: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(document).map(([name, value]) => [name, firestoreValue(value)]));
}

function firestoreValue(value: unknown): unknown {
  if (value === null || value === undefined) return { nullValue: null };
  if (value instanceof Moment) return { timestampValue: new Date(value.atMs).toISOString() };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(firestoreValue) } };
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { booleanValue: value };
  if (typeof value === 'number') return Number.isInteger(value) ? { integerValue: String(value) } : { doubleValue: value };
  if (typeof value === 'object') return { mapValue: { fields: firestoreFields(value) } };
  throw new Error(`Firestore cannot store a ${typeof value}.`);
}
