import { serviceDutiesSchema } from './service-duties.ts';
import { z } from 'zod';
import { bilingualSchema } from '../kernel/bilingual.ts';
import { defaultIdentifierForms } from '../kernel/identifier.ts';
import { identifierFormsSchema } from '../kernel/identifier-schema.ts';
import { assistRulesSchema } from './assist-rules.ts';
import { boardRulesSchema } from './board-rules.ts';
import { deputyRulesSchema } from './deputy-rules.ts';
import { dutyRulesSchema } from './duty-rules.ts';
import type { OutreachRules } from './outreach-rules.ts';
import { packOfToday } from './former-packs.ts';
import { greenChannelSchema } from './green-channel.ts';
import { mailChainSchema } from './mail-chain.ts';
import { packIdSchema } from './pack-register.ts';
import { clockRulesSchema, defaultEscalation, escalationRulesSchema } from './clock-rules.ts';

/** Kinds of attention that ATT-1 asks to show everywhere; a channel can bring one with it. */
const attentionKinds = ['escalated', 'important'] as const;

/** By home region (OWN-2), to the network unit (NET-1), or out of the business (OWN-5). */
const categoryRoutes = ['homeRegion', 'network', 'outOfBusiness'] as const;

const categorySchema = z.strictObject({
  id: z.string().regex(/^[A-Z]\d{2}-\d{2}$/),
  name: bilingualSchema,
  /** Initials typed on a phone to find the category, lower case: 代收费 is "dsf". */
  initials: z.string().regex(/^[a-z0-9]+$/),
  /** Words in a customer's own telling that point to this category. */
  keywords: z.array(z.string().min(1)),
  /** Conduct that the operator never tolerates; shown at once when recorded. */
  redLine: z.literal(true).optional(),
  /** Kind of regulatory risk (ATT-5), shown at recording. */
  regulatoryRisk: z
    .string()
    .regex(/^[a-z-]+$/)
    .optional(),
  /** SLA-3 replaces the tier's clock when another province or organisation is needed. */
  clock: z.enum(['crossProvince', 'otherOrganisation']).optional(),
  /** Where this category goes if not where its group goes. */
  route: z.enum(categoryRoutes).optional(),
  /** Statutory days that replace the pack's default for this category. */
  statutory: z.strictObject({ days: z.int().positive(), basis: bilingualSchema }).optional(),
});
export type Category = z.infer<typeof categorySchema>;

const categoryGroupSchema = z.strictObject({
  id: z.string().regex(/^[A-Z]\d{2}$/),
  name: bilingualSchema,
  initials: z.string().regex(/^[a-z0-9]+$/),
  /** Where complaints of the group go, unless a category says otherwise. */
  route: z.enum(categoryRoutes),
  children: z.array(categorySchema).min(1),
});
export type CategoryGroup = z.infer<typeof categoryGroupSchema>;

const fen = z.int().min(0).max(10_000_000);

/** One step of a ladder: whoever has one of the jobs in a unit of one of the kinds. The limit includes its own amount; null is unlimited. */
const rungSchema = z.strictObject({ roles: z.array(z.string()).min(1), unitKinds: z.array(z.string()).min(1), limitFen: fen.nullable() });
export type Rung = z.infer<typeof rungSchema>;

/** What REF-4 adds up across categories. */
export const cumulations = ['complaint', 'complaint+customer'] as const;

