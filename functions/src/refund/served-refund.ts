import { refundAggregate, type RefundAggregateFacts } from '@shouwen/domain/refund/aggregate';
import type { RefundCommand, RefundSystemCommand } from '@shouwen/domain/refund/command';
import type { RefundEvent } from '@shouwen/domain/refund/event';
import type { Refund } from '@shouwen/domain/refund/refund';
import { orderIdOf } from '../billing/order.ts';
import { sendOrder } from '../billing/send-order.ts';
import { bookRefundAnswer } from './book-refund-answer.ts';
import type { ServedAggregate } from '../journal/served-aggregate.ts';
import { decidingRefund } from './deciding-refund.ts';

export const servedRefund: ServedAggregate<Refund, RefundCommand | RefundSystemCommand, RefundEvent, RefundAggregateFacts> = {
  ...refundAggregate,
  ...decidingRefund,
  intake: { command: { type: 'receive' } },
  // Where the operator's own billing system keeps the books, it is told at once; if that is cut off, the schedule does it.
  afterCommit: async (host, { id, state, execution }) => {
    if (state === 'executing') await sendOrder(host, orderIdOf('refund', id, execution?.attempt ?? 1), bookRefundAnswer);
  },
  due: {
    command: { type: 'stepDue' },
    describe: ({ amountFen }, [event]) => ({
      would: event === undefined ? null : event.type === 'movedUp' ? 'moveUp' : 'remind',
      skip: event === undefined ? 'nothingDue' : null,
      amountFen,
    }),
  },
  // A refund that waits for somebody's word looks for who can give it.
  release: { holderField: 'approverUids', mostSteps: 1, stepFor: () => Promise.resolve({ command: { type: 'refreshHolders' } }) },
  bookAnswer: bookRefundAnswer,
  lost: [],
};
