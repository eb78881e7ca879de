import { type KeptForm, useDraft } from '../../../platform/drafts/use-draft.ts';
import type { RefundDraft } from './refund-form.ts';

/** What lies on the phone: what was typed, and under which id it is or was asked for. */
interface KeptRequest {
  /** Stays the same for every try, so that money is asked for once (REF-8). */
  refundId: string;
  /** True once it may have arrived: then its outcome is what the page waits for. */
  isSent: boolean;
  typed: RefundDraft;
}

export interface RefundDraftSession extends KeptRequest, Pick<KeptForm<KeptRequest>, 'wasKept' | 'kept' | 'forget'> {
  change: (part: RefundDraft) => void;
  markSent: () => Promise<void>;
  /** What was sent came to nothing: the same words, to be asked for under a new id. */
  renew: () => void;
}

/** A request being typed about a complaint, kept until the server has taken it in; null until what was kept has been read. */
export function useRefundDraft(uid: string, complaintId: string): RefundDraftSession | null {
  const form = useDraft<KeptRequest>(uid, { form: 'refund', id: `refund/${complaintId}` }, () => newRequest({}));
  if (form === null) return null;
  const { content, wasKept, kept, change, forget } = form;
  return {
    ...content,
    wasKept,
    kept,
    change: (part) => void change((request) => ({ ...request, typed: { ...request.typed, ...part } })),
    markSent: () => change((request) => ({ ...request, isSent: true })),
    renew: () => void change(({ typed }) => newRequest(typed)),
    forget,
  };
}

function newRequest(typed: RefundDraft): KeptRequest {
  return { refundId: crypto.randomUUID(), isSent: false, typed };
}
