import { type Board, inTimePercent, type RateCounts, type UnitCounts } from '@shouwen/domain/board/board';
import { type QuestionName, questionNames } from '@shouwen/domain/board/board-question';
import type { BoardRow } from '@shouwen/domain/board/board-rows';

/** Lines with something to say, what presses most first; the others are only counted. */
export function pressingUnits(board: Board): { lines: UnitCounts[]; quiet: number } {
  const lines = board.units.filter(({ open, answered, promisedAnew, reportedLater }) => open + answered + promisedAnew + reportedLater > 0);
  const pressing = ['overdue', 'escalated', 'nearDue', 'unaccepted', 'open'] as const;
  lines.sort((one, other) => pressing.map((name) => other[name] - one[name]).find((difference) => difference !== 0) ?? 0);
  return { lines, quiet: board.units.length - lines.length };
}

/** How a unit's month stands to the target (SLA-7); null where nothing was to be answered. */
export function inTimeVerdict(counts: RateCounts, targetPercent: number): { percent: number; met: boolean } | null {
  const percent = inTimePercent(counts);
  return percent === null ? null : { percent, met: percent >= targetPercent };
}

/** The units whose complaints a list shows: of one line, or of the whole board. */
export function unitsOfList(rows: readonly BoardRow[], lineId: string | null): string[] {
  return rows.filter(({ unitId }) => lineId === null || unitId === lineId).flatMap(({ handledBy }) => handledBy);
}

/** Where the complaints behind a number are listed. */
export function listPath(boardId: string, name: QuestionName, lineId: string | null): string {
  return `/board/${boardId}/${name}${lineId === null ? '' : `?unit=${encodeURIComponent(lineId)}`}`;
}

/** The number that an address names; null for one that there is not. */
export function questionInAddress(name: string | undefined): QuestionName | null {
  return questionNames.find((known) => known === name) ?? null;
}
