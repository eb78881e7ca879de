import type { EpochMs } from '../../kernel/brand.ts';
import type { Complaint } from '../complaint.ts';

/** Why a customer may appeal: nobody has answered in the law's time, they have disagreed with an answer, or there is one that they can disagree with. */
export const appealGrounds = ['noAnswer', 'disagreed', 'ifTheyDisagree'] as const;

export interface Appeal {
  fromMs: EpochMs;
  ground: (typeof appealGrounds)[number];
}

/** APL-1: from when and why the customer may appeal to the regulator; null where there is nothing to appeal against. */
export function appealOf({ state, clocks, milestones, closedAtMs, answer, disagreedAtMs }: Complaint): Appeal | null {
  if (!clocks || state === 'merged' || state === 'withdrawn') return null;
  const unanswered: Appeal = { fromMs: clocks.statutoryDueAtMs + 1, ground: 'noAnswer' };
  if (state === 'answered' || state === 'closed' || state === 'outOfScope') {
    const answeredAtMs = state === 'outOfScope' ? closedAtMs : (answer?.atMs ?? closedAtMs);
    const inLawfulTime = milestones.some(({ stage, atMs }) => (stage === 'answered' || stage === 'outOfScope') && atMs <= clocks.statutoryDueAtMs);
    return inLawfulTime && answeredAtMs !== null ? { fromMs: answeredAtMs, ground: 'ifTheyDisagree' } : unanswered;
  }
  return disagreedAtMs !== null && disagreedAtMs <= unanswered.fromMs ? { fromMs: disagreedAtMs, ground: 'disagreed' } : unanswered;
}
