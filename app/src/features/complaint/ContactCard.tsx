import { useState } from 'react';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import type { Contact, OpenedContact } from '@shouwen/domain/complaint/intake/recording';
import { mayOpenContact } from '@shouwen/domain/complaint/relation';
import { dialledPhone } from '@shouwen/domain/customer/phone-number';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Pack } from '@shouwen/domain/policy/pack';
import { useTranslation } from 'react-i18next';
import { type ContactOpening, useOpenedContact } from '../../records/opened-contact.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { isQuiet } from '@shouwen/domain/calendar/quiet-hours';
import { ConcernedNumber } from './ConcernedNumber.tsx';
import { StatusLink } from './StatusLink.tsx';
import { Button } from '../../ui/action/Button.tsx';
import { ButtonRow } from '../../ui/action/ButtonRow.tsx';
import { CallLink } from '../../ui/action/ButtonLink.tsx';
import { Card } from '../../ui/card/Card.tsx';

interface Props {
  complaint: Complaint;
  /** The contact as this phone recorded it, while it has not been sent. */
  ownContact: Contact | null;
  isSent: boolean;
  staff: Staff;
  pack: Pack | null;
  nowMs: number;
}

/** The customer: masked until someone who may opens it, which goes on record (RET-2). */
export function ContactCard({ complaint, ownContact, isSent, staff, pack, nowMs }: Props) {
  const { t } = useTranslation('complaint');
  const { opened, open } = useOpenedContact(complaint.id, staff.uid);
  const contact = ownContact ?? (opened.status === 'open' ? opened.contact : null);
  const quietHours = pack?.clocks.quietHours;
  return (
    <Card title={t('contact.heading')}>
      {contact ? (
        <OpenContact complaintId={complaint.id} contact={contact} ownToken={ownContact?.token ?? null} />
      ) : (
        <>
          <p>
            {complaint.contactMasked.name} <span className="number">{complaint.contactMasked.phone}</span>
          </p>
          <MaskedContact status={opened.status} mayOpen={mayOpenContact(staff.role)} onOpen={open} />
        </>
      )}
      <ConcernedNumber complaint={complaint} contact={contact} staff={staff} isSent={isSent} />
      {contact && quietHours && isQuiet(nowMs, quietHours) && <Notice tone="warning">{t('contact.quiet', quietHours)}</Notice>}
    </Card>
  );
}

function OpenContact({ complaintId, contact, ownToken }: { complaintId: string; contact: OpenedContact; ownToken: string | null }) {
  const { t } = useTranslation('complaint');
  const [isLinkShown, setLinkShown] = useState(false);
  return (
    <>
      <p>
        {contact.name} <span className="number">{contact.phone}</span>
      </p>
      {contact.address !== '' && (
        <p>
          {t('contact.address')}: {contact.address}
        </p>
      )}
      {contact.phone === '' && <p>{t('contact.noNumber')}</p>}
      {ownToken === null && <p className="small-print">{t('contact.opened')}</p>}
      <ButtonRow>
        {contact.phone !== '' && (
          <CallLink phone={dialledPhone(contact.phone)}>
            <Icon name="phone" size={20} />
            {t('contact.call', { phone: contact.phone })}
          </CallLink>
        )}
        <Button onClick={() => setLinkShown(true)}>{t('contact.link')}</Button>
      </ButtonRow>
      {isLinkShown && <StatusLink complaintId={complaintId} ownToken={ownToken} onClose={() => setLinkShown(false)} />}
    </>
  );
}

function MaskedContact({ status, mayOpen, onOpen }: { status: ContactOpening['status']; mayOpen: boolean; onOpen: () => void }) {
  const { t } = useTranslation('complaint');
  if (!mayOpen) return <p className="small-print">{t('contact.notForRole')}</p>;
  return (
    <>
      <ButtonRow>
        <Button disabled={status === 'opening'} onClick={onOpen}>
          {t('contact.show')}
        </Button>
        <span className="small-print">{t('contact.onRecord')}</span>
      </ButtonRow>
      {status === 'unreachable' && <Notice tone="danger">{t('contact.failure')}</Notice>}
      {status === 'tooMany' && <Notice tone="danger">{t('contact.tooMany')}</Notice>}
      {status === 'refused' && <Notice tone="danger">{t('contact.refused')}</Notice>}
    </>
  );
}
