import { readFileSync } from 'node:fs';
import { type CalendarYear, calendarYearSchema } from '@shouwen/domain/calendar/working-days';
import { asks } from '@shouwen/domain/complaint/complaint-values';
import type { PackId } from '@shouwen/domain/kernel/brand';
import { isPhone } from '@shouwen/domain/customer/phone-number';
import { accountKinds, accountNoPattern } from '@shouwen/domain/ledger/account';
import { type Staff, staffSchema } from '@shouwen/domain/organisation/staff';
import { type UnitRecord, unitRecordSchema } from '@shouwen/domain/organisation/unit';
import type { Pack } from '@shouwen/domain/policy/pack';
import { wholePackSchema } from '@shouwen/domain/policy/whole-pack';
import { packIdSchema, registeredPacks } from '@shouwen/domain/policy/pack-register';
import { type Region, regionSchema } from '@shouwen/domain/policy/region';
import { z } from 'zod';
import { fromRoot } from '../project-paths.ts';

const phoneSchema = z.string().refine(isPhone, 'is not a phone number');
const regionCodeSchema = z.string().regex(/^\d{6}$/);

/** A member of staff as the file lists them; the audience follows from the unit. */
const staffRecordSchema = staffSchema.omit({ audience: true });
export type StaffRecord = Omit<Staff, 'audience'>;

const customerSchema = z.strictObject({
  phone: phoneSchema,
  name: z.string().min(1),
  tier: z.string(),
  homeRegion: regionCodeSchema,
  pack: packIdSchema,
  brand: z.string().optional(),
});
export type Customer = z.infer<typeof customerSchema>;

const openingFen = z.int().min(-100_000_000).max(100_000_000);

const accountSchema = z.strictObject({
  accountNo: z.string().regex(accountNoPattern, 'is no account number'),
  /** Whose it is; the account's own number is the customer's unless `phone` says another. */
  customerPhone: phoneSchema,
  phone: phoneSchema.optional(),
  kind: z.enum(accountKinds),
  state: z.enum(['open', 'blocked']),
  /** What was there when the books were opened; the operator's claim is negative. */
  openingFen: z.strictObject({ cash: openingFen, rechargeCard: openingFen.min(0), promotional: openingFen.min(0) }),
  /** The last day on which it is valid; without it there is no end. */
  validUntil: z.iso.date().optional(),
  about: z.string().optional(),
});
export type AccountRecord = z.infer<typeof accountSchema>;

/** Told cases carry more than recording needs (amounts, what is expected of them); that is left alone. */
const caseSchema = z.object({
  id: z.string(),
  pack: packIdSchema,
  channel: z.string(),
  tier: z.string(),
  homeRegion: regionCodeSchema,
  category: z.string(),
  asks: z.array(z.enum(asks)).min(1),
  what: z.string().min(1).max(2000),
  urgency: z.enum(['critical', 'urgent', 'normal']).optional(),
  mailItem: z.string().optional(),
  mailService: z.string().optional(),
  customerPhone: phoneSchema,
  /** The number that it is about, which was the customer's until that day (CLO-6). */
  formerNumber: phoneSchema.optional(),
  ownedUntil: z.iso.date().optional(),
  recorderUid: z.string(),
  occurredAt: z.iso.date(),
});
export type ToldCase = z.infer<typeof caseSchema>;

export interface City {
  packs: Pack[];
  calendar: CalendarYear[];
  regions: Region[];
  units: UnitRecord[];
  staff: StaffRecord[];
  customers: Customer[];
  accounts: AccountRecord[];
  cases: ToldCase[];
}

/** Where an operator's pack is told. */
export function packFile(id: PackId): string {
  return `domain/packs/${id}.json`;
}

/** Where each other part of the city is told, relative to the project's root. */
export const cityFiles = {
  calendar: 'domain/packs/calendar.json',
  regions: 'tools/seed/city/regions.json',
  units: 'tools/seed/city/units.json',
  staff: 'tools/seed/city/staff.json',
  customers: 'tools/seed/city/customers.json',
  accounts: 'tools/seed/city/accounts.json',
  cases: 'tools/seed/city/cases.json',
} as const;

/**
 * Reads and parses every file before anything is written, so that a mistake in one never leaves half a city.
 *
 * @throws Error with one line per mistake: file, place in it, reason.
 */
export function readCity(readText: (file: string) => string = (file) => readFileSync(fromRoot(file), 'utf8')): City {
  const mistakes: string[] = [];
  const parse = <T>(file: string, schema: z.ZodType<T>): T => parseFile(file, schema, readText, mistakes) as T;
  const city = {
    packs: registeredPacks.map((id) => parse(packFile(id), wholePackSchema)),
    calendar: parse(cityFiles.calendar, z.array(calendarYearSchema)),
    regions: parse(cityFiles.regions, z.array(regionSchema)),
    units: parse(cityFiles.units, z.array(unitRecordSchema)),
    staff: parse(cityFiles.staff, z.array(staffRecordSchema)),
    customers: parse(cityFiles.customers, z.array(customerSchema)),
    accounts: parse(cityFiles.accounts, z.array(accountSchema)),
    cases: parse(cityFiles.cases, z.object({ about: z.string(), cases: z.array(caseSchema) }))?.cases,
  };
  if (mistakes.length > 0) throw new Error(`The city cannot be read:\n${mistakes.map((mistake) => `  ${mistake}`).join('\n')}`);
  return city;
}

/** Undefined when the file is wrong; what is wrong is added to the mistakes, which the caller turns into one error. */
function parseFile<T>(file: string, schema: z.ZodType<T>, readText: (file: string) => string, mistakes: string[]): T | undefined {
  const content = parseJson(file, readText, mistakes);
  if (content === undefined) return undefined;
  const result = schema.safeParse(content);
  if (result.success) return result.data;
  mistakes.push(...result.error.issues.map((issue) => `${file} at ${z.core.toDotPath(issue.path) || 'the top'}: ${issue.message}`));
  return undefined;
}

function parseJson(file: string, readText: (file: string) => string, mistakes: string[]): unknown {
  try {
    return JSON.parse(readText(file));
  } catch (error) {
    mistakes.push(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
