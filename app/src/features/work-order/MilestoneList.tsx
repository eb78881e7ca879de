import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { unitName } from '../../platform/reference/reference.ts';

/** How far it got and which unit had it: what the customer's page tells as well, and no word that was written for colleagues. */
export function MilestoneList({ complaint: { milestones } }: { complaint: Complaint }) {
  const { t } = useTranslation('workOrder');
  const format = useFormat();
  return (
    <ol className="sheet-steps">
      {milestones.map(({ stage, atMs, unitId }) => (
        <li key={`${stage}-${atMs}`}>
          {format.moment(atMs)} <b>{t(`stage.${stage}`)}</b> {unitId === null ? '' : unitName(unitId)}
        </li>
      ))}
    </ol>
  );
}
