import { useMemo } from 'react';
import type { Assist } from '@shouwen/domain/assist/assist';
import { type AssistCommandType, assistCommandOf } from '@shouwen/domain/assist/command';
import { allowedAssistCommands, predictAssist, type UnsettledCommand } from '@shouwen/domain/assist/foreseen';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { usePendingFor } from '../../platform/outbox/outbox.ts';
import type { OutboxItem } from '../../platform/outbox/outbox-snapshot.ts';
import { type Reference, useReference } from '../../platform/reference/reference.ts';
import { usePackOf } from '../../records/earlier-packs.ts';
import type { JournalEntry, LiveAggregate } from '../../records/live-aggregate.ts';
import { useLiveAssist } from '../../records/assist/live-assist.ts';
import { useLiveComplaint } from '../../records/live-complaint.ts';

/** Something that was done about it, or that this phone has not been told the outcome of. */
export interface AssistDeed {
  id: string;
  type: string;
  payload: Record<string, unknown>;
  actorName: string | null;
  unitId: string | null;
  isOurs: boolean;
  atMs: number;
  outcome: 'pending' | 'applied' | 'refused';
  code: string | undefined;
}

export interface AssistView {
  /** With everything that this phone has asked for and not been told the outcome of. */
  assist: Assist;
  isPredicted: boolean;
  /** The complaint, for those whom it concerns; nobody of those who assist. */
  complaint: Complaint | null;
  allowed: AssistCommandType[];
  deeds: AssistDeed[];
  isFromCache: boolean;
}

export type ViewedAssist = { status: 'loading' | 'absent' | 'unreachable' | 'unreadable' } | { status: 'here'; view: AssistView };

/** What the server last said, what this phone has not sent yet, and what will follow from it. */
export function useAssistView(id: string, staff: Staff): ViewedAssist {
  const live = useLiveAssist(id);
  const pending = usePendingFor('assists', id);
  const complaint = useLiveComplaint(live.status === 'here' ? live.aggregate.complaintId : '');
  const reference = useReference();
  const pack = usePackOf(live.status === 'here' ? live.aggregate.packVersion : null);
  const known = complaint.status === 'here' ? complaint.aggregate : null;
  return useMemo(() => viewOf(live, pending, staff, reference && pack && { ...reference, pack }, known), [live, pending, staff, reference, pack, known]);
}

function viewOf(
  live: LiveAggregate<Assist>,
  pending: readonly OutboxItem[],
  staff: Staff,
  reference: Reference | null,
  complaint: Complaint | null,
): ViewedAssist {
  if (live.status !== 'here') return live;
  const own = live.journal.filter(({ outcome, actor }) => outcome === 'pending' && actor.uid === staff.uid);
  const unsent = pending.flatMap((item) =>
    item.kind === 'entry' && item.content && !live.journal.some(({ id }) => id === item.id) ? [{ ...item.content, id: item.id }] : [],
  );
  const unsettled = [...own, ...unsent].flatMap(({ type, payload, capturedAtMs, clockOffsetMs }): UnsettledCommand[] => {
    const command = assistCommandOf({ type, payload });
    return command ? [{ command, atMs: capturedAtMs + clockOffsetMs }] : [];
  });
  const assist = reference
    ? predictAssist(live.aggregate, unsettled, { actor: { kind: 'staff', staff }, facts: factsOf(reference, complaint) })
    : live.aggregate;
  const view: AssistView = {
    assist,
    isPredicted: unsettled.length > 0,
    complaint,
    allowed: allowedAssistCommands(assist, staff, complaint),
    deeds: [...live.journal.map(deedOf), ...unsent.map((entry) => deedOf({ ...entry, actor: null, outcome: 'pending' }))],
    isFromCache: live.isFromCache,
  };
  return { status: 'here', view };
}

function factsOf({ pack, calendar, units }: Reference, complaint: Complaint | null) {
  return { pack, calendar, units, complaint, requester: null, headUid: null, arbiterUids: [] };
}

type Told = Pick<JournalEntry, 'id' | 'type' | 'payload' | 'capturedAtMs' | 'clockOffsetMs' | 'outcome'> & {
  actor: JournalEntry['actor'] | null;
  reason?: JournalEntry['reason'];
};

function deedOf({ id, type, payload, actor, capturedAtMs, clockOffsetMs, outcome, reason }: Told): AssistDeed {
  const atMs = capturedAtMs + clockOffsetMs;
  return {
    id,
    type,
    payload,
    actorName: actor?.name ?? null,
    unitId: actor?.unitId ?? null,
    isOurs: actor?.kind === 'system',
    atMs,
    outcome,
    code: reason?.code,
  };
}
