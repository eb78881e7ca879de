import { honestMoment } from '../complaint/time/clocks.ts';
import { isCritical } from '../complaint/time/plan.ts';
import type { Aggregate, EntryAct } from '../journal/aggregate.ts';
import { numberOf } from '../kernel/number.ts';
import { type Assist, assistFromStored } from './assist.ts';
import type { AssistFacts } from './assist-context.ts';
import { type AssistCommand, assistCommandOf, type AssistSystemCommand } from './command.ts';
import { decideAssist } from './decide.ts';
import type { AssistEvent } from './event.ts';
import { evolveAssist } from './evolve.ts';
import { assistManifest } from './manifest.ts';
import { assistNoticesOf } from './notices.ts';

export const assistAggregate: Aggregate<Assist, AssistCommand | AssistSystemCommand, AssistEvent, AssistFacts> = {
  manifest: assistManifest,
  fromStored: assistFromStored,
  commandOf: assistCommandOf,
  momentOf: momentOfAct,
  decide: (assist, command, { actor, atMs, facts }) => decideAssist(assist, command, { actor, atMs, facts }),
  evolve: evolveAssist,
  noticesOf: ({ before, after, events, actorUid, facts }) => assistNoticesOf(before, after, events, actorUid, facts),
  noticeContent: ({ complaintId }, { complaint, pack }) => ({
    number: numberOf(complaintId),
    category: complaint?.category ?? null,
    amountFen: null,
    isCritical: complaint !== null && isCritical(complaint, pack),
  }),
};

/** TIME: what staff do counts from when they did it, as far as their phone can be believed, and never before what it needs. */
function momentOfAct({ state, entry, previous }: EntryAct<Assist>, { pack }: AssistFacts): number {
  return Math.max(
    honestMoment(entry, pack).atMs,
    previous ? honestMoment(previous, pack).atMs : 0,
    state.addressedAtMs ?? 0,
    state.acceptedAtMs ?? 0,
    state.answer?.atMs ?? 0,
    state.returns.at(-1)?.atMs ?? 0,
  );
}
