import { closureAggregate, type ClosureAggregateFacts } from '@shouwen/domain/closure/aggregate';
import type { Closure } from '@shouwen/domain/closure/closure';
import type { ClosureCommand, ClosureSystemCommand } from '@shouwen/domain/closure/command';
import type { ClosureEvent } from '@shouwen/domain/closure/event';
import type { Deciding } from '../journal/served-aggregate.ts';
import { closureConsequences } from './closure-consequences.ts';
import { confirmersOf } from './closure-confirmers.ts';
import { headAbove } from '../organisation/head-above.ts';
import { gatherClosureFacts } from './gather-closure-facts.ts';

/** How closures are decided on and written, whoever asks. */
export const decidingClosure: Deciding<Closure, ClosureCommand | ClosureSystemCommand, ClosureEvent, ClosureAggregateFacts> = {
  ...closureAggregate,
  gather: gatherClosureFacts,
  consequences: closureConsequences,
  factsForNotices: async (preparing, { after, events, facts, actorUid }) => {
    if (events.some(({ type }) => type === 'confirmationNeeded' || type === 'cancelAsked'))
      return { ...facts, confirmerUids: await confirmersOf(preparing, after, actorUid ?? after.requesterUid) };
    if (!events.some((event) => event.type === 'heldBack')) return facts;
    return { ...facts, headUid: await headAbove(preparing.host, preparing.reader, after.requesterUnitId) };
  },
  ownEntry: ({ type }, { after, events }) => ({
    id: `${type}-${after.seq}`,
    type,
    payload: { did: events.map((event) => event.type), reason: after.holdReason ?? after.refusalCode },
  }),
};
