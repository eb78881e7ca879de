import type { CalendarYear } from '../calendar/working-days.ts';
import type { Aggregate } from '../journal/aggregate.ts';
import type { Unit } from '../organisation/unit.ts';
import type { Pack } from '../policy/pack.ts';
import { type Command, staffCommandOf } from './command.ts';
import type { Complaint } from './complaint.ts';
import type { CommandFacts } from './context.ts';
import { decide } from './decide.ts';
import type { ComplaintEvent } from './event.ts';
import { evolveAll } from './evolve.ts';
import { threatNotices } from './intake/threat-heard.ts';
import { complaintManifest } from './manifest.ts';
import { noticesOf } from './notices.ts';
import { complaintFromStored } from './stored.ts';
import { momentOfAct } from './time/act-moment.ts';
import { isCritical } from './time/plan.ts';

/** What a decision about a complaint goes by: its own version of the policy, calendar and organisation, and what else the command needs to know. */
export interface ComplaintFacts {
  pack: Pack;
  calendar: readonly CalendarYear[];
  units: ReadonlyMap<string, Unit>;
  known: CommandFacts;
}

/** TIME: what staff do counts from when they did it, as far as their phone can be believed. */
export const complaintAggregate: Aggregate<Complaint, Command, ComplaintEvent, ComplaintFacts> = {
  manifest: complaintManifest,
  fromStored: complaintFromStored,
  commandOf: staffCommandOf,
  momentOf: ({ state, actor, ...act }, { pack }) => momentOfAct(act, state, actor, pack),
  decide: (complaint, command, { actor, atMs, receivedAtMs, facts: { pack, calendar, known } }) =>
    decide(complaint, command, { actor, atMs, receivedAtMs, pack, calendar, facts: known }),
  evolve: evolveAll,
  noticesOf: ({ before, after, events, actorUid, facts: { units } }) => [
    ...noticesOf(before, after, events, actorUid),
    ...threatNotices(before, after, actorUid, units),
  ],
  noticeContent: (complaint, { pack }) => ({
    number: complaint.number,
    category: complaint.category,
    amountFen: null,
    isCritical: isCritical(complaint, pack),
  }),
};
