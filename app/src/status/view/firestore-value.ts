/** A moment as Firestore keeps it, in the shape that `fromStored` of the domain reads. */
interface RestTimestamp {
  toMillis(): number;
}

/** Turns the fields of a document from Firestore's REST API into plain values. */
export function fieldsFromRest(fields: unknown): Record<string, unknown> {
  if (!isRecord(fields)) return {};
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, valueFromRest(value, name)]));
}

function valueFromRest(value: unknown, path: string): unknown {
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
      return timestampFromRest(String(content));
    case 'arrayValue':
      return isRecord(content) && Array.isArray(content['values']) ? content['values'].map((item, index) => valueFromRest(item, `${path}[${index}]`)) : [];
    case 'mapValue':
      return isRecord(content) ? fieldsFromRest(content['fields']) : {};
    default:
      throw new Error(`${path}: ${kind ?? 'nothing'} is not a value this page knows`);
  }
}

function timestampFromRest(text: string): RestTimestamp {
  return { toMillis: () => Date.parse(text) };
}

/** The other way round, for what a reply is made of: texts, whole numbers, flags and lists of texts. */
export function fieldsToRest(values: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, valueToRest(value)]));
}

function valueToRest(value: unknown): unknown {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { booleanValue: value };
  if (Number.isSafeInteger(value)) return { integerValue: String(value) };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(valueToRest) } };
  throw new Error(`a reply cannot hold a ${typeof value}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
