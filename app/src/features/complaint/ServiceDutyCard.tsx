import '../../i18n/later-texts.ts';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { isBillAbnormal } from '@shouwen/domain/complaint/time/service-duty';
import type { Pack } from '@shouwen/domain/policy/pack';
import { dutyKindOf, type ServiceDuties } from '@shouwen/domain/policy/service-duties';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { inLanguage, useLanguage } from '../../platform/device/language.ts';
import { Card } from '../../ui/card/Card.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';

interface Props {
  complaint: Complaint;
  pack: Pack | null;
  nowMs: number;
}

/** What law wants done besides an answer, by when, and on what it rests (Telecom Regulations 32–34). */
export function ServiceDutyCard({ complaint, pack, nowMs }: Props) {
  const { t } = useTranslation('particulars');
  const reader = useLanguage();
  const duties = pack?.duties ?? null;
  const kind = duties && dutyKindOf(complaint.category, { duties });
  if (duties === null || kind === null) return null;
  const about = { complaint, duties, nowMs };
  return (
    <Card title={t('duty.heading')}>
      {kind === 'lineRepair' && <LineRepair {...about} />}
      {kind === 'restoration' && <Restoration {...about} />}
      {kind === 'abnormalBill' && <AbnormalBill {...about} />}
      <p className="small-print">{inLanguage(duties[kind].basis, reader)}</p>
    </Card>
  );
}

interface About {
  complaint: Complaint;
  duties: ServiceDuties;
  nowMs: number;
}

/** Once it has been answered the record says what was done. */
function isOver({ open, state, clocks }: Complaint, nowMs: number): boolean {
  const dueAtMs = clocks?.dutyDueAtMs ?? null;
  return open && state !== 'answered' && dueAtMs !== null && nowMs > dueAtMs;
}

function LineRepair({ complaint, duties: { lineRepair }, nowMs }: About) {
  const { t } = useTranslation('particulars');
  const format = useFormat();
  const { clocks, particulars } = complaint;
  const place = particulars?.place ?? 'unknown';
  const hours = place === 'rural' ? lineRepair.ruralHours : lineRepair.urbanHours;
  const dueAtMs = clocks?.dutyDueAtMs ?? null;
  if (dueAtMs === null) return null;
  const words = { moment: format.moment(dueAtMs), place: t(`duty.placeOf.${place}`, { hours }) };
  return isOver(complaint, nowMs) ? <Notice tone="danger">{t('duty.repairOver', words)}</Notice> : <p>{t('duty.repair', words)}</p>;
}

function Restoration({ complaint, duties: { restoration }, nowMs }: About) {
  const { t } = useTranslation('particulars');
  const format = useFormat();
  const dueAtMs = complaint.clocks?.dutyDueAtMs ?? null;
  if (dueAtMs === null) return <Notice tone="warning">{t('duty.restoreUnknown', { hours: restoration.hours })}</Notice>;
  const words = { moment: format.moment(dueAtMs), hours: restoration.hours };
  return isOver(complaint, nowMs) ? <Notice tone="danger">{t('duty.restoreOver', words)}</Notice> : <p>{t('duty.restore', words)}</p>;
}

function AbnormalBill({ complaint, duties }: About) {
  const { t } = useTranslation('particulars');
  const format = useFormat();
  const { factor } = duties.abnormalBill;
  const isAbnormal = isBillAbnormal(complaint, { duties });
  const [now = 0, ...before] = complaint.particulars?.billsFen ?? [];
  if (isAbnormal === null) return <Notice tone="warning">{t('duty.billsUnknown', { factor })}</Notice>;
  const mean = Math.round(before.reduce((sum, fen) => sum + fen, 0) / before.length);
  const words = { now: format.money(now), mean: format.money(mean), factor };
  return isAbnormal ? <Notice tone="danger">{t('duty.abnormal', words)}</Notice> : <p>{t('duty.usual', words)}</p>;
}
