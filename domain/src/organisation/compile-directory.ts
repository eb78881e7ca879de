import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { EpochMs, PackId } from '../kernel/brand.ts';
import { type Colleague, colleagueOf, type DirectoryIndex, type DirectoryPart } from './directory.ts';
import type { Unit } from './unit.ts';

/** Well below the one mebibyte that a document may have. */
export const mostBytesOfPart = 700_000;
/** What a part holds besides its units and staff. */
const headBytes = 500;

type Content = Pick<DirectoryPart, 'units' | 'staff'>;

export interface CompiledDirectory {
  digest: string;
  parts: Content[];
}

/** An operator's units and staff in their order, cut into parts that a document can hold. The same organisation gives the same parts, in whatever order it is read. */
export function compileDirectory(units: readonly Unit[], staff: readonly Colleague[], mostBytes = mostBytesOfPart): CompiledDirectory {
  // An audience is a set, whose order is that in which the units were read.
  const orderedUnits = units.map((unit) => ({ ...unit, audience: unit.audience.toSorted(inOrder) })).toSorted((one, other) => inOrder(one.id, other.id));
  const orderedStaff = staff.map(colleagueOf).toSorted((one, other) => inOrder(one.uid, other.uid));
  const parts: Content[] = [];
  let left = 0;
  const partFor = (entry: object): Content => {
    // A document is smaller than its JSON, which repeats the same names with quotation marks around them.
    const bytes = utf8ToBytes(JSON.stringify(entry)).length + 1;
    if (bytes > left || parts.length === 0) {
      parts.push({ units: [], staff: [] });
      left = mostBytes - headBytes;
    }
    left -= bytes;
    return parts.at(-1) ?? { units: [], staff: [] };
  };
  for (const unit of orderedUnits) partFor(unit).units.push(unit);
  for (const person of orderedStaff) partFor(person).staff.push(person);
  return { digest: bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts, inNamedOrder)))), parts };
}

/** The documents of a version that has just been compiled, each with its path. */
export function directoryDocuments(pack: PackId, { digest, parts }: CompiledDirectory, version: number, checkedAtMs: EpochMs): [string, object][] {
  const index: DirectoryIndex = { pack, version, parts: parts.length, digest, isDue: false, checkedAtMs };
  return [...parts.map((content, at): [string, DirectoryPart] => [partPath(pack, at + 1), { pack, version, ...content }]), [`directories/${pack}`, index]];
}

export function partPath(pack: PackId, part: number): string {
  return `directories/${pack}_${part}`;
}

/** The database gives the fields of a document in another order than whoever wrote it. */
function inNamedOrder(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => inOrder(one, other)));
}

/** By code units: the same on every machine, whatever its language. */
function inOrder(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
