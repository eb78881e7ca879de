import type { Assignment } from '@shouwen/domain/complaint/intake/assignment';
import { nextAllowedMs } from '@shouwen/domain/calendar/quiet-hours';
import { hourMs } from '@shouwen/domain/calendar/day';
import type { CalendarYear } from '@shouwen/domain/calendar/working-days';
import { reclock } from '@shouwen/domain/complaint/time/clocks';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { decide } from '@shouwen/domain/complaint/decide';
import type { ComplaintEvent } from '@shouwen/domain/complaint/event';
import { evolveAll } from '@shouwen/domain/complaint/evolve';
import { stepsAhead } from '@shouwen/domain/complaint/time/plan';
import { postOf } from '@shouwen/domain/complaint/time/steps';
import type { Uid } from '@shouwen/domain/kernel/brand';
import type { Directory } from '@shouwen/domain/complaint/time/reporting-line';
import type { TakenStep } from '@shouwen/domain/complaint/time/taken-step';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import type { Pack } from '@shouwen/domain/policy/pack';
import type { ReadDirectory } from './read-directory.ts';
import type { Host } from '../host.ts';
import type { StoredDocument } from '../store.ts';

/** What the schedule makes of a complaint at a moment. */
export interface DueSteps {
  before: Complaint;
  after: Complaint;
  events: ComplaintEvent[];
  taken: TakenStep[];
  /** When it was decided, and by whom there was above it then. */
  atMs: number;
  directory: Directory;
  pack: Pack;
}

/** Decides which steps of a stored complaint are due at a moment. */
export async function decideDueSteps(
  host: Host,
  readDirectory: ReadDirectory,
  { id, data }: StoredDocument,
  atMs: number,
  assignment?: Assignment,
): Promise<DueSteps> {
  return decideStepsOf(host, readDirectory, complaintFromStored(id, data), atMs, assignment);
}

/** Decides which steps of a complaint are due at a moment (SLA-6), from itself alone and from who there is above it; writes nothing. */
export async function decideStepsOf(host: Host, readDirectory: ReadDirectory, before: Complaint, atMs: number, assignment?: Assignment): Promise<DueSteps> {
  const pack = await host.reference.pack(before.pack, before.packVersion);
  const calendar = await host.reference.calendar();
  const planned = withPlan(before, atMs, pack, calendar);
  const directory = await readDirectory(pack, holdersToTell(planned, atMs, pack));
  const facts = { directory, ...(assignment && { assignment }) };
  const decision = decide(planned, { type: 'takeSteps' }, { actor: { kind: 'system' }, atMs, pack, calendar, facts });
  const events = decision.ok ? decision.events : [];
  const after = events.length > 0 ? evolveAll(planned, events) : { ...planned, nextDueAtMs: laterMs(planned, atMs, pack) };
  return { before, after, events, taken: events.flatMap((event) => (event.type === 'stepsTaken' ? event.taken : [])), atMs, directory, pack };
}

/** A complaint from before there was a plan is found by the moment at which it was due, and gets its plan then. */
function withPlan(complaint: Complaint, atMs: number, pack: Pack, calendar: readonly CalendarYear[]): Complaint {
  const clocks = complaint.clocks?.plan.length === 0 ? reclock(complaint, atMs, pack, calendar) : null;
  return clocks ? { ...complaint, clocks, dueAtMs: clocks.replyDueAtMs } : complaint;
}

/** Who has it, or is offered it, where a step of theirs is due: whoever is off shift is not told (ADM-4). */
function holdersToTell(complaint: Complaint, atMs: number, pack: Pack): (Uid | null)[] {
  const isTheirs = stepsAhead(complaint).some((step) => step.atMs <= atMs && postOf(step, pack) === 'handler');
  return isTheirs ? [complaint.handlerUid, complaint.handOver?.toUid ?? null] : [];
}

/** Where nothing is taken: when something will be. What a late run may not tell anybody at night waits for the morning (SLA-4). */
function laterMs(complaint: Complaint, atMs: number, pack: Pack): number | null {
  const nextMs = stepsAhead(complaint)[0]?.atMs ?? null;
  if (nextMs === null || nextMs > atMs) return nextMs;
  const allowedMs = nextAllowedMs(atMs, pack.clocks.quietHours);
  return allowedMs > atMs ? allowedMs : atMs + hourMs;
}
