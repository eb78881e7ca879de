import { assistAggregate } from '@shouwen/domain/assist/aggregate';
import type { Assist } from '@shouwen/domain/assist/assist';
import type { AssistFacts } from '@shouwen/domain/assist/assist-context';
import type { AssistCommand, AssistSystemCommand } from '@shouwen/domain/assist/command';
import type { AssistEvent } from '@shouwen/domain/assist/event';
import { assistStandingOf } from '@shouwen/domain/assist/standing';
import type { AggregateChange } from '@shouwen/domain/journal/aggregate';
import { decidingComplaint } from '../complaint/deciding-complaint.ts';
import { decideOn, system } from '../journal/decide-on.ts';
import type { Deciding } from '../journal/served-aggregate.ts';
import { headAbove } from '../organisation/head-above.ts';
import type { Preparing } from '../transaction/preparing.ts';
import type { Write } from '../transaction/write.ts';
import { gatherAssistFacts, readArbiters } from './gather-assist-facts.ts';

type Change = AggregateChange<Assist, AssistEvent, AssistFacts>;

/** How assists are decided on and written, whoever asks; what follows elsewhere is what the complaint is told. */
export const decidingAssist: Deciding<Assist, AssistCommand | AssistSystemCommand, AssistEvent, AssistFacts> = {
  ...assistAggregate,
  gather: (preparing, { state }) => gatherAssistFacts(preparing, state),
  consequences: complaintWrites,
  factsForNotices: async (preparing, { before, after, facts }) => {
    const toUnitId = after.toUnitId ?? before.toUnitId;
    const [headUid, arbiterUids] = await Promise.all([
      toUnitId === null ? null : headAbove(preparing.host, preparing.reader, toUnitId),
      after.state === 'inArbitration' ? readArbiters(preparing, after) : [],
    ]);
    return { ...facts, headUid, arbiterUids };
  },
  ownEntry: ({ type }, { after, events }) => ({ id: `${type}_${after.seq}`, type, payload: { did: events.map((event) => event.type) } }),
};

/** AST-1: where it stands, noted on the complaint with the decision itself; with the last answer the complaint's wait is over. */
async function complaintWrites(preparing: Preparing, { before, after, facts }: Change): Promise<Write[]> {
  const assist = assistStandingOf(after, preparing.host.nowMs());
  const isNews = assist && JSON.stringify(assistStandingOf(before, assist.atMs)) !== JSON.stringify(assist);
  if (!isNews || !facts.complaint) return [];
  const { assistId, standing, toUnitId, outside } = assist;
  const ownEntry = () => ({ id: `assist_${assistId}_${after.seq}`, type: 'noteAssist', payload: { assistId, standing, toUnitId, outside } });
  const question = { state: facts.complaint, command: { type: 'noteAssist' as const, assist }, actor: system };
  return (await decideOn(preparing, decidingComplaint, question, { ownEntry })).writes;
}
