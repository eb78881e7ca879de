import { z } from 'zod';
import { bilingualSchema } from '../kernel/bilingual.ts';

/** A time of day in the operator's zone, `HH:mm`. */
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const span = z.strictObject({ from: timeOfDay, to: timeOfDay });
export type TimeSpan = z.infer<typeof span>;

/** What a pack says about time (SLA-1…5, SLA-8, TIME). Versions from before a figure could be chosen read as the defaults here. */
export const clockRulesSchema = z.strictObject({
  acceptMinutes: z.int().positive(),
  /** Whether the time to accept runs around the clock or in working hours only. */
  acceptCounts: z.enum(['elapsed', 'workingTime']).default('elapsed'),
  handOverMinutes: z.int().positive(),
  /** NET-1: how long the network desk may look at a complaint before it goes on to the engineers by itself. */
  preHandleMinutes: z.int().positive().default(30),
  crossProvinceWorkingDays: z.int().positive(),
  otherOrganisationWorkingDays: z.int().positive(),
  statutory: z.strictObject({ days: z.int().positive(), basis: bilingualSchema }),
  trustWindowHours: z.number().positive(),
  /** TIME: what stops a clock and arrives so much later than it is said to have been done is marked as reported later. */
  reportedLaterMinutes: z.int().min(1).max(1440).default(15),
  /** SLA-4: when customers are not to be disturbed, and what becomes of a reply that falls due then. */
  quietHours: span.extend({ replyDue: z.enum(['defer', 'bringForward', 'ignore']).default('defer') }),
  /** The working intervals of a working day, in order; what lies between them is a break. */
  workingTime: z
    .array(span.refine(({ from, to }) => from < to))
    .min(1)
    .default([
      { from: '08:30', to: '12:00' },
      { from: '14:00', to: '17:30' },
    ]),
  /** SLA-5: whether the operator's own reply clock stands still while others are waited for, how long one wait may last, and how many count. */
  pauses: z
    .strictObject({ awaitingCustomer: z.boolean(), awaitingOther: z.boolean(), mostHours: z.int().positive(), most: z.int().min(0).max(20) })
    .default({ awaitingCustomer: true, awaitingOther: false, mostHours: 72, most: 5 }),
});
export type ClockRules = z.infer<typeof clockRulesSchema>;

/** Posts of the reporting line, from the bottom up (SLA-6). */
export const postIds = ['handler', 'teamLeader', 'unitHead', 'serviceHead', 'companyLeader'] as const;
export type PostId = (typeof postIds)[number];

const postSchema = z.strictObject({
  id: z.enum(postIds),
  /** Jobs that fill the post; whoever has one, in a unit of the scope, nearest first. None for the handler, who is whoever has it. */
  roles: z.array(z.string()),
  /** Null: in units of any kind. */
  unitKinds: z.array(z.string()).nullable(),
  /** Where to look: up from the unit that received it, up from the one that handles it, or anywhere in the company. */
  scope: z.enum(['receivingUnit', 'handlingUnit', 'company']),
});
export type Post = z.infer<typeof postSchema>;

/** At this share of the clock (1 is its end), this post is told. */
const stepSchema = z.strictObject({ fraction: z.number().positive().max(20), post: z.enum(postIds) });
const steps = z.array(stepSchema).min(1).max(8);

/** How stale complaints are raised by themselves (SLA-6, ATT-4). */
export const escalationRulesSchema = z.strictObject({
  line: z.array(postSchema).min(2),
  reply: steps,
  accept: steps,
  /** An offered hand-over that nobody answers (OWN-4, OWN-6). */
  handOver: steps,
  /** So many days before the statutory end; a negative number is after it. */
  statutory: z
    .array(z.strictObject({ daysBefore: z.int().min(-30).max(60), post: z.enum(postIds) }))
    .min(1)
    .max(8),
  /** ATT-4: from this step of the reply clock on, hard and repeat complaints and those over our heads change hands. */
  reassignFromLevel: z.int().min(1).max(8),
  /** Reopened so often, a complaint counts as hard. */
  hardAfterReopens: z.int().positive(),
  /** SLA-4: whoever has it is reminded so long before the customer was promised to be contacted. */
  contactBeforeMinutes: z.int().min(5).max(240).default(15),
  /** What may be told at night, and how long before the night those hear of a coming end whose warning would fall into it. */
  atNight: z.strictObject({
    urgencies: z.array(z.enum(['critical', 'urgent', 'normal'])),
    flags: z.array(z.string()),
    beforeMinutes: z.int().min(10).max(180).default(30),
  }),
});
export type EscalationRules = z.infer<typeof escalationRulesSchema>;

export const defaultEscalation: EscalationRules = {
  line: [
    { id: 'handler', roles: [], unitKinds: null, scope: 'handlingUnit' },
    { id: 'teamLeader', roles: ['hotlineDutyLeader', 'outletManager'], unitKinds: ['complaintCentre', 'outlet'], scope: 'receivingUnit' },
    { id: 'unitHead', roles: ['unitHead', 'departmentHead', 'centreDirector'], unitKinds: null, scope: 'handlingUnit' },
    { id: 'serviceHead', roles: ['unitHead'], unitKinds: ['customerService'], scope: 'company' },
    { id: 'companyLeader', roles: ['companyLeader'], unitKinds: ['cityCompany'], scope: 'company' },
  ],
  reply: [
    { fraction: 0.75, post: 'handler' },
    { fraction: 1, post: 'teamLeader' },
    { fraction: 1.5, post: 'unitHead' },
    { fraction: 2, post: 'serviceHead' },
    { fraction: 3, post: 'companyLeader' },
  ],
  accept: [
    { fraction: 1, post: 'handler' },
    { fraction: 2, post: 'unitHead' },
  ],
  handOver: [
    { fraction: 1, post: 'handler' },
    { fraction: 4, post: 'unitHead' },
  ],
  statutory: [
    { daysBefore: 3, post: 'unitHead' },
    { daysBefore: 1, post: 'serviceHead' },
    { daysBefore: -1, post: 'companyLeader' },
  ],
  reassignFromLevel: 2,
  hardAfterReopens: 2,
  contactBeforeMinutes: 15,
  atNight: { urgencies: ['critical'], flags: [], beforeMinutes: 30 },
};
