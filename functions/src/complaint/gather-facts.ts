import type { ComplaintId, Uid, UnitId } from '@shouwen/domain/kernel/brand';
import { type Assignment, handlingUnit } from '@shouwen/domain/complaint/intake/assignment';
import { reasonsForHigherHands } from '@shouwen/domain/complaint/intake/higher-hands';
import type { Command, ComplaintKeys } from '@shouwen/domain/complaint/command';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { directsHandling } from '@shouwen/domain/complaint/relation';
import type { CommandFacts } from '@shouwen/domain/complaint/context';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import type { Unit } from '@shouwen/domain/organisation/unit';
import type { Pack } from '@shouwen/domain/policy/pack';
import type { Host } from '../host.ts';
import type { Reader } from '../store.ts';
import { keysIn, readKeys } from '../customer/complaint-key.ts';
import { deskFirst, findAssignment, mayHold } from './find-assignment.ts';
import { findRepeatsAnew } from './find-repeats.ts';
import { findSuperior } from './find-superior.ts';
import { readStaff } from '../organisation/read-staff.ts';
import { directoryReader } from './read-directory.ts';

/** Reads what a decision needs to know beyond the complaint; most commands need nothing. */
export async function gatherFacts(host: Host, reader: Reader, complaint: Complaint, command: Command): Promise<CommandFacts> {
  switch (command.type) {
    case 'assign':
      return factsOfReceiver(host, reader, null, command.toUid);
    case 'handOver':
      return factsOfReceiver(host, reader, command.toUnitId, command.toUid);
    case 'acceptHandOver':
      return factsOfReceiver(host, reader, complaint.handOver?.toUnitId ?? null, null);
    case 'leadToManager':
      return { managers: await managersHere(host, reader, complaint) };
    case 'nameLink':
      return command.unitId === null ? {} : factsOfReceiver(host, reader, command.unitId, null);
    case 'return':
    case 'releaseHandler':
      return { assignment: await assignAgain(host, reader, complaint) };
    case 'reopen':
    case 'disagree':
      return factsOfReopening(host, reader, complaint);
    case 'confirmCause':
      return factsOfCause(reader, complaint.id, command.photoId ?? null);
    case 'merge':
      return factsOfMerge(reader, complaint.id, command.intoId);
    case 'escalate': {
      const pack = await host.reference.pack(complaint.pack, complaint.packVersion);
      return { directory: await directoryReader(host, reader)(pack) };
    }
    case 'correct':
      return command.category === complaint.category ? {} : factsOfCorrection(host, reader, complaint, { category: command.category, tier: command.tier });
    case 'correctConcerned':
      return factsOfCorrection(host, reader, complaint, { keys: command.keys });
    default:
      return {};
  }
}

/** OWN-8: heads and leaders of the unit that received it who are there. */
async function managersHere(host: Host, reader: Reader, complaint: Complaint): Promise<Uid[]> {
  const pack = await host.reference.pack(complaint.pack, complaint.packVersion);
  const { leaders } = await directoryReader(host, reader)(pack);
  return leaders
    .filter(({ unitId, role, active, onDuty }) => unitId === complaint.receivingUnitId && directsHandling(role) && active && onDuty)
    .map(({ uid }) => uid);
}

async function factsOfReceiver(host: Host, reader: Reader, unitId: UnitId | null, uid: Uid | null): Promise<CommandFacts> {
  const [staff, units] = await Promise.all([readStaff(reader, uid), host.reference.units()]);
  return { receiver: { unit: units.get(unitId ?? staff?.unitId ?? '') ?? null, staff } };
}

async function factsOfReopening(host: Host, reader: Reader, complaint: Complaint): Promise<CommandFacts> {
  if (complaint.handlerUid === null) return {};
  const superior = await superiorTo(host, reader, complaint, complaint.reopenCount + 1);
  if (superior) return { handlerAvailable: false, assignment: superior };
  const handler = await readStaff(reader, complaint.handlerUid);
  if (mayHold(complaint, handler)) return { handlerAvailable: true };
  return { handlerAvailable: false, assignment: await assignAgain(host, reader, complaint) };
}

/** ATT-4: whoever stands above the one who had it, where it belongs in higher hands; null where it may stay, or nobody is there above them. */
async function superiorTo(host: Host, reader: Reader, complaint: Complaint, reopenCount: number): Promise<Assignment | null> {
  const [pack, units] = await Promise.all([host.reference.pack(complaint.pack, complaint.packVersion), host.reference.units()]);
  return findSuperior(host, reader, unitOf(complaint, units), [complaint], reasonsForHigherHands({ ...complaint, reopenCount }, pack));
}

