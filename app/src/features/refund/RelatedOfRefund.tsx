import type { Refund } from '@shouwen/domain/refund/refund';
import { useReference } from '../../platform/reference/reference.ts';
import { useRelatedOfRefund } from '../../records/related-refunds.ts';
import { RelatedPanel } from './RelatedPanel.tsx';

/** What whoever approves or pays a refund should know of beside it; a closed account's own cash has nothing beside it. */
export function RelatedOfRefund({ refund }: { refund: Refund }) {
  const isAsked = refund.closureId === null && refund.basis !== null;
  return isAsked && <RelatedOf id={refund.id} seq={refund.seq} />;
}

function RelatedOf({ id, seq }: { id: string; seq: number }) {
  const pack = useReference()?.pack;
  const related = useRelatedOfRefund(id, seq);
  return pack && <RelatedPanel related={related} pack={pack} />;
}
