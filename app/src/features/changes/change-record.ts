import '../../platform/device/schemas-without-eval.ts';
import { changeEffectsSchema, type RecordedChange, changeFromStored } from '@shouwen/domain/change/change';
import { type ChangeFilter, spanOfMonth } from '@shouwen/domain/change/change-filter';
import { readableOrNull } from '@shouwen/domain/kernel/state-document';
import type { Role, Staff } from '@shouwen/domain/organisation/staff';
import { z } from 'zod';
import type { Export } from '../../parts/ExportSheet.tsx';
import { call, CallRefused } from '../../platform/callable/callable.ts';
import { loadFirestore, type LoadedFirestore } from '../../platform/firestore/firebase-firestore.ts';
import type { FollowedList } from '../../platform/firestore/follow.ts';
import { useQuery } from '../../platform/firestore/use-followed.ts';

/** The rules let nobody ask for more at once. */
export const changesShown = 100;

const readers: readonly Role[] = ['administrator', 'auditor', 'centreDirector', 'companyLeader', 'qualityInspector'];
const heads: readonly Role[] = ['outletManager', 'hotlineDutyLeader', 'departmentHead', 'unitHead'];

/** What of the record somebody reads (ADM-7): all of it, what is about their unit and those below it, or nothing. */
export function readingOf(role: Role): 'all' | 'ownUnits' | 'none' {
  if (readers.includes(role)) return 'all';
  return heads.includes(role) ? 'ownUnits' : 'none';
}

export type ChangeVerdict = 'confirm' | 'refuse' | 'withdraw';

/** What is asked of the database; all else is sifted on the phone. */
export interface RecordQuestion {
  staff: Pick<Staff, 'pack' | 'unitId' | 'role'>;
  isWaiting: boolean;
  month: string | null;
}

/** Follows acts of administration of the own operator, or of the own units, newest first (ADM-7). */
export function useChanges(question: RecordQuestion): FollowedList<RecordedChange> {
  const { staff, isWaiting, month } = question;
  return useQuery(
    [staff.pack, staff.unitId, staff.role, isWaiting, month].join(' '),
    (firestore) => asked(firestore, question, null),
    (id, stored) => readableOrNull(changeFromStored, id, stored),
  );
}

/** Those before a moment, once. @throws without a network. */
export async function olderChanges(question: RecordQuestion, untilMs: number): Promise<RecordedChange[]> {
  const firestore = await loadFirestore();
  const found = await firestore.api.getDocsFromServer(asked(firestore, question, untilMs));
  return found.docs.flatMap((document) => readableOrNull(changeFromStored, document.id, document.data()) ?? []);
}

function asked({ db, api }: LoadedFirestore, { staff, isWaiting, month }: RecordQuestion, untilMs: number | null) {
  const span = month === null ? null : spanOfMonth(month);
  return api.query(
    api.collection(db, 'changes'),
    api.where('pack', '==', staff.pack),
    ...(readingOf(staff.role) === 'ownUnits' ? [api.where('unitIds', 'array-contains', staff.unitId)] : []),
    ...(isWaiting ? [api.where('state', '==', 'awaitingConfirmation')] : []),
    ...(span ? [api.where('proposedAtMs', '>=', span.fromMs)] : []),
    ...(span && untilMs === null ? [api.where('proposedAtMs', '<', span.untilMs)] : []),
    ...(untilMs === null ? [] : [api.where('proposedAtMs', '<=', untilMs)]),
    api.orderBy('proposedAtMs', 'desc'),
    api.limit(changesShown),
  );
}

/** Says yes or no to a change, or takes one's own back. @returns the code of a refusal; `offline` where nothing was reached. */
export async function decideOnChange(id: string, verdict: ChangeVerdict, reason: string): Promise<string | null> {
  try {
    await call('confirmChange', { id, verdict, reason });
    return null;
  } catch (error) {
    return error instanceof CallRefused ? error.reason.code : 'offline';
  }
}

const foreseenSchema = z.object({ isOvertaken: z.boolean(), effects: changeEffectsSchema.nullable() });
export type Foreseen = z.infer<typeof foreseenSchema>;

/** What it would do to the work in hand if it came into force now (ADM-3). @throws when that cannot be had. */
export async function previewChange(id: string): Promise<Foreseen> {
  return foreseenSchema.parse(await call('previewChange', { id }));
}

/** Who may take the record out as a file; the server looks at it again. */
export function mayExportChanges(role: Role): boolean {
  return ['auditor', 'companyLeader', 'centreDirector'].includes(role);
}

/** What a filter lets through as a file. Who took it out, when and why is on record (RET-2). */
export async function exportChanges(filter: ChangeFilter, reason: string): Promise<Export> {
  try {
    const { csv } = z.object({ csv: z.string() }).parse(await call('exportChanges', { filter, reason }));
    return { kind: 'file', file: new Blob([csv], { type: 'text/csv;charset=utf-8' }) };
  } catch (error) {
    return error instanceof CallRefused ? { kind: 'refused', code: error.reason.code } : { kind: 'failed' };
  }
}
