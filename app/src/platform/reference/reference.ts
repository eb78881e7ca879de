import '../device/schemas-without-eval.ts';
import { z } from 'zod';
import { type CalendarYear, calendarYearSchema } from '@shouwen/domain/calendar/working-days';
import { type Staff, staffSchema } from '@shouwen/domain/organisation/staff';
import { type Unit, unitRecordSchema } from '@shouwen/domain/organisation/unit';
import type { PackId } from '@shouwen/domain/kernel/brand';
import { type Pack, packSchema } from '@shouwen/domain/policy/pack';
import { type Region, regionSchema } from '@shouwen/domain/policy/region';
import { createStore } from '../device/store.ts';
import { useStore } from '../device/use-store.ts';
import { loadFirestore } from '../firestore/firebase-firestore.ts';
import { inLanguage, language } from '../device/language.ts';
import { keepReference, keptReference, type ReferenceRecord } from './reference-database.ts';

/** What the operator has laid down: the policy in force, its organisation, its regions and the public calendar. */
export interface Reference {
  pack: Pack;
  units: ReadonlyMap<string, Unit>;
  regions: Region[];
  calendar: CalendarYear[];
  /** Everyone of the own operator. */
  staff: Staff[];
}

const freshForMs = 4 * 3_600_000;
/** The rules let nobody ask for more at once. */
const mostOfPack = 1000;
const unitSchema = unitRecordSchema.extend({ path: z.array(z.string()), audience: z.array(z.string()) });

const reference = createStore<Reference | null>(null);
let fetchedAtMs = 0;

export function useReference(): Reference | null {
  return useStore(reference);
}

export const currentReference = reference.get;

export const onReference = reference.listen;

/** Reads what this device has kept, so that names and the recording form are there from a cold start without a network. A pack that an older version kept gets what came later. */
export async function openReference(pack: PackId): Promise<void> {
  const kept = await keptReference();
  const keptPack = packSchema.safeParse(kept?.pack);
  if (kept && keptPack.success && keptPack.data.id === pack && !reference.get()) adopt({ ...kept, pack: keptPack.data });
}

/** Reads it anew when it is older than that or the policy's version has changed. Without a network, what was kept stays good. */
export async function refreshReference(pack: PackId, mostAgeMs = freshForMs): Promise<void> {
  const { db, api } = await loadFirestore();
  const current = await api.getDocFromServer(api.doc(db, 'policies', 'current'));
  const version: unknown = current.get(pack);
  if (typeof version !== 'string') throw new Error(`no policy is in force for ${pack}`);
  if (reference.get()?.pack.version === version && Date.now() - fetchedAtMs < mostAgeMs) return;
  const record = await fetchReference(pack, version);
  adopt(record);
  await keepReference(record);
}

/** The unit's name in the reader's language; the id where it is not known. */
export function unitName(unitId: string): string {
  const unit = reference.get()?.units.get(unitId);
  return unit ? inLanguage(unit.name, language()) : unitId;
}

/** The region's name in the reader's language; the code where it is not known. */
export function regionName(code: string): string {
  const region = reference.get()?.regions.find((candidate) => candidate.code === code);
  return region ? inLanguage(region.name, language()) : code;
}

async function fetchReference(pack: PackId, version: string): Promise<ReferenceRecord> {
  const { db, api } = await loadFirestore();
  const ofPack = (path: string) => api.getDocsFromServer(api.query(api.collection(db, path), api.where('pack', '==', pack), api.limit(mostOfPack)));
  const [policy, units, staff, regions, calendar] = await Promise.all([
    api.getDocFromServer(api.doc(db, 'policies', version)),
    ofPack('units'),
    ofPack('staff'),
    api.getDocsFromServer(api.collection(db, 'regions')),
    api.getDocsFromServer(api.collection(db, 'calendar')),
  ]);
  const read = <Value>(schema: z.ZodType<Value>, documents: { docs: { data(): unknown }[] }): Value[] =>
    documents.docs.map((document) => schema.parse(document.data()));
  return {
    pack: packSchema.parse(policy.data()),
    units: read(unitSchema, units),
    staff: read(staffSchema, staff),
    regions: read(regionSchema, regions).sort((one, other) => one.code.localeCompare(other.code)),
    calendar: read(calendarYearSchema, calendar),
    fetchedAtMs: Date.now(),
  };
}

function adopt(record: ReferenceRecord): void {
  const { units, fetchedAtMs: atMs, ...rest } = record;
  fetchedAtMs = atMs;
  reference.set({ ...rest, units: new Map(units.map((unit) => [unit.id, unit])) });
}
