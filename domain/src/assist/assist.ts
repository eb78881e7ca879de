import { z } from 'zod';
import { outsideSchema } from '../complaint/assist-standing.ts';
import { brands } from '../kernel/brand-schemas.ts';
import { fields, readDocument, schemaVersion, type StateDocument, type Upcast, versionOf } from '../kernel/state-document.ts';
import { assistClocks, assistStates, sharedParts } from './assist-values.ts';
import { sharedFactsSchema } from './shared-facts.ts';

const { assistId, complaintId, moment, packId, uid, unitId } = brands;

const requestedFields = {
  id: assistId,
  pack: packId,
  packVersion: z.string(),
  complaintId,
  toUnitId: unitId.nullable(),
  outside: outsideSchema.nullable(),
  question: z.string(),
  shares: z.array(z.enum(sharedParts)),
  wantedAtMs: moment.nullable(),
  requesterUid: uid,
  requesterName: z.string(),
  requesterUnitId: unitId,
  capturedAtMs: moment,
  clockOffsetMs: z.number(),
  receivedAtMs: moment,
};
/** What the asking side wrote. Moments are epoch milliseconds. */
export type AssistRequest = z.infer<z.ZodObject<typeof requestedFields>>;

const saidBy = { byUid: uid, byName: z.string(), atMs: moment };

const assistStepSchema = fields({ clock: z.enum(assistClocks), dueAtMs: moment, atMs: moment });
/** What the schedule does by itself (AST-2): the clock's end, and when it is looked at, which is not at night. */
export type AssistStep = z.infer<typeof assistStepSchema>;

const assistOverdueSchema = fields({ clock: z.enum(['accept', 'answer']), dueAtMs: moment, unitId: unitId.nullable() });
/** A clock that ran out, as a fact about whoever had been asked and nobody else (AST-2); without a unit where they are not the operator's. */
export type AssistOverdue = z.infer<typeof assistOverdueSchema>;

const assistReturnSchema = fields({ unitId, reason: z.string(), ...saidBy });
export type AssistReturn = z.infer<typeof assistReturnSchema>;

const assistAnswerSchema = fields({ text: z.string(), saidBy: z.string().nullable(), unitId: unitId.nullable(), ...saidBy });
export type AssistAnswer = z.infer<typeof assistAnswerSchema>;

const assistSchema = fields({
  ...requestedFields,
  schemaVersion,
  state: z.enum(assistStates),
  open: z.boolean(),
  /** Whether whoever was asked still owes an answer. */
  isAwaited: z.boolean(),
  seq: z.int(),
  /** Who asks, as far as the complaint said when it was last looked at: handler, owner, and whoever wrote the question. */
  askerUids: z.array(uid),
  /** What goes with the question, copied out of the complaint by functions. */
  facts: sharedFactsSchema.nullable(),
  /** The asked unit and those above it, whose heads may act for it. */
  assistingPath: z.array(unitId),
  /** Since when whoever is asked now has been. */
  addressedAtMs: moment.nullable(),
  acceptDueAtMs: moment.nullable(),
  /** By when it is to be answered. */
  dueAtMs: moment.nullable(),
  plan: z.array(assistStepSchema),
  /** Marked, on top and with a short time to accept (GRN-1). */
  isGreen: z.boolean(),
  assistantUid: uid.nullable(),
  assistantName: z.string().nullable(),
  acceptedAtMs: moment.nullable(),
  overdues: z.array(assistOverdueSchema),
  returns: z.array(assistReturnSchema),
  /** That customer service has decided who answers, and why (AST-3). */
  arbitration: fields({ unitId, reason: z.string(), ...saidBy }).nullable(),
  chases: z.array(fields({ text: z.string(), ...saidBy })),
  answer: assistAnswerSchema.nullable(),
  /** Nobody took it back where the complaint had ended. */
  cancelled: fields({ reason: z.string(), byUid: uid.nullable(), byName: z.string().nullable(), atMs: moment }).nullable(),
  refusalCode: z.string().nullable(),
  closedAtMs: moment.nullable(),
  people: z.array(uid),
  audience: z.array(unitId),
  updatedAtMs: moment,
  nextDueAtMs: moment.nullable(),
});
/** An assist: `assists/{id}`, one thing that somebody is asked for about a complaint, and all that has become of it. */
export type Assist = z.infer<typeof assistSchema>;

export const untouchedAssist = {
  schemaVersion: 1,
  state: 'requested',
  open: true,
  isAwaited: false,
  seq: 0,
  askerUids: [],
  facts: null,
  assistingPath: [],
  addressedAtMs: null,
  acceptDueAtMs: null,
  dueAtMs: null,
  plan: [],
  isGreen: false,
  assistantUid: null,
  assistantName: null,
  acceptedAtMs: null,
  overdues: [],
  returns: [],
  arbitration: null,
  chases: [],
  answer: null,
  cancelled: null,
  refusalCode: null,
  closedAtMs: null,
  updatedAtMs: 0,
  nextDueAtMs: null,
} satisfies Omit<Assist, keyof AssistRequest | 'people' | 'audience'>;

/** One that functions have not touched has only what the phone wrote: what is missing starts empty. */
const withProgress: Upcast = (document) => ({ ...untouchedAssist, people: [], audience: [], ...document });

const assistDocument: StateDocument<Assist> = { collection: 'assists', schema: assistSchema, upcasts: [withProgress] };

export const assistVersion = versionOf(assistDocument);

/**
 * Reads an assist as stored, of whatever version.
 *
 * @throws UnreadableDocument when it cannot be one.
 */
export function assistFromStored(id: string, stored: Record<string, unknown>): Assist {
  return readDocument(assistDocument, { id }, stored);
}
