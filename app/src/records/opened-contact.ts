import { useCallback, useEffect, useState } from 'react';
import '../platform/device/schemas-without-eval.ts';
import { z } from 'zod';
import { dayOf } from '@shouwen/domain/calendar/day';
import { type OpenedContact, openedContactSchema } from '@shouwen/domain/complaint/intake/recording';
import { call, CallRefused } from '../platform/callable/callable.ts';
import { nowMs } from '../platform/device/clock.ts';
import { seal, unseal } from '../platform/storage/encryption.ts';
import { withDatabase } from '../platform/storage/local-database.ts';

/** A customer's contact as far as this person has opened it. `refused` and `tooMany` are the server's word, `unreachable` the network's. */
export type ContactOpening = { status: 'masked' | 'opening' | 'unreachable' | 'refused' | 'tooMany' } | { status: 'open'; contact: OpenedContact };

/** Sealed on the phone, so that a customer can be called without a network on the day on which the contact was opened. */
interface KeptContact {
  day: string;
  contact: OpenedContact;
}

const answerSchema = z.object({ contact: openedContactSchema });

/** What was opened today stays open until midnight or sign-out, without a network too; opening it is put on record and counted (RET-2). */
export function useOpenedContact(complaintId: string, uid: string): { opened: ContactOpening; open: () => void } {
  const [opened, setOpened] = useState<ContactOpening>({ status: 'masked' });
  useEffect(() => {
    let isOver = false;
    void keptToday(complaintId, uid).then((contact) => void (isOver || (contact && setOpened({ status: 'open', contact }))));
    return () => {
      isOver = true;
    };
  }, [complaintId, uid]);
  const open = useCallback(() => {
    setOpened({ status: 'opening' });
    openOnRecord(complaintId, uid).then(
      (contact) => setOpened({ status: 'open', contact }),
      (error: unknown) => setOpened({ status: failureOf(error) }),
    );
  }, [complaintId, uid]);
  return { opened, open };
}

async function openOnRecord(complaintId: string, uid: string): Promise<OpenedContact> {
  const { contact } = answerSchema.parse(await call('openContact', { complaintId }));
  // A phone that cannot keep it still shows it.
  await keepToday(complaintId, uid, contact).catch(() => undefined);
  return contact;
}

async function keepToday(complaintId: string, ownerUid: string, contact: OpenedContact): Promise<void> {
  const key = keyOf(ownerUid, complaintId);
  const kept: KeptContact = { day: dayOf(nowMs()), contact };
  const sealed = await seal(kept, { ownerUid, id: key });
  await withDatabase((database) => database.put('customers', { key, ownerUid, sealed }));
}

/** What was kept on another day is taken off the phone as soon as somebody looks. */
async function keptToday(complaintId: string, ownerUid: string): Promise<OpenedContact | null> {
  const key = keyOf(ownerUid, complaintId);
  try {
    const row = await withDatabase((database) => database.get('customers', key));
    if (!row) return null;
    const { day, contact } = (await unseal<KeptContact>(row.sealed, { ownerUid, id: key })).content;
    if (day === dayOf(nowMs())) return openedContactSchema.parse(contact);
    await withDatabase((database) => database.delete('customers', key));
    return null;
  } catch {
    // It can be opened again by hand, which says what is wrong.
    return null;
  }
}

function keyOf(ownerUid: string, complaintId: string): string {
  return `${ownerUid}|contact|${complaintId}`;
}

function failureOf(error: unknown): 'refused' | 'tooMany' | 'unreachable' {
  if (!(error instanceof CallRefused)) return 'unreachable';
  return error.status === 'RESOURCE_EXHAUSTED' ? 'tooMany' : 'refused';
}
