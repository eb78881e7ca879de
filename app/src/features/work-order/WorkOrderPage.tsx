import '../../i18n/later-texts.ts';
import { complaintFromRecording } from '@shouwen/domain/complaint/complaint';
import { mayOpenContact } from '@shouwen/domain/complaint/relation';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { useLanguage } from '../../platform/device/language.ts';
import { useLiveComplaint } from '../../records/live-complaint.ts';
import { useShownLink } from '../../records/shown-link.ts';
import { useOpenedContact } from '../../records/opened-contact.ts';
import { unsentComplaint } from '../../platform/outbox/complaint-content.ts';
import { usePendingFor } from '../../platform/outbox/outbox.ts';
import { useReference } from '../../platform/reference/reference.ts';
import { useSession } from '../../platform/session/session.ts';
import { AppPage } from '../../frame/AppPage.tsx';
import { HeaderRow } from '../../frame/HeaderRow.tsx';
import { Unreadable } from '../../parts/Unreadable.tsx';
import { Blank } from '../../ui/telling/Blank.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { Loading } from '../../frame/Loading.tsx';
import { Segments } from '../../ui/action/Segments.tsx';
import { type Copy, copies } from './copy.ts';
import { WorkOrderSheet } from './WorkOrderSheet.tsx';
import { IconButton } from '../../ui/action/IconButton.tsx';
import './WorkOrderPage.css';

const panelId = 'work-order-copy';

/** The complaint handling work order (WO-1): seen as it will lie on paper, printed or saved as PDF by the browser. */
export function WorkOrderPage() {
  const { id = '' } = useParams();
  const session = useSession();
  return session && <WorkOrderOf key={id} id={id} staff={session.staff} />;
}

function WorkOrderOf({ id, staff }: { id: string; staff: Staff }) {
  const { t } = useTranslation(['workOrder', 'complaint', 'shell']);
  const language = useLanguage();
  const reference = useReference();
  const live = useLiveComplaint(id);
  const unsent =
    usePendingFor('complaints', id)
      .map(unsentComplaint)
      .find((complaint) => complaint !== null) ?? null;
  const [copy, setCopy] = useState<Copy>('customer');
  const { opened, open } = useOpenedContact(id, staff.uid);
  const { shown, show } = useShownLink(id, unsent?.contact.token ?? null);
  const here = live.status === 'here' ? live : unsent && { aggregate: complaintFromRecording(unsent.recording, unsent.audience), journal: [] };
  const contact = unsent?.contact ?? (opened.status === 'open' ? opened.contact : null);
  return (
    <AppPage
      title={t('title')}
      backTo={`/complaint/${id}`}
      actions={here && <IconButton icon="print" label={t('print')} onClick={() => window.print()} />}
      header={
        <HeaderRow>
          <Segments
            label={t('copy.label')}
            controls={panelId}
            segments={copies.map((name) => ({ name, text: t(`copy.${name}`) }))}
            chosen={copy}
            onChoose={setCopy}
          />
        </HeaderRow>
      }
    >
      {!here && live.status === 'loading' && <Loading rows={4} />}
      {!here && live.status === 'absent' && <Blank icon="search" title={t('complaint:absent.title')} text={t('complaint:absent.text')} />}
      {!here && live.status === 'unreachable' && <Blank icon="offline" title={t('complaint:unavailable.title')} text={t('complaint:unavailable.text')} />}
      {!here && live.status === 'unreadable' && <Unreadable />}
      {here && (
        <div className="work-order" id={panelId} role="tabpanel" aria-labelledby={`${panelId}-${copy}`}>
          {copy === 'internal' && !contact && mayOpenContact(staff.role) && (
            <Notice tone="info" action={t('complaint:contact.show')} onAction={open}>
              {t('toShow')}
            </Notice>
          )}
          {mayOpenContact(staff.role) && shown.status !== 'shown' && (
            <Notice tone="info" action={t('addLink')} onAction={show}>
              {t('toLink')}
            </Notice>
          )}
          {[opened.status, shown.status].includes('unreachable') && <Notice tone="danger">{t('complaint:contact.failure')}</Notice>}
          {[opened.status, shown.status].includes('refused') && <Notice tone="danger">{t('complaint:contact.refused')}</Notice>}
          {opened.status === 'tooMany' && <Notice tone="danger">{t('complaint:contact.tooMany')}</Notice>}
          <WorkOrderSheet
            key={JSON.stringify([copy, here.aggregate.seq, here.journal.length, contact !== null, shown.status, language, reference !== null])}
            complaint={here.aggregate}
            journal={here.journal}
            copy={copy}
            contact={copy === 'internal' ? contact : null}
            link={shown.status === 'shown' ? shown.link : null}
          />
        </div>
      )}
    </AppPage>
  );
}
