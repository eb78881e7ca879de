import { z } from 'zod';
import type { Role, Staff } from '../organisation/staff.ts';
import type { Unit } from '../organisation/unit.ts';
import { boardRulesSchema } from '../policy/board-rules.ts';
import { packIdSchema } from '../policy/pack-register.ts';

const countsSchema = z.object({
  /** Not yet answered; the next five are among them. */
  open: z.int().min(0),
  overdue: z.int().min(0),
  nearDue: z.int().min(0),
  escalated: z.int().min(0),
  unaccepted: z.int().min(0),
  waiting: z.int().min(0),
  /** Answers of this month: of each complaint the latest in time and the latest late one, each for whoever it counts for. */
  answered: z.int().min(0),
  answeredInTime: z.int().min(0),
  /** Of those, the ones whose customer knows the answer, as far as anybody has said (TEL-1). */
  answeredInTimeTold: z.int().min(0).default(0),
  /** Answered, whenever it was, and the customer has yet to know. */
  untold: z.int().min(0).default(0),
  /** Their promise ran out, and another time was promised since: unanswered, not overdue again, and late all the same (SLA-7). */
  promisedAnew: z.int().min(0).default(0),
  /** Answers, acceptances and ends of this month that arrived long after they are said to have been done (TIME). */
  reportedLater: z.int().min(0).default(0),
  /** PST-2: complaints of this month by the responsible link that was named, each for the unit that answers for it, and of those the rounds that nobody took over. */
  linkAccept: z.int().min(0).default(0),
  linkSort: z.int().min(0).default(0),
  linkTransport: z.int().min(0).default(0),
  linkDeliver: z.int().min(0).default(0),
  noCover: z.int().min(0).default(0),
});
export type Counts = z.infer<typeof countsSchema>;

const unitCountsSchema = countsSchema.extend({ unitId: z.string() });
export type UnitCounts = z.infer<typeof unitCountsSchema>;

/** How a unit and those below it stand (SLA-6, SLA-7), as counted at one moment. Stored in `boards/{unitId}`; counted anew each time, never added to. */
export const boardSchema = z.object({
  unitId: z.string(),
  pack: packIdSchema,
  /** Units whose people may look at it. */
  audience: z.array(z.string()),
  atMs: z.int(),
  /** The figures that it was counted by. */
  rules: boardRulesSchema,
  total: countsSchema,
  units: z.array(unitCountsSchema),
});
export type Board = z.infer<typeof boardSchema>;

/** Jobs that direct or oversee the work of others; the database's rules name the same. */
export const boardRoles: readonly Role[] = [
  'outletManager',
  'hotlineDutyLeader',
  'complaintSupervisor',
  'centreDirector',
  'departmentHead',
  'unitHead',
  'companyLeader',
  'qualityInspector',
  'auditor',
];

/** Whether somebody may look at a unit's board: one of those jobs, in that unit, above it, or overseeing its company (CRI-2). */
export function mayReadBoard(staff: Pick<Staff, 'active' | 'role' | 'unitId'>, unit: Pick<Unit, 'audience'>): boolean {
  return staff.active && boardRoles.includes(staff.role) && unit.audience.includes(staff.unitId);
}

/** All of it together. */
export function totalOf(units: readonly Counts[]): Counts {
  const sum = (name: keyof Counts): number => units.reduce((total, counts) => total + counts[name], 0);
  return {
    open: sum('open'),
    overdue: sum('overdue'),
    nearDue: sum('nearDue'),
    escalated: sum('escalated'),
    unaccepted: sum('unaccepted'),
    waiting: sum('waiting'),
    answered: sum('answered'),
    answeredInTime: sum('answeredInTime'),
    answeredInTimeTold: sum('answeredInTimeTold'),
    untold: sum('untold'),
    promisedAnew: sum('promisedAnew'),
    reportedLater: sum('reportedLater'),
    linkAccept: sum('linkAccept'),
    linkSort: sum('linkSort'),
    linkTransport: sum('linkTransport'),
    linkDeliver: sum('linkDeliver'),
    noCover: sum('noCover'),
  };
}

/** What the rate of a month is made of. */
export type RateCounts = Pick<Counts, 'answered' | 'answeredInTime' | 'overdue' | 'promisedAnew'>;

/** What is due and unanswered, which is late already. */
export function unansweredLate({ overdue, promisedAnew }: Pick<Counts, 'overdue' | 'promisedAnew'>): number {
  return overdue + promisedAnew;
}

/**
 * SLA-7 as whole percent, rounded down so that 94.9 never reads as 95: of all that was to be answered, so that nobody meets the target by not answering. Null where
 * nothing was.
 */
export function inTimePercent(counts: RateCounts): number | null {
  return percentOf(counts.answeredInTime, counts.answered + unansweredLate(counts));
}

/** The same of what was answered alone; null where nothing was. */
export function inTimeOfAnsweredPercent({ answered, answeredInTime }: Pick<Counts, 'answered' | 'answeredInTime'>): number | null {
  return percentOf(answeredInTime, answered);
}

/** The same for answers in time that their customers know of. */
export function inTimeToldPercent({ answered, answeredInTimeTold }: Pick<Counts, 'answered' | 'answeredInTimeTold'>): number | null {
  return percentOf(answeredInTimeTold, answered);
}

function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((part * 100) / whole);
}
