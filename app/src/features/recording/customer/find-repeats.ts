import { repeatsOf } from '@shouwen/domain/complaint/intake/attention';
import type { Contact } from '@shouwen/domain/complaint/intake/recording';
import { normalisePhone } from '@shouwen/domain/customer/phone-number';
import { looksLikeSameCustomer, maskName, maskPhone } from '@shouwen/domain/customer/mask';
import type { Pack } from '@shouwen/domain/policy/pack';
import { unsentComplaint } from '../../../platform/outbox/complaint-content.ts';
import type { Outbox } from '../../../platform/outbox/outbox-snapshot.ts';
import type { Row } from '../../../platform/rows/row.ts';
import { allRows } from '../../../platform/rows/row-store.ts';

/** An earlier complaint of the same customer about the same thing, as far as the warning tells of it. */
export type Earlier = Pick<Row, 'id' | 'number' | 'category' | 'contactMasked' | 'capturedAtMs' | 'state' | 'handlerName' | 'ownerName'>;

/** What is being recorded, as far as repeats depend on it. */
interface RepeatQuestion {
  id: string;
  phone: string;
  name: string;
  category: string;
  capturedAtMs: number;
  /** Of another number that it is about; a former owner's is none of today. */
  concerned?: string | null;
}

/**
 * Repeats among what this phone knows (ATT-2): of others it knows no number, so whoever has the same visible digits and the same family name is taken for the
 * same customer; what is not sent yet it knows by the number itself.
 */
export function repeatsOnPhone(recorded: RepeatQuestion, outbox: Outbox, pack: Pack, { isUnsentOnly = false } = {}): Earlier[] {
  const masked = { name: maskName(recorded.name), phone: maskPhone(normalisePhone(recorded.phone)) };
  const unsent = outbox.items.flatMap((item) => {
    const complaint = unsentComplaint(item);
    return complaint !== null && isAboutSame(complaint.contact, recorded) ? [{ ...complaint.recording, state: 'recorded' as const, handlerName: null }] : [];
  });
  const known = new Set(outbox.items.map(({ id }) => id));
  // One that has been sent, and that the server has not told back yet, is in no outbox any more.
  const seen = allRows().filter((row) => !known.has(row.id) && looksLikeSameCustomer(row.contactMasked, masked));
  return repeatsOf(recorded, isUnsentOnly ? unsent : [...seen, ...unsent], pack);
}

/** Of the same customer, or about the same number. */
function isAboutSame({ phone, concerned, ownedUntilMs }: Contact, recorded: RepeatQuestion): boolean {
  const theirs = [normalisePhone(phone), ...(ownedUntilMs === null && concerned !== '' ? [concerned] : [])];
  return [normalisePhone(recorded.phone), recorded.concerned].some((number) => typeof number === 'string' && theirs.includes(number));
}

export function newestFirst(earlier: readonly Earlier[]): Earlier[] {
  const byId = new Map(earlier.map((each) => [each.id, each]));
  return [...byId.values()].sort((one, other) => other.capturedAtMs - one.capturedAtMs);
}
