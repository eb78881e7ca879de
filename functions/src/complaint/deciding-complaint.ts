import { complaintAggregate, type ComplaintFacts } from '@shouwen/domain/complaint/aggregate';
import type { Command } from '@shouwen/domain/complaint/command';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import type { CommandFacts } from '@shouwen/domain/complaint/context';
import type { ComplaintEvent } from '@shouwen/domain/complaint/event';
import { decideOn } from '../journal/decide-on.ts';
import type { Deciding } from '../journal/served-aggregate.ts';
import type { Preparing } from '../transaction/preparing.ts';
import type { Write } from '../transaction/write.ts';
import { levelUpWrites } from './assignment-entry.ts';
import { messageWrites } from '../outreach/message-writes.ts';
import { gatherFacts } from './gather-facts.ts';
import { statusWrites } from './status-writes.ts';

/** How complaints are decided on and written, whoever asks; what follows elsewhere is the customer's page, and why it went up. */
export const decidingComplaint: Deciding<Complaint, Command, ComplaintEvent, ComplaintFacts> = {
  ...complaintAggregate,
  gather: async ({ host, reader }, { state, command }) => {
    const version = command.type === 'applyPolicy' ? command.version : state.packVersion;
    const [pack, units, calendar, known] = await Promise.all([
      host.reference.pack(state.pack, version),
      host.reference.units(),
      host.reference.calendar(),
      gatherFacts(host, reader, state, command),
    ]);
    return { pack, units, calendar, known };
  },
  consequences: async (preparing, change) => [
    ...statusWrites(preparing.host, { ...change, ...change.facts }),
    ...levelUpWrites(preparing.host, change),
    ...messageWrites(preparing.host, change),
    ...(await repeatWrites(preparing, change.events, change.facts.known)),
  ],
};

/** ATT-2: what a correction means for later complaints of the customer. */
async function repeatWrites(preparing: Preparing, events: readonly ComplaintEvent[], { later = [] }: CommandFacts): Promise<Write[]> {
  if (!events.some(({ type }) => type === 'corrected')) return [];
  const decided = await Promise.all(
    later.map(({ complaint, repeatOf }) => {
      const question = { state: complaint, command: { type: 'noteRepeats' as const, repeatOf }, actor: { kind: 'system' as const } };
      const ownEntry = ({ seq }: Complaint) => ({ id: `repeats-${seq}`, type: 'noteRepeats', payload: { repeatOf } });
      return decideOn(preparing, decidingComplaint, question, { ownEntry });
    }),
  );
  return decided.flatMap(({ writes }) => writes);
}
