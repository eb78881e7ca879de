import type { SuggestionItem } from '@shouwen/domain/refund/sum/suggestion';
import { yuanOf } from '../../../i18n/yuan-text.ts';

/** A line of the sum as people check it with a pencil: `5.00 × 40 = 200.00`. A share of a declared value is in per cent. */
export function sumOfLine({ unitFen, count, amountFen }: SuggestionItem): string {
  const times = Number.isInteger(count) ? String(count) : `${Math.round(count * 100)}%`;
  return `${yuanOf(unitFen)} × ${times} = ${yuanOf(amountFen)}`;
}
