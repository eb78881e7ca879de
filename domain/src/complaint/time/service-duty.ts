import type { EpochMs } from '../../kernel/brand.ts';
import { hourMs } from '../../calendar/day.ts';
import type { Pack } from '../../policy/pack.ts';
import { dutyKindOf } from '../../policy/service-duties.ts';
import type { Complaint } from '../complaint.ts';

type About = Pick<Complaint, 'category' | 'particulars'>;

/**
 * By when a line has to be mended or a service to be back (Telecom Regulations 32, 34): hours as they pass, nights and holidays included, and nothing pauses them. A place that nobody
 * has told counts as urban, which is the shorter time; without the moment of payment nothing can be said.
 *
 * @param startAtMs when the fault was told.
 */
export function dutyDueMs({ category, particulars }: About, startAtMs: EpochMs, pack: Pick<Pack, 'duties'>): EpochMs | null {
  const { duties } = pack;
  const kind = dutyKindOf(category, pack);
  if (duties === null || kind === null || kind === 'abnormalBill') return null;
  if (kind === 'lineRepair') {
    const { urbanHours, ruralHours } = duties.lineRepair;
    return startAtMs + (particulars?.place === 'rural' ? ruralHours : urbanHours) * hourMs;
  }
  const paidAtMs = particulars?.paidAtMs ?? null;
  return paidAtMs === null ? null : paidAtMs + duties.restoration.hours * hourMs;
}

/** Whether a bill is so far above the mean of those before it that its customer has to be told at once (Telecom Regulations 33); null where the bills are not known. */
export function isBillAbnormal({ category, particulars }: About, pack: Pick<Pack, 'duties'>): boolean | null {
  const [now, ...before] = particulars?.billsFen ?? [];
  if (pack.duties === null || dutyKindOf(category, pack) !== 'abnormalBill' || now === undefined) return null;
  return now * before.length > pack.duties.abnormalBill.factor * before.reduce((sum, fen) => sum + fen, 0);
}
