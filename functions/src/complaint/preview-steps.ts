import type { Uid } from '@shouwen/domain/kernel/brand';
import { numberOf } from '@shouwen/domain/kernel/number';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import { stepsAhead } from '@shouwen/domain/complaint/time/plan';
import type { TakenStep } from '@shouwen/domain/complaint/time/taken-step';
import { readStaff } from '../organisation/read-staff.ts';
import { directoryReader, type ReadDirectory } from './read-directory.ts';
import type { Host } from '../host.ts';
import type { StoredDocument } from '../store.ts';
import { decideStepsOf, type DueSteps } from './decide-due-steps.ts';
import { type DueItem, plainItem } from '../journal/due-item.ts';

/** More than the plan of any complaint holds. */
const mostRuns = 40;

/**
 * What the schedule would do with complaints up to a moment if nobody did anything, in the order of time, a line per step that it would take; a complaint that it would
 * leave alone has one line, too.
 */
export async function previewSteps(host: Host, due: readonly StoredDocument[], untilMs: number): Promise<DueItem[]> {
  const readDirectory = directoryReader(host, host.store);
  const items: DueItem[] = [];
  for (const document of due) {
    try {
      items.push(...(await playForward(host, readDirectory, complaintFromStored(document.id, document.data), untilMs)));
    } catch {
      // What cannot be decided is what the schedule puts aside for a person to look at; the others are shown all the same.
      const dueAtMs = (document.data['nextDueAt'] as { toMillis(): number }).toMillis();
      items.push({ ...nothing, id: document.id, number: numberOf(document.id), dueAtMs, skip: 'failing' });
    }
  }
  return items.toSorted((one, other) => one.dueAtMs - other.dueAtMs);
}

const nothing = { ...plainItem, kind: 'complaint', would: null, skip: null };

/** Run after run, from now on, each of what the one before has left: what may not be told at night is told in the morning, if that comes before the moment (SLA-4). */
async function playForward(host: Host, readDirectory: ReadDirectory, complaint: Complaint, untilMs: number): Promise<DueItem[]> {
  const items: DueItem[] = [];
  let state = complaint;
  let atMs = Math.min(untilMs, Math.max(host.nowMs(), complaint.nextDueAtMs ?? untilMs));
  for (let run = 0; run < mostRuns && atMs <= untilMs; run += 1) {
    const steps = await decideStepsOf(host, readDirectory, state, atMs);
    for (const step of steps.taken)
      items.push({ ...nothing, id: state.id, number: numberOf(state.id), dueAtMs: atMs, ...(await whatBecomes(host, steps, step)) });
    const nextMs = steps.after.nextDueAtMs;
    state = steps.after;
    if (nextMs === null || (steps.taken.length === 0 && nextMs <= atMs)) break;
    atMs = Math.max(atMs, nextMs);
  }
  if (items.length > 0) return items;
  return [{ ...nothing, id: state.id, number: numberOf(state.id), dueAtMs: complaint.nextDueAtMs ?? atMs, skip: skipOf(state, untilMs) }];
}

/** Nothing is taken where something is due only while people may not be disturbed (SLA-4). */
function skipOf(complaint: Complaint, untilMs: number): string {
  return stepsAhead(complaint).some((step) => step.atMs <= untilMs) ? 'quietHours' : 'nothingDue';
}

async function whatBecomes(host: Host, steps: DueSteps, step: TakenStep): Promise<Pick<DueItem, 'would' | 'skip' | 'step' | 'to' | 'passedOver'>> {
  const { id, clock, toldUid, passedOver } = step;
  const superior = steps.events.find((event) => event.type === 'assigned');
  const isHighestOfReply = steps.taken.findLast((taken) => taken.clock === 'reply')?.id === id;
  const about = { skip: null, step: id, passedOver };
  if (clock === 'dispatch') return { ...about, would: 'dispatch', to: null };
  if (clock === 'wait') return { ...about, would: 'endWait', to: await nameOf(host, steps, toldUid) };
  if (isHighestOfReply && superior?.type === 'assigned') return { ...about, would: 'reassign', to: superior.assignment.handlerName };
  if (toldUid === null) return { ...about, would: null, skip: 'nobodyToTell', to: null };
  return { ...about, would: 'tell', to: await nameOf(host, steps, toldUid) };
}

async function nameOf(host: Host, { before, directory }: DueSteps, uid: Uid | null): Promise<string | null> {
  if (uid === before.handlerUid) return before.handlerName;
  const leader = directory.leaders.find((known) => known.uid === uid);
  return leader?.name ?? (await readStaff(host.store, uid))?.name ?? null;
}
