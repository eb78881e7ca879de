import type { EpochMs } from '../../kernel/brand.ts';
import type { Pack } from '../../policy/pack.ts';
import type { Complaint } from '../complaint.ts';
import { type Actor, relationsTo } from '../relation.ts';
import { type Captured, honestMoment } from './clocks.ts';

/** An act as a phone tells of it, and what the same phone did on the same complaint before. */
export interface CapturedAct {
  entry: Captured;
  previous: Captured | null;
}

/**
 * When an act counts as done (TIME): by the phone as far as it can be believed, but never before what it needs: that the complaint was recorded, or answered and
 * reopened, that the phone's entry before it was made, and that whoever acts had been given it. Only its owner can have acted before it arrived.
 */
export function momentOfAct({ entry, previous }: CapturedAct, complaint: Complaint, actor: Actor, pack: Pack): number {
  return Math.max(
    honestMoment(entry, pack).atMs,
    complaint.clocks?.runStartAtMs ?? honestMoment(complaint, pack).atMs,
    complaint.state === 'answered' || complaint.state === 'closed' ? (complaint.answer?.atMs ?? 0) : 0,
    previous ? honestMoment(previous, pack).atMs : 0,
    givenAtMs(complaint, actor),
  );
}

/** Since when somebody has had it who did not record it: since it was given to them or their unit, offered to them, or taken on by them. */
function givenAtMs(complaint: Complaint, actor: Actor): EpochMs {
  const relations = relationsTo(complaint, actor);
  if (relations.includes('owner')) return 0;
  if (relations.includes('receiver')) return complaint.handOver?.offeredAtMs ?? 0;
  if (!relations.includes('handler') && !relations.includes('poolMember')) return 0;
  return complaint.milestones.findLast(({ stage }) => stage === 'assigned' || stage === 'accepted')?.atMs ?? 0;
}
