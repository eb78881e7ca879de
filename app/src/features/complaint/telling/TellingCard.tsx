import { useState } from 'react';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import type { StaffCommandType } from '@shouwen/domain/complaint/command';
import { mayOpenContact } from '@shouwen/domain/complaint/relation';
import { isPending, type Message } from '@shouwen/domain/outreach/message';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { useMessageWording } from '../../../parts/telling/message-wording.ts';
import { tellAgain, useCustomerMessages } from '../../../records/customer-messages.ts';
import { Button } from '../../../ui/action/Button.tsx';
import { ButtonRow } from '../../../ui/action/ButtonRow.tsx';
import { Card } from '../../../ui/card/Card.tsx';
import { List } from '../../../ui/card/List.tsx';
import { Notice } from '../../../ui/telling/Notice.tsx';
import { OptOutSwitch } from './OptOutSwitch.tsx';
import { StatusLink } from '../StatusLink.tsx';

interface Props {
  complaint: Complaint;
  staff: Staff;
  allowed: readonly StaffCommandType[];
  onCommand: (type: StaffCommandType) => void;
}

/** TEL-1: how the customer was told and whether it arrived; where they are told by nobody but staff, what is to be given to them. */
export function TellingCard({ complaint, staff, allowed, onCommand }: Props) {
  const { t } = useTranslation('messages');
  const [isLinkShown, setLinkShown] = useState(false);
  const list = useCustomerMessages(complaint.id);
  const messages = list.status === 'here' ? list.values : [];
  const unarrived = unarrivedOf(messages);
  return (
    <Card title={t('heading')}>
      <p className="small-print">{t(messages.length === 0 ? 'none' : 'sent')}</p>
      <MessageList messages={messages} />
      {unarrived && <p className="warning-text">{t('oral', { number: complaint.number })}</p>}
      {mayOpenContact(staff.role) && (
        <>
          {unarrived && <SendAgain key={unarrived.id} message={unarrived} />}
          <ButtonRow>
            {allowed.includes('contactAttempt') && <Button onClick={() => onCommand('contactAttempt')}>{t('call')}</Button>}
            <Button onClick={() => setLinkShown(true)}>{t('link')}</Button>
          </ButtonRow>
          <OptOutSwitch complaintId={complaint.id} />
        </>
      )}
      {isLinkShown && <StatusLink complaintId={complaint.id} ownToken={null} onClose={() => setLinkShown(false)} />}
    </Card>
  );
}

/** What was sent last and did not arrive, while nothing newer of its kind is on the way; what is over or told by a newer one misses nobody. */
function unarrivedOf([latest]: readonly Message[]): Message | null {
  if (!latest || isPending(latest)) return null;
  const isMissed = latest.state === 'failed' || latest.state === 'expired';
  return isMissed || (latest.state === 'skipped' && latest.reason !== 'over' && latest.reason !== 'superseded') ? latest : null;
}

function MessageList({ messages }: { messages: readonly Message[] }) {
  const wording = useMessageWording();
  if (messages.length === 0) return null;
  return (
    <List>
      {messages.map((message) => (
        <li key={message.id}>{wording(message)}</li>
      ))}
    </List>
  );
}

function SendAgain({ message: { complaintId, id } }: { message: Message }) {
  const { t } = useTranslation('messages');
  const [asked, setAsked] = useState<'no' | 'asking' | 'asked' | 'refused' | 'unreachable'>('no');
  const ask = (): void => {
    setAsked('asking');
    void tellAgain(complaintId, id).then(setAsked);
  };
  return (
    <>
      {asked === 'asked' && <Notice tone="success">{t('againDone')}</Notice>}
      {asked === 'refused' && <Notice tone="warning">{t('againRefused')}</Notice>}
      {asked === 'unreachable' && <Notice tone="danger">{t('failed')}</Notice>}
      {asked !== 'asked' && (
        <ButtonRow>
          <Button disabled={asked === 'asking'} onClick={ask}>
            {t('again')}
          </Button>
        </ButtonRow>
      )}
    </>
  );
}
