import type { Unit, UnitRecord } from './unit.ts';

/**
 * Works out each unit's way up and its audience from the bare records.
 *
 * @throws Error naming the unit whose parent is missing or whose way up goes in a circle: an organisation that is wrong must not be stored.
 */
export function buildUnits(records: readonly UnitRecord[]): Map<string, Unit> {
  const byId = new Map(records.map((record) => [record.id, record]));
  return new Map(records.map((record) => [record.id, buildUnit(record, byId)]));
}

function buildUnit(record: UnitRecord, byId: ReadonlyMap<string, UnitRecord>): Unit {
  const path = wayUp(record, byId);
  const oversight = [...byId.values()].filter((unit) => unit.pack === record.pack && unit.oversight).map((unit) => unit.id);
  return { ...record, path, audience: [...new Set([...path, ...oversight])] };
}

function wayUp(record: UnitRecord, byId: ReadonlyMap<string, UnitRecord>): string[] {
  const path: string[] = [];
  for (let unit: UnitRecord = record; ;) {
    if (path.includes(unit.id)) throw new Error(`unit ${record.id}: its way up goes in a circle at ${unit.id}`);
    path.push(unit.id);
    if (unit.parentId === null) return path;
    const parent = byId.get(unit.parentId);
    if (!parent) throw new Error(`unit ${unit.id}: its parent ${unit.parentId} does not exist`);
    unit = parent;
  }
}
