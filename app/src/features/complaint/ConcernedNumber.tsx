import { useState } from 'react';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import type { OpenedContact } from '@shouwen/domain/complaint/intake/recording';
import { maskConcerned } from '@shouwen/domain/customer/concerned-number';
import { mayCorrectConcerned } from '@shouwen/domain/complaint/view/allowed-commands';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { useConcernedWording } from '../../parts/concerned/concerned-wording.ts';
import { Button } from '../../ui/action/Button.tsx';
import { ButtonRow } from '../../ui/action/ButtonRow.tsx';
import { CorrectConcerned } from './CorrectConcerned.tsx';

interface Props {
  complaint: Complaint;
  /** Where it is open: the number in full. */
  contact: OpenedContact | null;
  staff: Staff;
  /** What has not been sent is corrected by recording it anew. */
  isSent: boolean;
}

/** REC-2: the number that it is about, where that is not the one to call, and the way to put it right. */
export function ConcernedNumber({ complaint, contact, staff, isSent }: Props) {
  const { t } = useTranslation('complaint');
  const wording = useConcernedWording();
  const [isCorrecting, setCorrecting] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const masked = complaint.concernedMasked;
  // A contact that was opened before a correction holds the number of then.
  const isOpen = contact !== null && masked !== null && maskConcerned(contact.concerned) === masked.number;
  const shown = isOpen ? { ...masked, number: contact.concerned } : masked;
  return (
    <>
      {shown !== null && (
        <p>
          {t('concerned.about')} {wording(shown)}
        </p>
      )}
      {isSaved && <p role="status">{t('concerned.saved')}</p>}
      {isSent && mayCorrectConcerned(complaint, { kind: 'staff', staff }) && (
        <ButtonRow>
          <Button onClick={() => setCorrecting(true)}>{t('concerned.correct')}</Button>
        </ButtonRow>
      )}
      {isCorrecting && (
        <CorrectConcerned
          complaint={complaint}
          uid={staff.uid}
          onClose={() => setCorrecting(false)}
          onDone={() => {
            setCorrecting(false);
            setSaved(true);
          }}
        />
      )}
    </>
  );
}
