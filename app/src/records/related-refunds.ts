import '../platform/device/schemas-without-eval.ts';
import { useEffect, useState } from 'react';
import { refundForms, refundStates } from '@shouwen/domain/refund/refund';
import { tieKinds } from '@shouwen/domain/refund/sum/cumulate';
import { z } from 'zod';
import { call } from '../platform/callable/callable.ts';

const relatedSchema = z.object({
  related: z.array(
    z.object({
      id: z.string(),
      amountFen: z.int(),
      form: z.enum(refundForms),
      state: z.enum(refundStates),
      requestedAtMs: z.number(),
      requesterName: z.string(),
      isSelfApproved: z.boolean(),
      ties: z.array(z.enum(tieKinds)),
    }),
  ),
  earlierFen: z.int(),
  aloneFen: z.int(),
});

/** Other refunds that belong to a request, as the server sees them across all units; `unknown` when it would not or could not say. */
export type RelatedRefunds = { status: 'loading' | 'unknown' } | ({ status: 'known' } & z.infer<typeof relatedSchema>);

/** About a refund that is there, asked again with each version of it. */
export function useRelatedOfRefund(refundId: string, seq: number): RelatedRefunds {
  return useRelated(JSON.stringify({ refundId }), seq);
}

/** About one that somebody is about to ask for. */
export function useRelatedOfComplaint(complaintId: string): RelatedRefunds {
  return useRelated(JSON.stringify({ complaintId, accountNo: null }), 0);
}

function useRelated(question: string, version: number): RelatedRefunds {
  const [related, setRelated] = useState<RelatedRefunds>({ status: 'loading' });
  useEffect(() => {
    let isOver = false;
    findRelated(question).then(
      (found) => void (isOver || setRelated(found)),
      () => void (isOver || setRelated({ status: 'unknown' })),
    );
    return () => {
      isOver = true;
    };
  }, [question, version]);
  return related;
}

async function findRelated(question: string): Promise<RelatedRefunds> {
  const answer = await call('findRelatedRefunds', JSON.parse(question) as Record<string, unknown>);
  return { status: 'known', ...relatedSchema.parse(answer) };
}
