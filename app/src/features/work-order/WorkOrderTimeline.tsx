import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import type { JournalEntry } from '../../records/live-aggregate.ts';
import { unitName } from '../../platform/reference/reference.ts';
import { useEntryWording } from '../../parts/entry-wording.ts';
import { condensed } from './density.ts';

interface Step {
  id: string;
  type: string;
  payload: Record<string, unknown>;
  who: string;
  atMs: number;
}

interface Props {
  complaint: Complaint;
  journal: readonly JournalEntry[];
  most: number;
}

/** What was done, a line each, as far as it took effect; answers stand in full below and are not said twice. */
export function WorkOrderTimeline({ complaint, journal, most }: Props) {
  const { t } = useTranslation('workOrder');
  const { first, left, last } = condensed(useTimelineLines(complaint, journal), most);
  return (
    <ol className="sheet-steps">
      {first.map((step) => (
        <TimelineLine key={step.id} step={step} />
      ))}
      {left > 0 && <li className="sheet-quiet">{t('left', { count: left })}</li>}
      {last.map((step) => (
        <TimelineLine key={step.id} step={step} />
      ))}
    </ol>
  );
}

function TimelineLine({ step }: { step: Step }) {
  const format = useFormat();
  const { title, details } = useEntryWording()(step);
  return (
    <li>
      {format.moment(step.atMs)} <b>{title}</b> {step.who} {step.type === 'answer' ? '' : details.join(' · ')}
    </li>
  );
}

function useTimelineLines(complaint: Complaint, journal: readonly JournalEntry[]): Step[] {
  const { t } = useTranslation('complaint');
  const recorded: Step = {
    id: 'recorded',
    type: 'recorded',
    payload: {},
    who: `${complaint.ownerName} ${unitName(complaint.recordedInUnitId)}`,
    atMs: complaint.capturedAtMs + complaint.clockOffsetMs,
  };
  const applied = journal.filter((entry) => entry.outcome === 'applied');
  const steps = applied.map(({ id, type, payload, actor, capturedAtMs, clockOffsetMs }) => ({
    id,
    type,
    payload,
    atMs: capturedAtMs + clockOffsetMs,
    who: actor.kind === 'staff' ? [actor.name, actor.unitId === null ? null : unitName(actor.unitId)].filter((part) => part !== null).join(' ') : t(actor.kind),
  }));
  return [recorded, ...steps];
}