const refundRulesSchema = z.strictObject({
  /** REF-2: each ladder from the lowest job to one without a limit. One without `unitKinds` serves all units that no other names. */
  ladders: z.array(z.strictObject({ id: z.string(), unitKinds: z.array(z.string()).min(1).nullable(), rungs: z.array(rungSchema).min(2) })).min(1),
  /** REF-4: requests that belong together are added up within so many days. */
  cumulateDays: z.int().positive(),
  /** REF-4: what makes requests belong together whatever their category: the complaint alone, or customer and account too. */
  cumulateAcross: z.enum(cumulations).default('complaint+customer'),
  /** REF-4: what somebody decides alone on one day comes to so many times their own limit at most; above it the next superior decides. */
  selfApprovedDailyFactor: z.number().min(1).default(3),
  /** REF-1: above it a cause needs a photo or a line of a bill; what belongs together is added up. */
  proofAboveFen: fen.default(5000),
  /** REF-1: so much of one's own limit one decides alone on one day where one has confirmed the cause oneself; above it the next superior decides. */
  ownCauseShare: z.number().min(0).max(1).default(0.5),
  /** No single request may exceed it. */
  mostFen: fen.positive(),
  /** REF-6: a step that sits is reminded after so long, and goes to the next superior after so long. */
  remindAfterHours: z.number().positive(),
  moveUpAfterHours: z.number().positive(),
  /** From the request to the money, at the latest. */
  payWithin: z.strictObject({ days: z.int().positive(), basis: bilingualSchema }),
  /** Deciding about more than this needs a fresh sign-in. */
  reauthenticateAboveFen: fen,
  /** Up to this much may be approved together with others. */
  batchUpToFen: fen,
  /** REF-7: the operator's own pledge for money wrongly taken; null where there is none. */
  pledge: z.strictObject({ factor: z.int().min(2), basis: bilingualSchema }).nullable(),
  /** Statutory compensation for fraud: so many times the price, and at least so much. A suggestion only. */
  fraud: z.strictObject({ factor: z.int().positive(), leastFen: fen, basis: bilingualSchema }),
  /** Postal caps; null where the operator carries no mail. */
  postal: z.strictObject({ uninsuredPostageFactor: z.int().positive(), registeredPostageFactor: z.int().positive(), basis: bilingualSchema }).nullable(),
});

const closureActions = z.array(z.enum(['transfer', 'refund'])).max(2);

const closureRulesSchema = z.strictObject({
  /** CLO-1: the day of the following month on which what is left moves. */
  transferDay: z.int().min(1).max(28),
  /** CLO-3: a transfer whose target is bad on the day is tried again after so long. */
  retryAfterHours: z.number().positive(),
  /** What moves or is paid out above it needs a second person. */
  confirmAboveFen: fen.default(50_000),
  /** CLO-2, cell by cell: what may happen to each bucket, the recommended first; an empty list is neither. A pair that is not named cannot be closed so. */
  table: z
    .array(
      z.strictObject({
        kind: z.enum(['asked', 'arrears', 'expired']),
        account: z.enum(['goTone', 'prepaid']),
        cash: closureActions,
        rechargeCard: closureActions,
        promotional: closureActions,
      }),
    )
    .min(1),
});

/**
 * A policy pack: every figure of the rules as data, in one version. A complaint keeps the version it was opened under.
 * Hours and days are elapsed unless the name says working days; times of day are in `timeZone`.
 */
