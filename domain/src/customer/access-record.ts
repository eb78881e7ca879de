import { z } from 'zod';
import { brands } from '../kernel/brand-schemas.ts';
import { fields } from '../kernel/state-document.ts';

const { accountNo, complaintId, packId, uid, unitId } = brands;

export const lookupWays = ['phone', 'complaint', 'account'] as const;

const timestamp = z.custom<{ toMillis(): number }>((value) => typeof value === 'object' && value !== null && 'toMillis' in value);

/** Who looked up what (RET-2), as stored in `lookups`: of a number its masked form, and the key of that collection alone. */
export const lookupSchema = fields({
  pack: packId,
  uid,
  unitId,
  at: timestamp,
  by: z.enum(lookupWays),
  /** Null where no number was asked for, and in records from before it was kept. */
  phoneMasked: z.string().nullable().default(null),
  complaintId: complaintId.nullable(),
  accountNo: accountNo.nullable(),
  /** How many complaints and accounts were told. */
  found: z.int(),
});
export type LookupRecord = z.infer<typeof lookupSchema>;

/** How many customers' contacts, or how many questions, one person had on one day of the operator's: `contactCounts` and `lookupCounts`. */
export const dailyCountSchema = fields({ pack: packId, uid, unitId, day: z.string(), count: z.int() });
export type DailyCount = z.infer<typeof dailyCountSchema>;

/** One person's day with personal data. */
export interface AccessDay {
  uid: string;
  unitId: string;
  day: string;
  contacts: number;
  lookups: number;
  /** Whether it is worth asking why (RET-2). */
  isMuch: boolean;
}

/** The share of what a day allows from which on the inspector hears of somebody. */
export function manyContactsOf(contactsPerDay: number): number {
  return Math.ceil(contactsPerDay / 2);
}

/** Both counts by person and day: the latest day first, and on a day whoever had most. Whoever reaches half of a day's contacts, or on one day what an hour allows of questions, stands out. */
export function accessDays(
  contacts: readonly DailyCount[],
  lookups: readonly DailyCount[],
  limits: { contactsPerDay: number; lookupsPerHour: number },
): AccessDay[] {
  const days = new Map<string, AccessDay>();
  const add = (counts: readonly DailyCount[], kind: 'contacts' | 'lookups'): void => {
    for (const { uid: person, unitId: unit, day, count } of counts) {
      const key = `${day} ${person}`;
      const known = days.get(key) ?? { uid: person, unitId: unit, day, contacts: 0, lookups: 0, isMuch: false };
      days.set(key, { ...known, [kind]: count });
    }
  };
  add(contacts, 'contacts');
  add(lookups, 'lookups');
  return [...days.values()]
    .map((one) => ({ ...one, isMuch: one.contacts >= manyContactsOf(limits.contactsPerDay) || one.lookups >= limits.lookupsPerHour }))
    .sort((one, other) => other.day.localeCompare(one.day) || other.contacts + other.lookups - one.contacts - one.lookups || one.uid.localeCompare(other.uid));
}
