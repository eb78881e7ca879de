/** Moments that Firestore keeps as timestamps, because rules compare them or queries order by them; all others are milliseconds. */
export const timestampNames = {
  capturedAtMs: 'capturedAt',
  receivedAtMs: 'receivedAt',
  updatedAtMs: 'updatedAt',
  dueAtMs: 'dueAt',
  nextDueAtMs: 'nextDueAt',
  expiresAtMs: 'expiresAt',
  postedAtMs: 'postedAt',
  answeredAtMs: 'answeredAt',
} as const;

interface StoredTimestamp {
  toMillis(): number;
}

/** Reads a stored document's timestamps into milliseconds; all else stays as it is. The result still has to be parsed. */
export function fromStored(stored: Record<string, unknown>): Record<string, unknown> {
  const read: Record<string, unknown> = { ...stored };
  for (const [name, storedName] of Object.entries(timestampNames)) {
    if (!(storedName in stored)) continue;
    const value = stored[storedName];
    delete read[storedName];
    read[name] = isTimestamp(value) ? value.toMillis() : null;
  }
  return read;
}

/** The other way round; `toTimestamp` makes the host's own timestamp. */
export function toStored(document: object, toTimestamp: (atMs: number) => unknown): Record<string, unknown> {
  const stored: Record<string, unknown> = { ...document };
  for (const [name, storedName] of Object.entries(timestampNames)) {
    if (!(name in stored)) continue;
    const value = stored[name];
    delete stored[name];
    stored[storedName] = typeof value === 'number' ? toTimestamp(value) : null;
  }
  return stored;
}

function isTimestamp(value: unknown): value is StoredTimestamp {
  return typeof value === 'object' && value !== null && 'toMillis' in value && typeof value.toMillis === 'function';
}