const packFields = z.strictObject({
  id: packIdSchema,
  version: z.string().regex(/^[a-z]+-\d{4}\.\d+$/),
  operator: bilingualSchema,
  hotline: z.string().regex(/^\d{5,6}$/),
  regulatorHotline: z.string().regex(/^\d{5}$/),
  /** To whom a customer may appeal once the law's time is over. */
  regulator: bilingualSchema,
  /** SLA-8: the days that law sets, by the figure that they bound: it may be shorter and never longer. A figure that is not here may not grow beyond what it is. */
  statutoryLimits: z.record(z.string(), z.int().positive()),
  timeZone: z.literal('Asia/Shanghai'),
  /** What the first versions mixed into keys and every phone could read: no secret any more (docs/adr/0010). New versions have none. */
  contactPepper: z.string().min(16).optional(),
  tiers: z.array(z.strictObject({ id: z.string(), name: bilingualSchema, replyHours: z.number().positive(), important: z.literal(true).optional() })).min(1),
  defaultTier: z.string(),
  urgencies: z.array(z.strictObject({ id: z.enum(['critical', 'urgent', 'normal']), name: bilingualSchema, replyHours: z.number().positive() })).length(3),
  channels: z
    .array(z.strictObject({ id: z.string(), name: bilingualSchema, attention: z.enum(attentionKinds).optional(), mayLackNumber: z.boolean().optional() }))
    .min(1),
  /** Telephone area codes by what a region’s code begins with; where a landline was told without one, it is offered. */
  areaCodes: z.record(z.string().regex(/^\d{2,6}$/), z.string().regex(/^0\d{2,3}$/)).default({}),
  mailServices: z.array(
    z.strictObject({
      id: z.string(),
      name: bilingualSchema,
      /** UPU S10: with what the numbers of its items begin, and no other service's do. */
      itemPrefix: z
        .string()
        .regex(/^[A-Z]{1,2}$/)
        .optional(),
      statutory: z.strictObject({ days: z.int().positive(), basis: bilingualSchema }).optional(),
    }),
  ),
  categories: z.array(categoryGroupSchema).min(1),
  /** Words that make a complaint important (ATT-1): lawyer, reporter, threat of suit. */
  importantKeywords: z.array(z.string().min(1)),
  clocks: clockRulesSchema,
  /** Null where law wants nothing of the kind of the operator. */
  duties: serviceDutiesSchema.nullable().default(null),
  /** GRN-1: null where there is none, and in versions from before there was one. */
  greenChannel: greenChannelSchema.nullable().default(null),
  /** Null where the operator carries no mail, and in versions from before answers named the responsible link. */
  mailChain: mailChainSchema.nullable().default(null),
  escalation: escalationRulesSchema.default(defaultEscalation),
  board: boardRulesSchema,
  deputies: deputyRulesSchema,
  duty: dutyRulesSchema,
  assists: assistRulesSchema,
  /** ADM-2: what waits for a second person waits so long, and no longer. */
  confirmations: z.strictObject({ expireHours: z.int().min(24).max(168) }).default({ expireHours: 72 }),
  windows: z.strictObject({ repeatDays: z.int().positive(), reopenDays: z.int().positive(), statusLinkDays: z.int().positive() }),
  limits: z.strictObject({
    passedAroundAt: z.int().positive(),
    photos: z.int().positive(),
    /** RET-2: how many numbers and accounts a person may ask for in an hour. */
    lookupsPerHour: z.int().positive().default(60),
    /** RET-2: how many customers' contacts a person may open on a day; whoever reaches half of it, the inspector hears of. */
    contactsPerDay: z.int().positive().default(200),
    /** RET-2: after so long without a touch the app hides itself until its person shows who they are. */
    idleLockMinutes: z.int().positive().default(15),
    /** RET-2: so long a sign-in is good for. */
    sessionHours: z.int().positive().default(168),
    /** TEL-1: whether whoever came by number and phone may rate, disagree and be taken to have seen an answer; where not, that takes the secret of the link. */
    ticketsSpeak: z.boolean().default(true),
    /** REC-5: how many complaints customers may record by themselves in a day, for one number and from one place. */
    intakePerNumber: z.int().positive().default(5),
    intakePerCaller: z.int().positive().default(20),
    /** How many photos a customer may add to theirs. */
    customerPhotos: z.int().positive().max(5).default(5),
    /** RET-2: what is said by number and phone within so long after staff opened that contact is shown to the inspector. */
    ticketDoubtHours: z.int().positive().default(24),
  }),
  /** REF-4, REF-5: what makes two spellings one number. */
  identifiers: identifierFormsSchema.default(defaultIdentifierForms),
  refunds: refundRulesSchema,
  /** Null where the operator keeps no accounts. */
  closures: closureRulesSchema.nullable(),
  /** TEL-1: null in versions from before customers were told by message: under those, nobody is. What it holds, `wholePackSchema` looks at. */
  outreach: z
    .custom<OutreachRules>((rules) => typeof rules === 'object' && rules !== null)
    .nullable()
    .default(null),
});
/** A pack of whatever version so far. */
export const packSchema = z.preprocess(packOfToday, packFields);
export type Pack = z.infer<typeof packSchema>;
