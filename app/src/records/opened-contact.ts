import { useCallback, useEffect, useState } from 'react';
import { type Contact, contactSchema } from '@shouwen/domain/complaint/intake/recording';
import { nowMs } from '../platform/device/clock.ts';
import { loadFirestore } from '../platform/firestore/firebase-firestore.ts';

/** A customer's contact as far as this person has opened it. `refused` is the server's word, `unreachable` the network's. */
export type OpenedContact = { status: 'masked' | 'opening' | 'unreachable' | 'refused' } | { status: 'open'; contact: Contact };

const patienceMs = 12_000;

/** What was opened today stays open on every page of this browser session; opening puts it on record first (RET-2). */
export function useOpenedContact(complaintId: string, uid: string): { opened: OpenedContact; open: () => void } {
  const [opened, setOpened] = useState<OpenedContact>({ status: 'masked' });
  useEffect(() => {
    if (sessionStorage.getItem(markOf(complaintId)) !== viewIdOf(uid)) return undefined;
    let isOver = false;
    readKept(complaintId).then(
      (contact) => void (isOver || setOpened({ status: 'open', contact })),
      // It can be opened again by hand, which says what is wrong.
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [complaintId, uid]);
  const open = useCallback(() => {
    setOpened({ status: 'opening' });
    openOnRecord(complaintId, uid).then(
      (contact) => setOpened({ status: 'open', contact }),
      (error: unknown) => setOpened({ status: isRefusal(error) ? 'refused' : 'unreachable' }),
    );
  }, [complaintId, uid]);
  return { opened, open };
}

/**
 * Creates today's contact view, then reads what it allows. Asking the server for the view first both tells whether today's is there already
 * and makes sure that there is a network: a view must not wait in the SDK's own queue.
 */
async function openOnRecord(complaintId: string, uid: string): Promise<Contact> {
  const { db, api } = await loadFirestore();
  const view = api.doc(db, 'complaints', complaintId, 'contactViews', viewIdOf(uid));
  const seen = await inTime(api.getDocFromServer(view));
  if (!seen.exists()) await inTime(api.setDoc(view, { uid, at: api.serverTimestamp() }));
  const snapshot = await inTime(api.getDocFromServer(api.doc(db, 'complaints', complaintId, 'private', 'contact')));
  const contact = contactSchema.parse(snapshot.data());
  sessionStorage.setItem(markOf(complaintId), viewIdOf(uid));
  return contact;
}

/** From the phone's copy where there is no network. */
async function readKept(complaintId: string): Promise<Contact> {
  const { db, api } = await loadFirestore();
  const snapshot = await api.getDoc(api.doc(db, 'complaints', complaintId, 'private', 'contact'));
  return contactSchema.parse(snapshot.data());
}

/** The rules count days in UTC. */
function viewIdOf(uid: string): string {
  return `${uid}_${new Date(nowMs()).toISOString().slice(0, 10)}`;
}

function markOf(complaintId: string): string {
  return `shouwen.contact-opened/${complaintId}`;
}

function inTime<Value>(answer: Promise<Value>): Promise<Value> {
  return Promise.race([answer, new Promise<never>((_resolve, reject) => setTimeout(() => reject(new Error('no answer in time')), patienceMs))]);
}

function isRefusal(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'permission-denied';
}
