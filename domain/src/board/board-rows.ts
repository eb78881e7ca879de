import type { UnitId } from '../kernel/brand.ts';
import type { Unit } from '../organisation/unit.ts';

/** One line of a board, and the units whose complaints are counted in it. */
export interface BoardRow {
  unitId: UnitId;
  handledBy: string[];
}

/**
 * The lines of a unit's board: the unit by itself, and each unit directly below it with all that is below that. Units of oversight answer for the whole
 * company (CRI-2), so theirs is the company's, where each of them has a line of its own. No complaint is counted in two lines.
 */
export function boardRows(unit: Unit, units: ReadonlyMap<string, Unit>): BoardRow[] {
  const rootId = boardRootId(unit);
  const below = [...units.values()].filter(({ path }) => path.includes(rootId));
  const rowIds = new Set(below.filter(({ id, parentId, oversight }) => id === rootId || parentId === rootId || oversight).map(({ id }) => id));
  const rows = [...rowIds].map((unitId) => ({
    unitId,
    handledBy: below.filter(({ path }) => path.find((id) => rowIds.has(id)) === unitId).map(({ id }) => id),
  }));
  return rows.sort((one, other) => Number(other.unitId === rootId) - Number(one.unitId === rootId) || (one.unitId < other.unitId ? -1 : 1));
}

/** The unit whose board somebody of a unit begins with: the company's for oversight, one's own for all others. */
export function boardRootId(unit: Pick<Unit, 'id' | 'path' | 'oversight'>): string {
  return unit.oversight ? (unit.path.at(-1) ?? unit.id) : unit.id;
}
