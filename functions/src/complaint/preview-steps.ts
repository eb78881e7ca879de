import type { Uid } from '@shouwen/domain/kernel/brand';
import { numberOf } from '@shouwen/domain/kernel/number';
import { stepsAhead } from '@shouwen/domain/complaint/time/plan';
import type { TakenStep } from '@shouwen/domain/complaint/time/taken-step';
import { readStaff } from '../organisation/read-staff.ts';
import { directoryReader } from './read-directory.ts';
import type { Host } from '../host.ts';
import type { StoredDocument } from '../store.ts';
import { decideDueSteps, type DueSteps } from './decide-due-steps.ts';
import { type DueItem, plainItem } from '../journal/due-item.ts';

/** What the schedule would do with complaints at a moment, a line per step that it would take; a complaint that it would leave alone has one line, too. */
export async function previewSteps(host: Host, due: readonly StoredDocument[], atMs: number): Promise<DueItem[]> {
  const readDirectory = directoryReader(host, host.store);
  const items: DueItem[] = [];
  for (const document of due) {
    const dueAtMs = (document.data['nextDueAt'] as { toMillis(): number }).toMillis();
    const about = { ...nothing, id: document.id, number: numberOf(document.id), dueAtMs };
    try {
      const steps = await decideDueSteps(host, readDirectory, document, atMs);
      const taken = await Promise.all(steps.taken.map(async (step) => ({ ...about, ...(await whatBecomes(host, steps, step)) })));
      items.push(...(taken.length > 0 ? taken : [{ ...about, skip: skipOf(steps, atMs) }]));
    } catch {
      // What cannot be decided is what the schedule puts aside for a person to look at; the others are shown all the same.
      items.push({ ...about, skip: 'failing' });
    }
  }
  return items;
}

const nothing = { ...plainItem, kind: 'complaint', would: null, skip: null };

/** Nothing is taken where something is due only while people may not be disturbed (SLA-4). */
function skipOf({ after }: DueSteps, atMs: number): string {
  return stepsAhead(after).some((step) => step.atMs <= atMs) ? 'quietHours' : 'nothingDue';
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
