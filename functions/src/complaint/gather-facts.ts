import type { ComplaintId, Uid, UnitId } from '@shouwen/domain/kernel/brand';
import { handlingUnit } from '@shouwen/domain/complaint/intake/assignment';
import type { Command } from '@shouwen/domain/complaint/command';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import type { CommandFacts } from '@shouwen/domain/complaint/context';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import type { Host } from '../host.ts';
import type { Reader } from '../store.ts';
import { readKey } from '../customer/complaint-key.ts';
import { deskFirst, findAssignment, mayHold } from './find-assignment.ts';
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
      return factsOfCorrection(host, reader, complaint, command.category);
    default:
      return {};
  }
}

async function factsOfReceiver(host: Host, reader: Reader, unitId: UnitId | null, uid: Uid | null): Promise<CommandFacts> {
  const [staff, units] = await Promise.all([readStaff(reader, uid), host.reference.units()]);
  return { receiver: { unit: units.get(unitId ?? staff?.unitId ?? '') ?? null, staff } };
}

async function factsOfReopening(host: Host, reader: Reader, complaint: Complaint): Promise<CommandFacts> {
  if (complaint.handlerUid === null) return {};
  const handler = await readStaff(reader, complaint.handlerUid);
  if (mayHold(complaint, handler)) return { handlerAvailable: true };
  return { handlerAvailable: false, assignment: await assignAgain(host, reader, complaint) };
}

/** Where what is corrected belongs to another unit, who gets it there; where that unit has it already, it stays with whoever has it. */
async function factsOfCorrection(host: Host, reader: Reader, complaint: Complaint, category: string): Promise<CommandFacts> {
  const [pack, units] = await Promise.all([host.reference.pack(complaint.pack, complaint.packVersion), host.reference.units()]);
  const start = handlingUnit({ ...complaint, category }, pack, units);
  const isElsewhere = start.unit.id !== complaint.handlingUnitId && start.unit.id !== handlingUnit(complaint, pack, units).unit.id;
  if (!isElsewhere) return {};
  const wanted = { category, excludedUids: [], ...deskFirst(start, host.nowMs(), pack) };
  return { assignment: await findAssignment(host, reader, { unit: start.unit, route: 'corrected' }, wanted) };
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
  const [key, targetKey] = await Promise.all([readKey(reader, id), readKey(reader, intoId)]);
  return { mergeTarget: { ...complaintFromStored(stored.id, stored.data), isSameCustomer: key !== null && key === targetKey } };
}

/** Within the unit that has it, without the one who gives it up. */
async function assignAgain(host: Host, reader: Reader, complaint: Complaint) {
  const units = await host.reference.units();
  const unit = units.get(complaint.handlingUnitId ?? '') ?? units.get(complaint.receivingUnitId);
  if (!unit) throw new Error(`complaint ${complaint.id}: its units are unknown`);
  const excludedUids = complaint.handlerUid === null ? [] : [complaint.handlerUid];
  return findAssignment(host, reader, { unit, route: 'returned' }, { category: complaint.category, excludedUids });
}
