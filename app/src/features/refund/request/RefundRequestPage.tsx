import '../../../i18n/later-texts.ts';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { useLiveComplaint } from '../../../records/live-complaint.ts';
import { type Reference, useReference } from '../../../platform/reference/reference.ts';
import { useSession } from '../../../platform/session/session.ts';
import { AppPage } from '../../../frame/AppPage.tsx';
import { Unreadable } from '../../../parts/Unreadable.tsx';
import { Blank } from '../../../ui/telling/Blank.tsx';
import { Loading } from '../../../frame/Loading.tsx';
import { RequestForm } from './RequestForm.tsx';
import { useRefundDraft } from './use-refund-draft.ts';

/** Asking for a refund of a complaint whose cause is confirmed (REF-1). */
export function RefundRequestPage() {
  const { id = '' } = useParams();
  const session = useSession();
  return session && <RequestOf key={id} complaintId={id} staff={session.staff} />;
}

function RequestOf({ complaintId, staff }: { complaintId: string; staff: Staff }) {
  const { t } = useTranslation(['refund', 'complaint', 'shell']);
  const live = useLiveComplaint(complaintId);
  const reference = useReference();
  const isHere = live.status === 'here' && reference !== null;
  return (
    <AppPage title={t('request.title')} backTo={`/complaint/${complaintId}`}>
      {(live.status === 'loading' || (live.status === 'here' && !isHere)) && <Loading rows={4} />}
      {live.status === 'absent' && <Blank icon="search" title={t('complaint:absent.title')} text={t('complaint:absent.text')} />}
      {live.status === 'unreachable' && <Blank icon="offline" title={t('complaint:unavailable.title')} text={t('complaint:unavailable.text')} />}
      {live.status === 'unreadable' && <Unreadable />}
      {isHere && live.aggregate.cause === null && <Blank icon="warning" title={t('request.noCause.title')} text={t('request.noCause.text')} />}
      {isHere && live.aggregate.cause !== null && <KeptForm complaint={live.aggregate} staff={staff} reference={reference} />}
    </AppPage>
  );
}

function KeptForm({ complaint, staff, reference }: { complaint: Complaint; staff: Staff; reference: Reference }) {
  const draft = useRefundDraft(staff.uid, complaint.id);
  return draft ? <RequestForm complaint={complaint} staff={staff} reference={reference} draft={draft} /> : <Loading rows={4} />;
}
