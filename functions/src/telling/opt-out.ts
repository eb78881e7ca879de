import { phoneOf } from '@shouwen/domain/customer/phone-number';
import type { PackId, Uid } from '@shouwen/domain/kernel/brand';
import type { NumberRecord, OptOutWay } from '@shouwen/domain/outreach/number-record';
import type { Preparing } from '../transaction/preparing.ts';
import type { Write } from '../transaction/write.ts';
import { numberRecordWrite, readNumberRecord } from './number-of.ts';

interface Wish {
  way: OptOutWay;
  /** Who said it for them; null where they did themselves. */
  byUid: Uid | null;
  isOut: boolean;
}

/** TEL-4: that a customer wants no more messages, or wants them again; nothing where that is so already. It holds for all of their complaints. */
export function optOutWrites({ host }: Pick<Preparing, 'host'>, record: NumberRecord, { way, byUid, isOut }: Wish): Write[] {
  if ((record.optOut !== null) === isOut) return [];
  // What customers have said themselves nobody takes back for them.
  if (!isOut && way === 'staff' && record.optOut?.way !== 'staff') return [];
  return [numberRecordWrite(host, { ...record, optOut: isOut ? { way, atMs: host.nowMs(), byUid } : null })];
}

/** What is kept of a number as it was typed or sent; null where it is none, or no key can be made for it. */
export async function recordOfTyped({ host, reader }: Preparing, pack: PackId, typed: string): Promise<NumberRecord | null> {
  const phone = phoneOf(typed);
  return phone && readNumberRecord(reader, await host.keys.of(pack), pack, phone.number);
}
