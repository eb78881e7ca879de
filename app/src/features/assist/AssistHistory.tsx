import type { Assist } from '@shouwen/domain/assist/assist';
import { machineMoment } from '@shouwen/domain/kernel/moment';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { useRefusalSentence } from '../../parts/refusal-sentence.ts';
import { unitName } from '../../platform/reference/reference.ts';
import { Card } from '../../ui/card/Card.tsx';
import { List } from '../../ui/card/List.tsx';
import type { AssistDeed } from './assist-view.ts';

const commands = ['accept', 'return', 'answer', 'chase', 'readdress', 'arbitrate', 'close', 'cancel'] as const;
const ofProduct = ['receive', 'stepDue', 'letGo'] as const;

/** Everything that happened to an assist, by whom and when; what is not confirmed yet says so. */
export function AssistHistory({ assist, deeds }: { assist: Assist; deeds: readonly AssistDeed[] }) {
  const { t } = useTranslation('assist');
  const format = useFormat();
  const askedAtMs = assist.capturedAtMs + assist.clockOffsetMs;
  return (
    <Card title={t('history.heading')}>
      <List isOrdered isSpaced>
        <li>
          <p>
            <strong>{t('deed.requested')}</strong>
          </p>
          <p className="small-print">
            {`${assist.requesterName} · ${unitName(assist.requesterUnitId)} · `}
            <time dateTime={machineMoment(askedAtMs)}>{format.moment(askedAtMs)}</time>
          </p>
        </li>
        {deeds.map((deed) => (
          <Deed key={deed.id} deed={deed} />
        ))}
      </List>
    </Card>
  );
}

function Deed({ deed: { type, payload, actorName, unitId, isOurs, atMs, outcome, code } }: { deed: AssistDeed }) {
  const { t } = useTranslation('assist');
  const format = useFormat();
  const sentence = useRefusalSentence();
  const command = commands.find((known) => known === type);
  const own = ofProduct.find((known) => known === type);
  const said = payload['text'] ?? payload['reason'];
  const actor = isOurs ? t('history.system') : [actorName, unitId && unitName(unitId)].filter(Boolean).join(' · ');
  return (
    <li>
      <p>
        <strong>{command ? t(`command.${command}`) : own ? t(`deed.${own}`) : type}</strong>
      </p>
      {typeof said === 'string' && said !== '' && <p>{said}</p>}
      <p className="small-print">
        {actor !== '' && `${actor} · `}
        <time dateTime={machineMoment(atMs)}>{format.moment(atMs)}</time>
      </p>
      {outcome === 'pending' && <p className="warning-text">{t('history.pending')}</p>}
      {outcome === 'refused' && <p className="danger-text">{t('history.refused', { reason: sentence(code) })}</p>}
    </li>
  );
}
