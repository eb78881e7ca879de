import '../../i18n/later-texts.ts';
import { centreRoles } from '@shouwen/domain/outreach/centre-roles';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { AppPage } from '../../frame/AppPage.tsx';
import { Loading } from '../../frame/Loading.tsx';
import { useFormat } from '../../i18n/format.ts';
import { useMessageWording } from '../../parts/telling/message-wording.ts';
import { useSession } from '../../platform/session/session.ts';
import { AppLink } from '../../ui/action/AppLink.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { CardColumn } from '../../ui/card/CardColumn.tsx';
import { List } from '../../ui/card/List.tsx';
import { Blank } from '../../ui/telling/Blank.tsx';
import { useFailedMessages, useLetters } from './centre-messages.ts';
import { CountsCard } from './CountsCard.tsx';
import { PauseCard } from './PauseCard.tsx';

/** What customers were told by message today, what did not arrive, and what they have replied: for those who look after it at the centre (TEL-5). */
export function MessagesPage() {
  const { t } = useTranslation('messages');
  const staff = useSession()?.staff;
  if (!staff) return null;
  return (
    <AppPage title={t('centre.title')} backTo="/workbench">
      {centreRoles.includes(staff.role) ? (
        <CardColumn>
          <p className="small-print">{t('centre.intro')}</p>
          <PauseCard pack={staff.pack} />
          <CountsCard pack={staff.pack} />
          <FailedCard pack={staff.pack} />
          <LettersCard pack={staff.pack} />
        </CardColumn>
      ) : (
        <Blank icon="warning" title={t('centre.notYours.title')} text={t('centre.notYours.text')} />
      )}
    </AppPage>
  );
}

function FailedCard({ pack }: Pick<Staff, 'pack'>) {
  const { t } = useTranslation('messages');
  const wording = useMessageWording();
  const list = useFailedMessages(pack);
  return (
    <Card title={t('centre.failedToday')}>
      {list.status === 'loading' && <Loading rows={2} />}
      {list.status === 'failed' && <p className="warning-text">{t('failed')}</p>}
      {list.status === 'here' && list.values.length === 0 && <p>{t('centre.noneFailed')}</p>}
      {list.status === 'here' && list.values.length > 0 && (
        <List>
          {list.values.map((message) => (
            <li key={message.id}>
              <AppLink to={`/complaint/${message.complaintId}`}>{message.number}</AppLink> · {wording(message)}
            </li>
          ))}
        </List>
      )}
    </Card>
  );
}

function LettersCard({ pack }: Pick<Staff, 'pack'>) {
  const { t } = useTranslation('messages');
  const format = useFormat();
  const list = useLetters(pack);
  return (
    <Card title={t('centre.letters')}>
      <p className="small-print">{t('centre.lettersText')}</p>
      {list.status === 'loading' && <Loading rows={2} />}
      {list.status === 'failed' && <p className="warning-text">{t('failed')}</p>}
      {list.status === 'here' && list.values.length === 0 && <p>{t('centre.noLetters')}</p>}
      {list.status === 'here' && list.values.length > 0 && (
        <List isSpaced>
          {list.values.map(({ id, text, fromMasked, receivedAtMs }) => (
            <li key={id}>
              <span className="number">{fromMasked}</span> · {format.moment(receivedAtMs)}
              <p className="told">{text}</p>
            </li>
          ))}
        </List>
      )}
    </Card>
  );
}
