import '../device/schemas-without-eval.ts';
import type { z } from 'zod';
import { type CalendarYear, calendarYearSchema } from '@shouwen/domain/calendar/working-days';
import { type Colleague, colleagueOf, directoryIndexSchema, type DirectoryIndex, directoryPartSchema } from '@shouwen/domain/organisation/directory';
import type { Unit } from '@shouwen/domain/organisation/unit';
import type { PackId } from '@shouwen/domain/kernel/brand';
import { type Pack, packSchema } from '@shouwen/domain/policy/pack';
import { sessionMsIn } from '@shouwen/domain/policy/session-time';
import { type Region, regionSchema } from '@shouwen/domain/policy/region';
import { createStore } from '../device/store.ts';
import { useStore } from '../device/use-store.ts';
import { loadFirestore } from '../firestore/firebase-firestore.ts';
import { language } from '../device/language.ts';
import { named } from './named.ts';
import { keepReference, keptReference, type ReferenceRecord } from './reference-database.ts';

/** What the operator has laid down: the policy in force, its organisation, its regions and the public calendar. */
export interface Reference {
  pack: Pack;
  units: ReadonlyMap<string, Unit>;
  regions: Region[];
  calendar: CalendarYear[];
  /** Everyone of the own operator: who they are, and not whether they are there. */
  staff: Colleague[];
}

const freshForMs = 4 * 3_600_000;

const reference = createStore<Reference | null>(null);
let held: ReferenceRecord | null = null;

export function useReference(): Reference | null {
  return useStore(reference);
}

export const currentReference = reference.get;

export const onReference = reference.listen;

/** Reads what this device has kept, so that names and the recording form are there from a cold start without a network. A pack that an older version kept gets what came later, and of its staff only what is kept today. */
export async function openReference(pack: PackId): Promise<void> {
  const kept = await keptReference();
  const keptPack = packSchema.safeParse(kept?.pack);
  if (kept && keptPack.success && keptPack.data.id === pack && !reference.get()) adopt({ ...kept, pack: keptPack.data, staff: kept.staff.map(colleagueOf) });
}

/**
 * Reads it anew when it is older than that or the version of policy or directory has changed, and units and staff only in the latter case. Without a network, and until
 * there is a directory, what was kept stays good.
 */
export async function refreshReference(pack: PackId, mostAgeMs = freshForMs): Promise<void> {
  const [policies, stored] = await Promise.all([fetched('policies/current').then((current) => withSessionMs(current, pack)), fetched(`directories/${pack}`)]);
  const version = policies?.[pack];
  if (typeof version !== 'string') throw new Error(`no policy is in force for ${pack}`);
  const index = directoryIndexSchema.safeParse(stored).data;
  const kept = held?.pack.id === pack ? held : null;
  const isKnown = kept !== null && (!index?.version || kept.directoryVersion === index.version);
  if (isKnown && kept.pack.version === version && Date.now() - kept.fetchedAtMs < mostAgeMs) return;
  const record = { ...(await fetchPolicy(version)), ...(isKnown ? organisationOf(kept) : await fetchDirectory(index)), fetchedAtMs: Date.now() };
  adopt(record);
  await keepReference(record);
}

let latestSessionMs: number | null = null;

/** How long a sign-in is good for: as the server said last, also where nothing else of the reference may be read any more, or as this device has kept it. */
export function sessionMsKnown(): number | null {
  const hours = reference.get()?.pack.limits.sessionHours;
  return latestSessionMs ?? (hours === undefined ? null : hours * 3_600_000);
}

function withSessionMs(current: Record<string, unknown> | undefined, pack: PackId): Record<string, unknown> | undefined {
  latestSessionMs = sessionMsIn(current, pack);
  return current;
}

/** The unit's name in the reader's language. */
export function unitName(unitId: string): string {
  return named('unit', reference.get()?.units.get(unitId)?.name, language());
}

/** The region's name in the reader's language. */
export function regionName(code: string): string {
  return named('region', reference.get()?.regions.find((candidate) => candidate.code === code)?.name, language());
}

async function fetched(path: string): Promise<Record<string, unknown> | undefined> {
  const { db, api } = await loadFirestore();
  return (await api.getDocFromServer(api.doc(db, path))).data();
}

type Organisation = Pick<ReferenceRecord, 'units' | 'staff' | 'directoryVersion'>;

function organisationOf({ units, staff, directoryVersion }: ReferenceRecord): Organisation {
  return { units, staff, ...(directoryVersion === undefined ? {} : { directoryVersion }) };
}

/** Parts of two versions would leave somebody out or hold them twice: then it is asked for once more. */
async function fetchDirectory(index: DirectoryIndex | undefined): Promise<Organisation> {
  if (!index?.version) throw new Error('the directory has not been compiled');
  const { pack, version } = index;
  const parts = await Promise.all(
    Array.from({ length: index.parts }, async (_, at) => directoryPartSchema.parse(await fetched(`directories/${pack}_${at + 1}`))),
  );
  if (parts.some((part) => part.version !== version)) throw new Error('the directory has been compiled meanwhile');
  return { units: parts.flatMap(({ units }) => units), staff: parts.flatMap(({ staff }) => staff), directoryVersion: version };
}

async function fetchPolicy(version: string): Promise<Pick<ReferenceRecord, 'pack' | 'regions' | 'calendar'>> {
  const { db, api } = await loadFirestore();
  const [policy, regions, calendar] = await Promise.all([
    fetched(`policies/${version}`),
    api.getDocsFromServer(api.collection(db, 'regions')),
    api.getDocsFromServer(api.collection(db, 'calendar')),
  ]);
  const read = <Value>(schema: z.ZodType<Value>, documents: { docs: { data(): unknown }[] }): Value[] =>
    documents.docs.map((document) => schema.parse(document.data()));
  return {
    pack: packSchema.parse(policy),
    regions: read(regionSchema, regions).sort((one, other) => one.code.localeCompare(other.code)),
    calendar: read(calendarYearSchema, calendar),
  };
}

function adopt(record: ReferenceRecord): void {
  const { pack, regions, calendar, staff, units } = record;
  held = record;
  reference.set({ pack, regions, calendar, staff, units: new Map(units.map((unit) => [unit.id, unit])) });
}
