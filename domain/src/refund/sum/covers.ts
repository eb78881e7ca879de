import type { Fen } from '../../kernel/brand.ts';

/** A limit of 100 yuan includes exactly 100.00; none is without a bound. */
export function covers(limitFen: Fen | null, amountFen: Fen): boolean {
  return limitFen === null || amountFen <= limitFen;
}
