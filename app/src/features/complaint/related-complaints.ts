import { useEffect, useState } from 'react';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { looksLikeSameCustomer } from '@shouwen/domain/customer/mask';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import { readableOrNull } from '@shouwen/domain/kernel/state-document';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { loadFirestore } from '../../platform/firestore/firebase-firestore.ts';

const othersLooked = 20;

/** Complaints that this one refers to, as far as this person may see them and the phone can reach them. */
export function useRelatedComplaints(ids: readonly string[]): ReadonlyMap<string, Complaint> {
  const [found, setFound] = useState<ReadonlyMap<string, Complaint>>(new Map());
  const key = ids.join();
  useEffect(() => {
    let isOver = false;
    // Each is asked for by itself: one that may not be seen must not hide the others.
    void Promise.all((key === '' ? [] : key.split(',')).map((id) => readComplaint(id).catch(() => null))).then((read) => {
      const seen = read.filter((complaint) => complaint !== null);
      if (!isOver) setFound(new Map(seen.map((complaint) => [complaint.id, complaint])));
    });
    return () => {
      isOver = true;
    };
  }, [key]);
  return found;
}

/** ATT-2: earlier complaints that the server found, and those that the phone knew when this one was recorded. */
export function earlierIdsOf({ id, repeatOf, earlierIds }: Complaint): string[] {
  return [...new Set([...repeatOf, ...earlierIds])].filter((earlier) => earlier !== id);
}

/** Other open complaints of what looks like the same customer, which the server tells for certain, within sight of this person's unit: what a complaint may be merged into. */
export async function findMergeTargets(complaint: Complaint, staff: Pick<Staff, 'unitId'>): Promise<Complaint[]> {
  const { db, api } = await loadFirestore();
  const sameDigits = api.query(
    api.collection(db, 'complaints'),
    api.where('audience', 'array-contains', staff.unitId),
    api.where('contactLast4', '==', complaint.contactLast4),
    api.orderBy('capturedAt', 'desc'),
    api.limit(othersLooked),
  );
  const snapshot = await api.getDocs(sameDigits);
  const others = snapshot.docs.flatMap((document) => readableOrNull(complaintFromStored, document.id, document.data()) ?? []);
  return others.filter((other) => looksLikeSameCustomer(other.contactMasked, complaint.contactMasked) && other.id !== complaint.id && other.open);
}

/** @throws when there is no network: not finding it then says nothing. */
export async function findByNumber(number: string, staff: Pick<Staff, 'unitId'>): Promise<Complaint | null> {
  const { db, api } = await loadFirestore();
  const byNumber = api.query(
    api.collection(db, 'complaints'),
    api.where('audience', 'array-contains', staff.unitId),
    api.where('number', '==', number),
    api.limit(1),
  );
  const [document] = (await api.getDocsFromServer(byNumber)).docs;
  return document ? readableOrNull(complaintFromStored, document.id, document.data()) : null;
}

async function readComplaint(id: string): Promise<Complaint | null> {
  const { db, api } = await loadFirestore();
  const snapshot = await api.getDoc(api.doc(db, 'complaints', id));
  return snapshot.exists() ? readableOrNull(complaintFromStored, id, snapshot.data()) : null;
}
