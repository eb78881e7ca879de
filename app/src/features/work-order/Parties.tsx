import type { Complaint } from '@shouwen/domain/complaint/complaint';
import type { OpenedContact } from '@shouwen/domain/complaint/intake/recording';
import type { Pack } from '@shouwen/domain/policy/pack';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../platform/device/language.ts';
import { useConcernedWording } from '../../parts/concerned/concerned-wording.ts';
import { named } from '../../platform/reference/named.ts';
import { regionName, unitName } from '../../platform/reference/reference.ts';

interface Props {
  complaint: Complaint;
  contact: OpenedContact | null;
  pack: Pack | null;
}

/** Who is concerned, the customer only as far as they have been opened (RET-2). */
export function Parties({ complaint, contact, pack }: Props) {
  const { t } = useTranslation(['workOrder', 'complaint']);
  const language = useLanguage();
  const nameIn = (kind: 'tier' | 'channel', list: Pack['tiers'] | Pack['channels'] | undefined, id: string): string =>
    named(kind, list?.find((entry) => entry.id === id)?.name, language);
  const wording = useConcernedWording();
  const concerned = complaint.concernedMasked;
  const handlingUnit = complaint.handlingUnitId === null ? '' : unitName(complaint.handlingUnitId);
  const cells = [
    [t('party.customer'), contact?.name ?? complaint.contactMasked.name],
    [t('party.phone'), contact?.phone ?? complaint.contactMasked.phone],
    [t('party.tier'), nameIn('tier', pack?.tiers, complaint.tier)],
    [t('party.channel'), nameIn('channel', pack?.channels, complaint.channel)],
    [t('party.homeRegion'), complaint.homeRegion === null ? t('complaint:fact.unknownRegion') : regionName(complaint.homeRegion)],
    [t('complaint:concerned.about'), concerned && wording(concerned)],
    [t('party.mailItem'), complaint.mailItem ?? ''],
    [t('party.address'), contact?.address ?? ''],
    [t('party.owner'), `${complaint.ownerName} · ${unitName(complaint.receivingUnitId)}`],
    [t('complaint:fact.recordedIn'), complaint.recordedInUnitId === complaint.receivingUnitId ? '' : unitName(complaint.recordedInUnitId)],
    [t('party.handler'), [complaint.handlerName ?? t('complaint:nobody'), handlingUnit].filter((part) => part !== '').join(' · ')],
  ].filter(([, value]) => value !== '' && value !== null);
  return (
    <dl className="sheet-parties">
      {cells.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
