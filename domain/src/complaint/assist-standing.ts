import { z } from 'zod';
import { brands } from '../kernel/brand-schemas.ts';
import { fields } from '../kernel/state-document.ts';

const { assistId, moment, unitId } = brands;

/** Who outside the operator's units can be asked to assist (AST-1). */
export const outsideKinds = ['province', 'carrier', 'bank', 'supplier', 'postOffice', 'other'] as const;
export type OutsideKind = (typeof outsideKinds)[number];

export const outsideSchema = fields({ kind: z.enum(outsideKinds), name: z.string() });
export type Outside = z.infer<typeof outsideSchema>;

/** Where an assist stands, as far as its complaint is concerned. */
export const assistStandings = ['asked', 'accepted', 'returned', 'inArbitration', 'answered', 'closed', 'cancelled'] as const;

export const assistStandingSchema = fields({
  assistId,
  toUnitId: unitId.nullable(),
  outside: outsideSchema.nullable(),
  question: z.string(),
  standing: z.enum(assistStandings),
  /** By when a unit has to accept it; null of what lies outside. */
  acceptDueAtMs: moment.nullable(),
  answerDueAtMs: moment,
  atMs: moment,
});
/** One thing that somebody else was asked for, as it stands (AST-1): complaint, owner and clocks stay. */
export type AssistStanding = z.infer<typeof assistStandingSchema>;

const pendingStandings: readonly AssistStanding['standing'][] = ['asked', 'accepted', 'inArbitration'];

/** Whether an answer is still to come without the asking side doing anything: what a complaint can wait for. */
export function isPendingAssist({ standing }: Pick<AssistStanding, 'standing'>): boolean {
  return pendingStandings.includes(standing);
}
