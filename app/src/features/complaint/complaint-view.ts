import { useMemo } from 'react';
import { allowedCommands } from '@shouwen/domain/complaint/view/allowed-commands';
import type { StaffCommandType } from '@shouwen/domain/complaint/command';
import { type Complaint, complaintFromRecording } from '@shouwen/domain/complaint/complaint';
import { type PredictContext, type Prediction, predict } from '@shouwen/domain/complaint/view/predict';
import type { Actor } from '@shouwen/domain/complaint/relation';
import type { Contact } from '@shouwen/domain/complaint/intake/recording';
import { couldBeTold } from '@shouwen/domain/complaint/time/reporting-line';
import type { Colleague } from '@shouwen/domain/organisation/directory';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { wantsLink } from '@shouwen/domain/policy/mail-chain';
import { dutyKindOf } from '@shouwen/domain/policy/service-duties';
import { nowMs } from '../../platform/device/clock.ts';
import { usePendingFor } from '../../platform/outbox/outbox.ts';
import { unsentComplaint } from '../../platform/outbox/complaint-content.ts';
import type { OutboxItem } from '../../platform/outbox/outbox-snapshot.ts';
import { type ColleaguesNow, useColleaguesNow } from '../../records/colleagues-now.ts';
import { usePackOf } from '../../records/earlier-packs.ts';
import { type LiveComplaint, useLiveComplaint } from '../../records/live-complaint.ts';
import { type Reference, useReference } from '../../platform/reference/reference.ts';
import { formerCommands } from './act/command-form.ts';
import { pendingOf, type TimelineItem, timelineOf, type UnsentEntry } from './timeline.ts';

/** A complaint as its page shows it. */
export interface ComplaintView {
  /** With everything that this phone has asked for and not been told the outcome of. */
  complaint: Complaint;
  /** True while `complaint` is ahead of what the server has confirmed. */
  isPredicted: boolean;
  predictContext: PredictContext | null;
  allowed: StaffCommandType[];
  timeline: TimelineItem[];
  /** Known from the outbox while the complaint itself has not been sent. */
  ownContact: Contact | null;
  isUnsent: boolean;
  isFromCache: boolean;
  unsentPhotoIds: string[];
}

export type ViewedComplaint = { status: 'loading' | 'absent' | 'unreachable' | 'unreadable' } | { status: 'here'; view: ComplaintView };

/** What the server last said, what this phone has not sent yet, and what will follow from it. */
export function useComplaintView(id: string, staff: Staff): ViewedComplaint {
  const live = useLiveComplaint(id);
  const pending = usePendingFor('complaints', id);
  const reference = useReference();
  const pack = usePackOf(live.status === 'here' ? live.aggregate.packVersion : null);
  const uids = useMemo(() => (live.status === 'here' && reference ? uidsInQuestion(live.aggregate, reference) : []), [live, reference]);
  const now = useColleaguesNow(uids);
  return useMemo(() => viewOf(live, pending, staff, reference && pack && { ...reference, pack }, now), [live, pending, staff, reference, pack, now]);
}

function viewOf(live: LiveComplaint, pending: OutboxItem[], staff: Staff, reference: Reference | null, now: ColleaguesNow): ViewedComplaint {
  const own = pending.map(unsentComplaint).find((item) => item !== null);
  const recorded = own ? complaintFromRecording(own.recording, own.audience) : null;
  const confirmed = live.status === 'here' ? live.aggregate : recorded;
  if (!confirmed) return live.status === 'here' ? { status: 'loading' } : live;
  const journal = live.status === 'here' ? live.journal : [];
  const unsent = pending.flatMap(unsentEntry);
  const predictContext = reference && contextOf(staff, reference, now);
  const entries = pendingOf(journal, unsent, staff.uid);
  const prediction: Prediction = predictContext ? predict(confirmed, entries, predictContext) : { complaint: confirmed, refusals: [] };
  const view: ComplaintView = {
    complaint: prediction.complaint,
    isPredicted: prediction.complaint !== confirmed,
    predictContext,
    allowed: allowedCommands(prediction.complaint, actorOf(staff)).filter((command) => isAskedFor(command, prediction.complaint, reference)),
    timeline: timelineOf(confirmed, journal, unsent, staff.uid),
    ownContact: own?.contact ?? null,
    isUnsent: live.status !== 'here',
    isFromCache: live.status === 'here' && live.isFromCache,
    unsentPhotoIds: pending.filter((item) => item.kind === 'photo').map((item) => item.id),
  };
  return { status: 'here', view };
}

/** What nobody asks for is no button. */
function isAskedFor(command: StaffCommandType, { category }: Complaint, reference: Reference | null): boolean {
  if (formerCommands.some((former) => former === command)) return false;
  if (command === 'noteParticulars') return reference !== null && dutyKindOf(category, reference.pack) !== null;
  return command !== 'nameLink' || (reference !== null && wantsLink(category, reference.pack));
}

function unsentEntry(item: OutboxItem): UnsentEntry[] {
  if (item.kind !== 'entry' || !item.content) return [];
  return [{ ...item.content, id: item.id, notAccepted: item.state === 'notAccepted' ? (item.reason ?? { code: 'unknown' }) : null }];
}

/** Whose presence says who will be told. */
function uidsInQuestion(complaint: Complaint, { pack, units, staff }: Reference): string[] {
  return couldBeTold(complaint, { leaders: staff.map((person) => presumedThere(person, units)), units }, pack);
}

function contextOf(staff: Staff, { pack, calendar, units, staff: colleagues }: Reference, { people }: ColleaguesNow): PredictContext {
  const asKnown = colleagues.map((person) => people.get(person.uid) ?? presumedThere(person, units));
  return { actor: actorOf(staff), nowMs: nowMs(), pack, calendar, units, staff: asKnown };
}

/** Of whom nobody has looked, it is foreseen that they are there; the server sees whether they are. */
function presumedThere(person: Colleague, units: Reference['units']): PredictContext['staff'][number] {
  return { ...person, audience: units.get(person.unitId)?.audience ?? [], onDuty: true };
}

function actorOf(staff: Staff): Actor {
  return { kind: 'staff', staff };
}
