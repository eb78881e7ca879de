import { complaintAggregate, type ComplaintFacts } from '@shouwen/domain/complaint/aggregate';
import type { Command } from '@shouwen/domain/complaint/command';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import type { ComplaintEvent } from '@shouwen/domain/complaint/event';
import type { Deciding } from '../journal/served-aggregate.ts';
import { levelUpWrites } from './assignment-entry.ts';
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
  consequences: ({ host }, { before, after, events, facts: { pack, units } }) =>
    Promise.resolve([...statusWrites(host, { before, after, pack, units }), ...levelUpWrites(host, { after, events })]),
};
