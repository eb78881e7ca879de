import type { Pack } from '../../policy/pack.ts';
import type { Complaint } from '../complaint.ts';

/** Why a complaint belongs in higher hands than those that had it (ATT-4): it comes again, came from above, was passed around, or its answers do not hold. */
export const higherHandsReasons = ['repeat', 'escalated', 'passedAround', 'reopened'] as const;
export type HigherHandsReason = (typeof higherHandsReasons)[number];

/** ATT-4: repeat, over our heads, or hard: passed around, or reopened again and again. None where it may stay with whoever has it. */
export function reasonsForHigherHands({ flags, reopenCount }: Pick<Complaint, 'flags' | 'reopenCount'>, { escalation }: Pack): HigherHandsReason[] {
  return [
    ...(flags.includes('repeat') ? ['repeat' as const] : []),
    ...(flags.includes('escalated') ? ['escalated' as const] : []),
    ...(flags.includes('passed-around') ? ['passedAround' as const] : []),
    ...(reopenCount >= escalation.hardAfterReopens ? ['reopened' as const] : []),
  ];
}
