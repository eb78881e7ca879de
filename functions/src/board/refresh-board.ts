import type { UnitId } from '@shouwen/domain/kernel/brand';
import type { Unit } from '@shouwen/domain/organisation/unit';
import type { Host } from '../host.ts';
import type { Reader } from '../store.ts';
import { countBoard } from './count-board.ts';

/** As old as a board may be for those who look at it. */
const freshForMs = 60_000;

/**
 * Counts a unit's board anew if nobody has begun to within the last minute; so it costs the same however many look at it at once. The mark lies beside the
 * board, because each change of the board itself is read by everybody who looks.
 *
 * @returns whether it was counted.
 */
export async function refreshBoard(host: Host, unit: Unit): Promise<boolean> {
  const atMs = host.nowMs();
  if (!(await takeTurn(host, unit.id, atMs))) return false;
  const board = await countBoard(host, unit, atMs);
  return host.store.transaction(async (transaction) => {
    // Whoever counted for longer than a minute must not put the past over what somebody else has counted since.
    if ((await startedAtMs(transaction, unit.id)) !== atMs) return false;
    transaction.set(`boards/${unit.id}`, { ...board });
    return true;
  });
}

/** Of those who come at the same time, one. A mark from ahead of now is of a clock that was put back, and holds nobody up. */
function takeTurn(host: Host, unitId: UnitId, atMs: number): Promise<boolean> {
  return host.store.transaction(async (transaction) => {
    const ageMs = atMs - (await startedAtMs(transaction, unitId));
    if (ageMs >= 0 && ageMs < freshForMs) return false;
    transaction.set(markPath(unitId), { startedAtMs: atMs, expiresAt: host.timestamp(atMs + freshForMs) });
    return true;
  });
}

/** When somebody last began to count; 0 when nobody has. */
async function startedAtMs(reader: Reader, unitId: UnitId): Promise<number> {
  return Number((await reader.get(markPath(unitId)))?.data['startedAtMs'] ?? 0);
}

function markPath(unitId: UnitId): string {
  return `throttles/board-${unitId}`;
}
