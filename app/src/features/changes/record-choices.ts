import { dayOf } from '@shouwen/domain/calendar/day';
import type { RecordedChange } from '@shouwen/domain/change/change';

export interface NamedChoice {
  value: string;
  text: string;
}

/** The last thirteen months, this one first. */
export function monthsBack(atMs: number): string[] {
  const [year = 0, month = 0] = dayOf(atMs).split('-').map(Number);
  return Array.from({ length: 13 }, (_unused, back) => {
    const count = year * 12 + (month - 1) - back;
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
  });
}

/** Whoever proposed, confirmed or is concerned by any of these, by name. */
export function peopleIn(changes: readonly RecordedChange[]): NamedChoice[] {
  const names = new Map<string, string>();
  for (const change of changes) {
    names.set(change.byUid, change.byName);
    if (change.verdict) names.set(change.verdict.byUid, change.verdict.byName);
    if ('targetUid' in change) names.set(change.targetUid, change.targetName);
    if (change.kind === 'deputy' && change.deputy) names.set(change.deputy.uid, change.deputy.name);
  }
  return sorted(names);
}

/** The units that any of these are about, and those above them. */
export function unitsIn(changes: readonly RecordedChange[], nameOf: (unitId: string) => string): NamedChoice[] {
  return sorted(new Map(changes.flatMap(({ unitIds }) => unitIds).map((unitId) => [unitId, nameOf(unitId)])));
}

function sorted(names: ReadonlyMap<string, string>): NamedChoice[] {
  return [...names].map(([value, text]) => ({ value, text })).sort((one, other) => one.text.localeCompare(other.text, 'zh-CN'));
}
