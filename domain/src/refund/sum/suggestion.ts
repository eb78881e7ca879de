import type { Fen } from '../../kernel/brand.ts';
import { z } from 'zod';
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Pack } from '../../policy/pack.ts';

const fen = z.int().min(0).max(10_000_000);

/** What a requester enters to have an amount suggested (REF-7). Months are whole months, fen integers. */
export const calculationSchema = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('single'), chargedFen: fen }),
  z.strictObject({ method: z.literal('months'), monthlyFen: fen, months: z.int().min(1).max(600) }),
  z.strictObject({ method: z.literal('double'), chargedFen: fen }),
  z.strictObject({ method: z.literal('fraud'), priceFen: fen }),
  z.strictObject({ method: z.literal('uninsuredMail'), lossFen: fen, postageFen: fen }),
  z.strictObject({ method: z.literal('registeredLetter'), postageFen: fen }),
  z.strictObject({ method: z.literal('insuredMail'), declaredFen: fen, lostPercent: z.int().min(1).max(100) }),
]);
export type Calculation = z.infer<typeof calculationSchema>;

/** One line of the sum that the suggestion shows: `unitFen × count = amountFen`. */
export interface SuggestionItem {
  unitFen: Fen;
  count: number;
  amountFen: Fen;
}

export interface Suggestion {
  amountFen: Fen;
  lines: SuggestionItem[];
  /** The pledge or law behind it; null where it is simply what was charged. */
  basis: Bilingual | null;
  /** True where a floor or cap of the rule, not the sum, gave the amount. */
  isBounded: boolean;
}

/** Methods that make sense for an operator, in the order in which they are offered. */
export function methodsOf(pack: Pack): Calculation['method'][] {
  const own: Calculation['method'][] = ['single', 'months', ...(pack.refunds.pledge ? (['double'] as const) : []), 'fraud'];
  return pack.refunds.postal ? ['uninsuredMail', 'registeredLetter', 'insuredMail', ...own] : own;
}

/** The suggested amount with its sum and basis (REF-7); null where the operator's pack has no such rule. Only a suggestion: the person decides. */
export function suggestRefund(calculation: Calculation, { refunds }: Pack): Suggestion | null {
  switch (calculation.method) {
    case 'single':
      return product(calculation.chargedFen, 1, null);
    case 'months':
      return product(calculation.monthlyFen, calculation.months, null);
    case 'double':
      return refunds.pledge && product(calculation.chargedFen, refunds.pledge.factor, refunds.pledge.basis);
    case 'fraud':
      return atLeast(product(calculation.priceFen, refunds.fraud.factor, refunds.fraud.basis), refunds.fraud.leastFen);
    case 'uninsuredMail':
      return refunds.postal && uninsured(calculation, refunds.postal);
    case 'registeredLetter':
      return refunds.postal && product(calculation.postageFen, refunds.postal.registeredPostageFactor, refunds.postal.basis);
    case 'insuredMail':
      return refunds.postal && share(calculation, refunds.postal.basis);
  }
}

/** Whole months from one `YYYY-MM` to another: from November 2003 to March 2007 it is 40. */
export function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth;
}

function product(unitFen: Fen, count: number, basis: Bilingual | null): Suggestion {
  return { amountFen: unitFen * count, lines: [{ unitFen, count, amountFen: unitFen * count }], basis, isBounded: false };
}

function atLeast(suggestion: Suggestion, leastFen: Fen): Suggestion {
  return suggestion.amountFen >= leastFen ? suggestion : { ...suggestion, amountFen: leastFen, isBounded: true };
}

/** Postal Law 47: what was really lost, and no more than the pack's multiple of the postage. */
function uninsured({ lossFen, postageFen }: Extract<Calculation, { method: 'uninsuredMail' }>, postal: NonNullable<Pack['refunds']['postal']>): Suggestion {
  const capped = product(postageFen, postal.uninsuredPostageFactor, postal.basis);
  return lossFen < capped.amountFen ? product(lossFen, 1, postal.basis) : { ...capped, isBounded: lossFen > capped.amountFen };
}

/** Insured mail: the declared value, pro rata where only part was lost; rounded to the fen in the customer's favour. */
function share({ declaredFen, lostPercent }: Extract<Calculation, { method: 'insuredMail' }>, basis: Bilingual): Suggestion {
  const amountFen = Math.ceil((declaredFen * lostPercent) / 100);
  return { amountFen, lines: [{ unitFen: declaredFen, count: lostPercent / 100, amountFen }], basis, isBounded: false };
}
