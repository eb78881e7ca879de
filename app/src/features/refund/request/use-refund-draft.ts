import { useEffect, useRef, useState } from 'react';
import { forgetForm, keepForm, keptForm } from '../../../platform/drafts/form-draft.ts';
import type { RefundDraft } from './refund-form.ts';

/** What lies on the phone: what was typed, and under which id it is or was asked for. */
interface KeptRequest {
  /** Stays the same for every try, so that money is asked for once (REF-8). */
  refundId: string;
  /** True once it may have arrived: then its outcome is what the page waits for. */
  isSent: boolean;
  typed: RefundDraft;
}

export interface RefundDraftSession extends KeptRequest {
  wasKept: boolean;
  /** `failed` where the phone could not write it down. */
  kept: 'untouched' | 'kept' | 'failed';
  change: (part: RefundDraft) => void;
  markSent: () => Promise<void>;
  /** What was sent came to nothing: the same words, to be asked for under a new id. */
  renew: () => void;
  forget: () => void;
}

/** A request being typed about a complaint, kept until the server has taken it in; null until what was kept has been read. */
export function useRefundDraft(uid: string, complaintId: string): RefundDraftSession | null {
  const name = `refund/${complaintId}`;
  const [request, setRequest] = useState<(KeptRequest & { wasKept: boolean }) | null>(null);
  const [kept, setKept] = useState<RefundDraftSession['kept']>('untouched');
  const latest = useRef<KeptRequest | null>(null);
  const writing = useRef(Promise.resolve());

  useEffect(() => {
    let isOver = false;
    const start = (found: KeptRequest | null): void => {
      if (isOver) return;
      latest.current = found ?? newRequest({});
      setRequest({ ...latest.current, wasKept: found !== null });
    };
    keptForm<KeptRequest>(uid, name).then(start, () => start(null));
    return () => {
      isOver = true;
    };
  }, [uid, name]);

  if (request === null) return null;
  const put = (next: KeptRequest): Promise<void> => {
    latest.current = next;
    setRequest({ ...next, wasKept: request.wasKept });
    writing.current = writing.current.then(() =>
      keepForm(uid, name, next).then(
        () => setKept('kept'),
        () => setKept('failed'),
      ),
    );
    return writing.current;
  };
  const current = (): KeptRequest => latest.current ?? request;
  return {
    ...request,
    kept,
    change: (part) => void put({ ...current(), typed: { ...current().typed, ...part } }),
    markSent: () => put({ ...current(), isSent: true }),
    renew: () => void put(newRequest(current().typed)),
    forget: () => {
      latest.current = newRequest({});
      setRequest({ ...latest.current, wasKept: false });
      writing.current = writing.current.then(() => forgetForm(name)).catch(() => undefined);
      setKept('untouched');
    },
  };
}

function newRequest(typed: RefundDraft): KeptRequest {
  return { refundId: crypto.randomUUID(), isSent: false, typed };
}
