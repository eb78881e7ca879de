import { useEffect, useState } from 'react';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { checkConnectivity } from '../../../platform/device/connectivity.ts';
import { useLiveRefund } from '../../../records/live-refund.ts';
import { sendRefund } from '../../../records/send-refund.ts';
import type { RefundContent } from './refund-form.ts';
import type { RefundDraftSession } from './use-refund-draft.ts';

const slowAfterMs = 15_000;

/** How far a request has got. `accepted` and `turnedAway` are the server's word; all else is ours. */
export type Sending =
  | { phase: 'editing' | 'sending' | 'checking' | 'slow' | 'accepted' }
  | { phase: 'turnedAway'; code: string }
  | { phase: 'unsent'; why: 'offline' | 'unsure' | 'signInAgain' | 'notAllowed' };

type Unsent = Extract<Sending, { phase: 'unsent' }>;

const whys = { unreachable: 'offline', unsure: 'unsure', signInAgain: 'signInAgain', refused: 'notAllowed' } as const;

/** Sends a request and waits until the server has taken it in or turned it away; also after the app was closed in between. */
export function useSending(draft: RefundDraftSession, complaint: Complaint, staff: Staff) {
  const [isSending, setSending] = useState(false);
  const [unsent, setUnsent] = useState<Unsent | null>(null);
  const [isSlow, setSlow] = useState(false);
  const live = useLiveRefund(draft.isSent ? draft.refundId : null);
  const isWaiting = draft.isSent && (live.status !== 'here' || live.aggregate.state === 'requested');

  useEffect(() => {
    setSlow(false);
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => setSlow(true), slowAfterMs);
    return () => clearTimeout(timer);
  }, [isWaiting]);

  const send = async (content: RefundContent, packVersion: string): Promise<void> => {
    setUnsent(null);
    setSending(true);
    const requester = { requesterUid: staff.uid, requesterName: staff.name, requesterUnitId: staff.unitId };
    const request = { ...content, ...requester, id: draft.refundId, pack: complaint.pack, packVersion, complaintId: complaint.id };
    const created = (await checkConnectivity()) ? await sendRefund(request, staff.audience) : 'unreachable';
    if (created === 'created') await draft.markSent();
    else setUnsent({ phase: 'unsent', why: whys[created] });
    setSending(false);
  };
  return { sending: sendingNow(), send };

  function sendingNow(): Sending {
    if (isSending) return { phase: 'sending' };
    if (unsent) return unsent;
    if (!draft.isSent) return { phase: 'editing' };
    if (isWaiting) return { phase: isSlow ? 'slow' : 'checking' };
    const refund = live.status === 'here' ? live.aggregate : null;
    return refund?.state === 'refused' && refund.refusalCode !== null ? { phase: 'turnedAway', code: refund.refusalCode } : { phase: 'accepted' };
  }
}
