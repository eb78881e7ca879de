import type { ReactNode } from 'react';
import { checkMailItem } from '@shouwen/domain/complaint/intake/mail-item';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import type { Bilingual } from '@shouwen/domain/kernel/bilingual';
import type { Pack } from '@shouwen/domain/policy/pack';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { useLanguage } from '../../platform/device/language.ts';
import { named } from '../../platform/reference/named.ts';
import { regionName, unitName } from '../../platform/reference/reference.ts';
import { Card } from '../../ui/card/Card.tsx';
import { Facts } from '../../ui/card/Facts.tsx';
import { List } from '../../ui/card/List.tsx';
import './ComplaintFacts.css';

interface Props {
  complaint: Complaint;
  pack: Pack | null;
}

interface Named {
  id: string;
  name: Bilingual;
}

/** What happened, what is asked for, who is concerned. */
export function ComplaintFactsCard({ complaint, pack }: Props) {
  const { t } = useTranslation(['complaint', 'vocabulary']);
  const format = useFormat();
  const language = useLanguage();
  const nameIn = (kind: 'tier' | 'channel' | 'service', list: readonly Named[] | undefined, id: string): string =>
    named(kind, list?.find((entry) => entry.id === id)?.name, language);
  return (
    <Card label={t('fact.heading')}>
      <h2>{t('fact.what')}</h2>
      <p className="told">{complaint.what}</p>
      <h2>{t('fact.asks')}</h2>
      <List className="asks">
        {complaint.asks.map((ask) => (
          <li key={ask}>{t(`vocabulary:ask.${ask}`)}</li>
        ))}
      </List>
      <Facts>
        <Fact name={t('fact.handler')}>{handlerText(complaint, t('nobody'))}</Fact>
        <Fact name={t('fact.owner')}>
          {complaint.ownerName} · {unitName(complaint.receivingUnitId)}
        </Fact>
        {complaint.recordedInUnitId !== complaint.receivingUnitId && <Fact name={t('fact.recordedIn')}>{unitName(complaint.recordedInUnitId)}</Fact>}
        <Fact name={t('fact.homeRegion')}>{complaint.homeRegion === null ? t('fact.unknownRegion') : regionName(complaint.homeRegion)}</Fact>
        <Fact name={t('fact.tier')}>{nameIn('tier', pack?.tiers, complaint.tier)}</Fact>
        <Fact name={t('fact.channel')}>{nameIn('channel', pack?.channels, complaint.channel)}</Fact>
        {complaint.urgency !== null && <Fact name={t('fact.urgency')}>{t(`vocabulary:urgency.${complaint.urgency}`)}</Fact>}
        <MailItem complaint={complaint} service={complaint.mailService === null ? null : nameIn('service', pack?.mailServices, complaint.mailService)} />
        <Fact name={t('fact.occurredAt')}>{format.moment(complaint.occurredAtMs)}</Fact>
        <Fact name={t('fact.recordedAt')}>{format.moment(complaint.capturedAtMs + complaint.clockOffsetMs)}</Fact>
        {complaint.bounceCount > 0 && (
          <Fact name={t('fact.bounces')}>
            {t('fact.bounceCount', { count: complaint.bounceCount })}
            {complaint.flags.includes('passed-around') && ` · ${t('fact.passedAround')}`}
          </Fact>
        )}
        {complaint.chaseCount > 0 && <Fact name={t('fact.chases')}>{t('fact.bounceCount', { count: complaint.chaseCount })}</Fact>}
        {complaint.reopenCount > 0 && <Fact name={t('fact.reopened')}>{t('fact.bounceCount', { count: complaint.reopenCount })}</Fact>}
      </Facts>
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** PST-1: a number that cannot be right is warned of, never hidden. */
function MailItem({ complaint: { mailItem }, service }: { complaint: Complaint; service: string | null }) {
  const { t } = useTranslation('complaint');
  return (
    <>
      {mailItem !== null && (
        <Fact name={t('fact.mailItem')}>
          <span className="number">{mailItem}</span>
          {isDoubtful(mailItem) && <span className="warning-text"> {t('fact.mailItemNotChecked')}</span>}
        </Fact>
      )}
      {service !== null && <Fact name={t('fact.mailService')}>{service}</Fact>}
    </>
  );
}

function handlerText({ handlerName, handlingUnitId }: Complaint, nobody: string): string {
  const unit = handlingUnitId === null ? null : unitName(handlingUnitId);
  return [handlerName ?? nobody, unit].filter((part) => part !== null).join(' · ');
}

/** A number of the post with a slip in it; one of a courier or one that was never known in full is taken as it is. */
function isDoubtful(mailItem: string): boolean {
  return !['valid', 'domestic', 'notS10', 'unfinished'].includes(checkMailItem(mailItem).kind);
}
