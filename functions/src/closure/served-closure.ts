import { closureAggregate, type ClosureAggregateFacts } from '@shouwen/domain/closure/aggregate';
import { type Closure, closureFromStored } from '@shouwen/domain/closure/closure';
import type { ClosureCommand, ClosureSystemCommand } from '@shouwen/domain/closure/command';
import type { ClosureEvent } from '@shouwen/domain/closure/event';
import { closureFigures } from '@shouwen/domain/closure/figures';
import { orderIdOf } from '../billing/order.ts';
import { type BookAnswer, sendOrder } from '../billing/send-order.ts';
import { decideOn, system } from '../journal/decide-on.ts';
import type { DueItem } from '../journal/due-item.ts';
import type { ServedAggregate } from '../journal/served-aggregate.ts';
import { decidingClosure } from './deciding-closure.ts';
import { askBilling } from './gather-closure-facts.ts';

/** What the billing system says of what a closure moves. */
const bookClosureAnswer: BookAnswer = async (preparing, { subjectId, postings }, { outcome }) => {
  const stored = await preparing.reader.get(`closures/${subjectId}`);
  if (!stored) return [];
  const command = { type: outcome === 'confirmed' ? ('confirmPosting' as const) : ('rejectPosting' as const) };
  const question = { state: closureFromStored(subjectId, stored.data), command, actor: system, known: { ordered: postings } };
  return (await decideOn(preparing, decidingClosure, question)).writes;
};

/** What the dry run says of a closure, by the account as it is. */
function figuresShown(of: Pick<Closure, 'lines' | 'leftFen'>): Pick<DueItem, 'amountFen' | 'figures'> {
  const { movesFen, paidOutFen, lapsesFen, owedFen } = closureFigures(of);
  return { amountFen: movesFen, figures: { movesFen, paidOutFen, lapsesFen, owedFen } };
}

export const servedClosure: ServedAggregate<Closure, ClosureCommand | ClosureSystemCommand, ClosureEvent, ClosureAggregateFacts> = {
  ...closureAggregate,
  ...decidingClosure,
  askBefore: askBilling,
  intake: { command: { type: 'receive' } },
  // Where the operator's own billing system keeps the books, it is told at once; if that is cut off, the schedule does it.
  afterCommit: async (host, { id, state, attempt }) => {
    if (state === 'settling') await sendOrder(host, orderIdOf('closure', id, attempt), bookClosureAnswer);
  },
  due: {
    command: { type: 'settle' },
    // Those that share a target one after the other: they would only stand in each other's way at its account.
    laneOf: ({ data }) => data['targetAccountNo'],
    describe: ({ lines, leftFen, accountMasked, targetMasked }, [event], { account }) => ({
      would: event?.type === 'transferOrdered' ? 'transfer' : null,
      skip: event?.type === 'heldBack' ? event.reason : event ? null : 'nothingDue',
      ...figuresShown({ lines, leftFen: account?.balancesFen ?? leftFen }),
      account: accountMasked && `${accountMasked.holder} ${accountMasked.phone}`,
      target: targetMasked && `${targetMasked.holder} ${targetMasked.phone}`,
    }),
  },
  bookAnswer: bookClosureAnswer,
  lost: [],
};
