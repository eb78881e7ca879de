import { compileDirectory, directoryDocuments, partPath } from '@shouwen/domain/organisation/compile-directory';
import { type DirectoryIndex, directoryIndexSchema } from '@shouwen/domain/organisation/directory';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { type Unit, unitRecordSchema } from '@shouwen/domain/organisation/unit';
import { buildUnits } from '@shouwen/domain/organisation/units';
import type { PackId } from '@shouwen/domain/kernel/brand';
import { registeredPacks } from '@shouwen/domain/policy/pack-register';
import type { Host } from '../host.ts';
import type { Reader, StoredDocument } from '../store.ts';
import { staffFrom } from './read-staff.ts';

/** Units change without an event, and an event can be lost: so often everything is compared. */
const checkedEveryMs = 60 * 60_000;
const pageSize = 500;
/** Each time somebody else has stored a version meanwhile. */
const mostTries = 5;

/**
 * Compiles the directories of operators whose staff or units have changed, or may have, into the few documents that phones read.
 * May run twice or beside itself.
 *
 * @returns how many have a new version.
 */
export async function refreshDirectories(host: Host): Promise<number> {
  let changed = 0;
  const failures: unknown[] = [];
  for (const pack of registeredPacks) {
    try {
      if (needsLook(await readIndex(host.store, pack), host.nowMs()) && (await refreshDirectory(host, pack))) changed += 1;
    } catch (error) {
      // One operator's organisation that is wrong does not keep the others'.
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return changed;
}

/** Notes that somebody has changed in what the directory says of them; the next run of the schedule compiles it once, however many have. */
export function noteDirectoryDue(host: Host, pack: PackId): Promise<void> {
  return host.store.transaction(async (transaction) => {
    const index = await readIndex(transaction, pack);
    if (index && !index.isDue) transaction.update(pathOf(pack), { isDue: true });
  });
}

function needsLook(index: DirectoryIndex | null, atMs: number): boolean {
  return index === null || index.isDue || index.checkedAtMs === null || atMs - index.checkedAtMs >= checkedEveryMs;
}

/** Whoever stores a version has read everything after the one before it was stored, so that nobody's older reading is ever the last. */
async function refreshDirectory(host: Host, pack: PackId): Promise<boolean> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { version } = await begin(host, pack);
    const { units, staff } = await host.store.snapshot((reader) => readOrganisation(host, reader, pack));
    const outcome = await storeDirectory(host, pack, version, compileDirectory(units, staff));
    if (outcome !== 'overtaken') return outcome === 'stored';
  }
  throw new Error(`the directory of ${pack} changes faster than it can be compiled`);
}

/** From here on a change is due again; and a run that dies leaves it unchecked, which the next run sees. */
function begin(host: Host, pack: PackId): Promise<DirectoryIndex> {
  return host.store.transaction(async (transaction) => {
    const index = (await readIndex(transaction, pack)) ?? { pack, version: 0, parts: 0, digest: '', isDue: false, checkedAtMs: null };
    const begun = { ...index, isDue: false, checkedAtMs: null };
    transaction.set(pathOf(pack), begun);
    return begun;
  });
}

type Compiled = ReturnType<typeof compileDirectory>;

function storeDirectory(host: Host, pack: PackId, basedOn: number, compiled: Compiled): Promise<'stored' | 'same' | 'overtaken'> {
  return host.store.transaction(async (transaction) => {
    const index = await readIndex(transaction, pack);
    if (index?.version !== basedOn) return 'overtaken';
    if (index.digest === compiled.digest) {
      transaction.update(pathOf(pack), { checkedAtMs: host.nowMs() });
      return 'same';
    }
    for (const [path, content] of directoryDocuments(pack, compiled, index.version + 1, host.nowMs())) transaction.set(path, { ...content });
    if (index.isDue) transaction.update(pathOf(pack), { isDue: true });
    for (let part = compiled.parts.length + 1; part <= index.parts; part += 1) transaction.delete(partPath(pack, part));
    return 'stored';
  });
}

async function readIndex(reader: Reader, pack: PackId): Promise<DirectoryIndex | null> {
  const stored = await reader.get(pathOf(pack));
  const parsed = directoryIndexSchema.safeParse(stored?.data);
  return parsed.success ? parsed.data : null;
}

function pathOf(pack: PackId): string {
  return `directories/${pack}`;
}

async function readOrganisation(host: Host, reader: Reader, pack: PackId): Promise<{ units: Unit[]; staff: Staff[] }> {
  const units = (await readAll(reader, 'units', pack)).map(({ data }) => unitRecordSchema.strip().parse(data));
  const people = await readAll(reader, 'staff', pack);
  const staff = people.flatMap(({ path, data }) => {
    const person = staffFrom(data);
    if (!person) host.log({ severity: 'ERROR', message: 'left out of the directory', path });
    return person ?? [];
  });
  return { units: [...buildUnits(units).values()], staff };
}

async function readAll(reader: Reader, collection: 'units' | 'staff', pack: PackId): Promise<StoredDocument[]> {
  const all: StoredDocument[] = [];
  for (let afterId: string | null = ''; afterId !== null;) {
    const page: StoredDocument[] = await reader.query({ collection, where: [['pack', '==', pack]], afterId, limit: pageSize });
    all.push(...page);
    afterId = page.length === pageSize ? (page.at(-1)?.id ?? null) : null;
  }
  return all;
}
