import { mostBilledFen } from '@shouwen/domain/complaint/cause-proof';
import type { Particulars } from '@shouwen/domain/complaint/particulars';
import { billsAsked, places } from '@shouwen/domain/complaint/particulars';
import { foldedText } from '@shouwen/domain/kernel/folded-text';
import { yuanOf } from '../../i18n/yuan-text.ts';
import { readAmount } from '../../platform/device/amount-typing.ts';
import { formatLocalMoment, parseLocalMoment } from '../../platform/device/local-moment.ts';

/** As it is typed, by field: `place`, `paidAtMs` and the bills from `bill.0`, which is the one complained of. */
export type TypedParticulars = Readonly<Record<string, string>>;

export const billNames = Array.from({ length: billsAsked }, (_, index) => `bill.${index}`);

/** What was typed, or the names of what cannot be read. What was left out is not known, and all four bills are told or none. */
export function particularsOf(typed: TypedParticulars): { ok: true; particulars: Particulars } | { ok: false; wrong: string[] } {
  const bills = billNames.map((name) => feeOf(typed[name] ?? ''));
  const isBilled = bills.some((fee) => fee !== 'none');
  const wrongBills = isBilled ? billNames.filter((_, index) => typeof bills[index] !== 'number') : [];
  const paid = typed['paidAtMs'] ?? '';
  const paidAtMs = paid === '' ? null : parseLocalMoment(paid);
  const wrong = [...wrongBills, ...(Number.isNaN(paidAtMs) ? ['paidAtMs'] : [])];
  if (wrong.length > 0) return { ok: false, wrong };
  const place = places.find((known) => known === typed['place']) ?? null;
  return { ok: true, particulars: { place, paidAtMs, billsFen: isBilled ? bills.filter((fee) => typeof fee === 'number') : null } };
}

/** The other way round, for a form that begins with what is known. */
export function typedOf(particulars: Particulars | null): Record<string, string> {
  const { place = null, paidAtMs = null, billsFen = null } = particulars ?? {};
  return {
    ...(place && { place }),
    ...(paidAtMs !== null && { paidAtMs: formatLocalMoment(paidAtMs) }),
    ...Object.fromEntries((billsFen ?? []).map((fen, index) => [`bill.${index}`, yuanOf(fen)])),
  };
}

export function isNothing({ place, paidAtMs, billsFen }: Particulars): boolean {
  return place === null && paidAtMs === null && billsFen === null;
}

/** A month may have cost nothing. */
function feeOf(typed: string): number | 'none' | 'wrong' {
  const text = foldedText(typed);
  if (text === '') return 'none';
  if (/^0+(?:\.0{0,2})?$/.test(text)) return 0;
  const read = readAmount(typed, mostBilledFen);
  return read.ok ? read.fen : 'wrong';
}
