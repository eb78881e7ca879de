import '../../platform/device/schemas-without-eval.ts';
import { type Board, boardSchema } from '@shouwen/domain/board/board';
import { call, CallRefused } from '../../platform/callable/callable.ts';
import type { Followed } from '../../platform/firestore/follow.ts';
import { useDocument } from '../../platform/firestore/use-followed.ts';

/** `absent`: not counted yet. */
export type LiveBoard = Followed<Board>;

/** Follows a unit's board as functions last counted it, from the phone's copy while there is no network. */
export function useLiveBoard(unitId: string): LiveBoard {
  return useDocument(`boards/${unitId}`, readBoard);
}

function readBoard(_id: string, stored: Record<string, unknown>): Board | null {
  return boardSchema.safeParse(stored).data ?? null;
}

/** Has the board counted anew if it has grown old; what was counted arrives with the document that is followed. */
export async function openBoard(unitId: string): Promise<'done' | 'refused' | 'failed'> {
  try {
    await call('openBoard', { unitId });
    return 'done';
  } catch (error) {
    return error instanceof CallRefused ? 'refused' : 'failed';
  }
}
