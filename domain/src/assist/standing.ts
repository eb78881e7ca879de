import type { AssistStanding } from '../complaint/assist-standing.ts';
import type { Assist } from './assist.ts';

/** What the complaint is told of an assist; null while nothing has been asked, or where it could not be. */
export function assistStandingOf({ id, state, toUnitId, outside, question, acceptDueAtMs, dueAtMs }: Assist, atMs: number): AssistStanding | null {
  if (state === 'requested' || state === 'refused' || dueAtMs === null) return null;
  return { assistId: id, toUnitId, outside, question, standing: state, acceptDueAtMs, answerDueAtMs: dueAtMs, atMs };
}
