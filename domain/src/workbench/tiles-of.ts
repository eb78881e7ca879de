import { manifests } from '../aggregates.ts';
import type { Tile } from '../journal/tile.ts';
import type { Role } from '../organisation/staff.ts';
import type { Pack } from '../policy/pack.ts';
import { officeTiles } from './office-tiles.ts';

/** What fits on a small phone without scrolling far. */
export const mostTiles = 8;
/** Each number costs a question whenever the page opens. */
export const mostQuestions = 6;

export interface Workbench {
  /** Each with its number. */
  grid: Tile[];
  /** What is wanted less often; without numbers. */
  rest: Tile[];
}

/** Every tile that there is: each aggregate brings its own, the office has the rest. */
export function allTiles(): Tile[] {
  return [...manifests.flatMap(({ tiles }): readonly Tile[] => tiles), ...officeTiles];
}

/** The ways of a job, in its order. */
export function workbenchOf(role: Role, pack: Pick<Pack, 'closures'>): Workbench {
  const own = allTiles()
    .filter(({ places, needs }) => role in places && (needs === undefined || pack[needs] !== null))
    .sort((one, other) => (one.places[role] ?? 0) - (other.places[role] ?? 0));
  const workbench: Workbench = { grid: [], rest: [] };
  for (const tile of own) (fits(workbench.grid, tile) ? workbench.grid : workbench.rest).push(tile);
  return workbench;
}

function fits(grid: readonly Tile[], { count }: Tile): boolean {
  const questions = grid.filter((tile) => tile.count !== 'unsent').length;
  return grid.length < mostTiles && (count === 'unsent' || questions < mostQuestions);
}
