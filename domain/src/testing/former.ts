import around from './former/around.json' with { type: 'json' };
import complaints from './former/complaints.json' with { type: 'json' };
import money from './former/money.json' with { type: 'json' };

/**
 * Documents as functions stored them before documents named their version, each by its path; the people in them are invented. They never change: what the
 * product stored once it has to read for as long as it is in use.
 *
 * @param toTimestamp makes what the reader takes for a timestamp.
 */
export function formerDocuments(toTimestamp: (atMs: number) => unknown): Record<string, Record<string, unknown>> {
  return revived({ ...complaints, ...money, ...around }, toTimestamp) as Record<string, Record<string, unknown>>;
}

function revived(value: unknown, toTimestamp: (atMs: number) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => revived(item, toTimestamp));
  if (typeof value !== 'object' || value === null) return value;
  if ('timestamp' in value && typeof value.timestamp === 'number') return toTimestamp(value.timestamp);
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, revived(field, toTimestamp)]));
}
