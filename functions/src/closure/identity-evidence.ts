import { createHash, randomBytes } from 'node:crypto';
import { checkPhoto } from '@shouwen/domain/attachment/photo-check';
import { type Closure, closureFromStored } from '@shouwen/domain/closure/closure';
import { closureConfirmers } from '@shouwen/domain/closure/second-person';
import { closureRoles } from '@shouwen/domain/closure/closure-roles';
import type { ClosureSystemCommand } from '@shouwen/domain/closure/command';
import { canonicalIdentifier } from '@shouwen/domain/kernel/identifier';
import type { ShownPaper } from '@shouwen/domain/refund/cash-hand-over';
import type { Refusal } from '@shouwen/domain/kernel/decision';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Host } from '../host.ts';
import { decideOn, system } from '../journal/decide-on.ts';
import type { Transaction } from '../store.ts';
import { save } from '../transaction/write.ts';
import { decidingClosure } from './deciding-closure.ts';

/** What shows who the customer was: the number of their paper and a photo of it, in a document that no client reads. */
export interface IdentityEvidence {
  paperKind: ShownPaper;
  paperNo: string;
  photo: Uint8Array;
}

export type EvidenceOutcome<Done> = { ok: true; done: Done } | { ok: false; refusal: Refusal | 'notAllowed' | 'invalid' };

/** Keeps the evidence of a closing; only its last figures stand in the closing itself. Once the second word has been said it stays as it was. */
export async function fileEvidence(host: Host, by: Staff, closureId: string, { paperKind, paperNo, photo }: IdentityEvidence): Promise<EvidenceOutcome<null>> {
  return host.store.transaction(async (transaction): Promise<EvidenceOutcome<null>> => {
    const closure = await readConcerning(transaction, by, closureId);
    if (!closure || !closureRoles.includes(by.role)) return { ok: false, refusal: 'notAllowed' };
    const { identifiers } = await host.reference.packInForce(closure.pack, transaction);
    const number = canonicalIdentifier(paperNo, identifiers.paper);
    if (!/^[\p{L}\d]{4,40}$/u.test(number) || checkPhoto(photo) !== null) return { ok: false, refusal: 'invalid' };
    const said = { paperMasked: `${paperKind} ****${number.slice(-4)}`, by: { uid: by.uid, name: by.name } };
    const noted = await note(host, transaction, closure, { type: 'noteEvidence', ...said });
    if (!noted.ok) return noted;
    transaction.set(`closureEvidence/${closureId}`, {
      pack: closure.pack,
      paperKind,
      paperNo: number,
      bytes: photo,
      byUid: by.uid,
      at: host.timestamp(host.nowMs()),
    });
    return { ok: true, done: null };
  });
}

/** Shows the evidence to those whose word it is for and to the auditor, and puts on record that they looked. */
export async function openEvidence(host: Host, by: Staff, closureId: string): Promise<EvidenceOutcome<IdentityEvidence>> {
  return host.store.transaction(async (transaction): Promise<EvidenceOutcome<IdentityEvidence>> => {
    const closure = await readConcerning(transaction, by, closureId);
    const mayLook = closureConfirmers.includes(by.role) || by.role === 'auditor' || closure?.evidence?.byUid === by.uid;
    const stored = closure && mayLook ? await transaction.get(`closureEvidence/${closureId}`) : null;
    if (!stored) return { ok: false, refusal: 'notAllowed' };
    transaction.create(`closureEvidence/${closureId}/views/${by.uid}-${host.nowMs()}`, { uid: by.uid, at: host.timestamp(host.nowMs()) });
    const { paperKind, paperNo, bytes } = stored.data as { paperKind: ShownPaper; paperNo: string; bytes: Uint8Array };
    return { ok: true, done: { paperKind, paperNo, photo: bytes } };
  });
}

/** The link by which the customer follows the closing: made once, shown to those who serve them at the counter. */
export async function closureLink(host: Host, by: Staff, closureId: string): Promise<EvidenceOutcome<{ token: string }>> {
  return host.store.transaction(async (transaction): Promise<EvidenceOutcome<{ token: string }>> => {
    const closure = await readConcerning(transaction, by, closureId);
    if (!closure || !closureRoles.includes(by.role)) return { ok: false, refusal: 'notAllowed' };
    const stored = await transaction.get(`closureLinks/${closureId}`);
    const token = (stored?.data['token'] as string | undefined) ?? randomBytes(16).toString('base64url');
    const noted = await note(host, transaction, closure, { type: 'noteLink', statusId: createHash('sha256').update(token).digest('hex') });
    if (!noted.ok) return noted;
    if (!stored) transaction.create(`closureLinks/${closureId}`, { token, pack: closure.pack });
    return { ok: true, done: { token } };
  });
}

async function readConcerning(transaction: Transaction, by: Staff, closureId: string): Promise<Closure | null> {
  const stored = await transaction.get(`closures/${closureId}`);
  const closure = stored && closureFromStored(stored.id, stored.data);
  const isTheirs = closure !== null && closure.pack === by.pack && (closure.audience.includes(by.unitId) || closure.people.includes(by.uid));
  return isTheirs ? closure : null;
}

async function note(host: Host, transaction: Transaction, closure: Closure, command: ClosureSystemCommand): Promise<EvidenceOutcome<null>> {
  const decided = await decideOn({ host, reader: transaction }, decidingClosure, { state: closure, command, actor: system });
  if (!decided.ok) return { ok: false, refusal: decided.refusal };
  save(transaction, decided.writes);
  return { ok: true, done: null };
}
