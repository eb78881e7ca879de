import { refundAggregate, type RefundAggregateFacts } from '@shouwen/domain/refund/aggregate';
import type { RefundCommand, RefundSystemCommand } from '@shouwen/domain/refund/command';
import { isChainValid } from '@shouwen/domain/refund/decide-execution';
import type { RefundEvent } from '@shouwen/domain/refund/event';
import { isChainOutdated } from '@shouwen/domain/refund/pins';
import type { Refund } from '@shouwen/domain/refund/refund';
import type { Deciding } from '../journal/served-aggregate.ts';
import { gatherRefundFacts } from './gather-refund-facts.ts';
import { refundConsequences } from './refund-consequences.ts';

/** How refunds are decided on and written, whoever asks. */
export const decidingRefund: Deciding<Refund, RefundCommand | RefundSystemCommand, RefundEvent, RefundAggregateFacts> = {
  ...refundAggregate,
  gather: async ({ host, reader }, { state, command, actor, known }) => ({
    ...(await gatherRefundFacts(host, reader, { refund: state, command, actor: actor.kind === 'staff' ? actor.staff : null })),
    confirmed: known?.confirmed ?? null,
  }),
  consequences: refundConsequences,
  // A decision about a request that is no longer what it was is refused, and its chain is worked out anew (REF-4).
  instead: (refund, facts, { code }) => {
    const isStale = code === 'requestChanged' ? isChainOutdated(refund, facts) : code === 'authorityWithdrawn' && !isChainValid(refund, facts);
    return isStale ? { type: 'reworkChain' } : null;
  },
  ownEntry: ({ type, ...payload }, { after, events }) => ({
    id: `${type}-${after.seq}`,
    type,
    payload: { ...payload, did: events.map((event) => event.type) },
  }),
};
