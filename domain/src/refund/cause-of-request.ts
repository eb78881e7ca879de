import { isProved } from '../complaint/cause-proof.ts';
import type { RefundFacts } from './refund-facts.ts';
import type { Refund, RefundGrounds } from './refund.ts';

/** What begins anew rests on the cause as it is confirmed by now: a photo or a bill may have come to it since. All else stays as it was asked for. */
export function causeNow(basis: RefundGrounds | null, now: RefundFacts['basis']): RefundGrounds | null {
  if (basis === null || now === null || typeof now === 'string') return basis;
  const { causeText, causeEvidence, causeProof, causeBy } = now;
  return { ...basis, causeText, causeEvidence, causeProof, causeBy };
}

/** REF-1: above the pack's sum words alone confirm nothing. What belongs together is added up, or it would be asked for in parts (REF-4). */
export function isUnproved({ amountFen, basis }: Pick<Refund, 'amountFen' | 'basis'>, { pack, earlierFen }: Pick<RefundFacts, 'pack' | 'earlierFen'>): boolean {
  return amountFen + earlierFen > pack.refunds.proofAboveFen && (!basis?.causeProof || isOnWordsAlone(basis));
}

/** Whether the cause was confirmed by nothing but words; of what was asked for before that was kept nobody can say so. */
export function isOnWordsAlone({ causeProof }: Pick<RefundGrounds, 'causeProof'>): boolean {
  return causeProof !== null && !isProved(causeProof);
}