/**
 * Of another category or about another number: what it repeats then (ATT-2), and who gets it where that has become another unit's or it has become a repeat. Where the unit has it
 * already and nothing new has come to light, it stays with whoever has it.
 */
async function factsOfCorrection(
  host: Host,
  reader: Reader,
  complaint: Complaint,
  corrected: { category?: string; tier?: string; keys?: ComplaintKeys },
): Promise<CommandFacts> {
  const [pack, units, before] = await Promise.all([
    host.reference.pack(complaint.pack, complaint.packVersion),
    host.reference.units(),
    readKeys(reader, complaint.id),
  ]);
  const { category, tier, keys } = { category: complaint.category, tier: complaint.tier, keys: before, ...corrected };
  const startedAtMs = complaint.clocks?.startAtMs ?? complaint.capturedAtMs;
  const isKnown = keysIn(keys).length > 0 || keysIn(before).length > 0;
  const anew = isKnown ? await findRepeatsAnew(host, reader, { id: complaint.id, category, keys, startedAtMs }, pack, before) : null;
  const assignment = await assignCorrected(host, reader, complaint, { category, tier, repeats: anew?.repeats ?? null, pack, units });
  return { ...(anew && { repeatOf: anew.repeats.map(({ id }) => id), later: anew.later }), ...(assignment && { assignment }) };
}

interface Corrected {
  category: string;
  tier: string;
  /** Null where nobody knows who complained. */
  repeats: readonly Complaint[] | null;
  pack: Pack;
  units: ReadonlyMap<string, Unit>;
}

async function assignCorrected(
  host: Host,
  reader: Reader,
  complaint: Complaint,
  { category, tier, repeats, pack, units }: Corrected,
): Promise<Assignment | null> {
  const start = handlingUnit({ ...complaint, category }, pack, units);
  const isElsewhere = start.unit.id !== complaint.handlingUnitId && start.unit.id !== handlingUnit(complaint, pack, units).unit.id;
  const isRepeat = repeats === null ? complaint.flags.includes('repeat') : repeats.length > 0;
  if (!isElsewhere && (!isRepeat || complaint.flags.includes('repeat'))) return null;
  const flags = [...complaint.flags.filter((flag) => flag !== 'repeat'), ...(isRepeat ? ['repeat'] : [])];
  const superior = await findSuperior(host, reader, start.unit, repeats ?? [], reasonsForHigherHands({ ...complaint, flags }, pack));
  if (superior) return superior.handlerUid === complaint.handlerUid ? null : superior;
  if (!isElsewhere) return null;
  const wanted = { category, tier, excludedUids: [], ...deskFirst(start, host.nowMs(), pack) };
  return findAssignment(host, reader, { unit: start.unit, route: 'corrected' }, wanted);
}

/** REF-1: whether the photo that is named is one of this complaint, and what has come of looking at it. */
async function factsOfCause(reader: Reader, id: ComplaintId, photoId: string | null): Promise<CommandFacts> {
  if (photoId === null) return {};
  const check = (await reader.get(`complaints/${id}/attachments/${photoId}`))?.data['check'];
  return { photo: check === 'pending' || check === 'passed' || check === 'refused' ? check : null };
}

async function factsOfMerge(reader: Reader, id: ComplaintId, intoId: ComplaintId): Promise<CommandFacts> {
  const stored = /^[A-Za-z0-9-]+$/.test(intoId) ? await reader.get(`complaints/${intoId}`) : null;
  if (!stored) return { mergeTarget: null };
  const [keys, targetKeys] = await Promise.all([readKeys(reader, id), readKeys(reader, intoId)]);
  // What it is about does not count: whoever may correct that could make one customer's complaint vanish in another's.
  const isSameCustomer = keys.contactKey !== null && keys.contactKey === targetKeys.contactKey;
  return { mergeTarget: { ...complaintFromStored(stored.id, stored.data), isSameCustomer } };
}

/** Within the unit that has it, without the one who gives it up; above them where it belongs in higher hands (ATT-4). */
async function assignAgain(host: Host, reader: Reader, complaint: Complaint): Promise<Assignment> {
  const superior = await superiorTo(host, reader, complaint, complaint.reopenCount);
  if (superior) return superior;
  const unit = unitOf(complaint, await host.reference.units());
  const excludedUids = complaint.handlerUid === null ? [] : [complaint.handlerUid];
  return findAssignment(host, reader, { unit, route: 'returned' }, { category: complaint.category, tier: complaint.tier, excludedUids });
}

function unitOf({ id, handlingUnitId, receivingUnitId }: Complaint, units: ReadonlyMap<string, Unit>): Unit {
  const unit = units.get(handlingUnitId ?? '') ?? units.get(receivingUnitId);
  if (!unit) throw new Error(`complaint ${id}: its units are unknown`);
  return unit;
}
