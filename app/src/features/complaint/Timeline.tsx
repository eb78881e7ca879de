import { useTranslation } from 'react-i18next';
import { machineMoment } from '@shouwen/domain/kernel/moment';
import { useFormat } from '../../i18n/format.ts';
import { journalShown } from '../../records/live-aggregate.ts';
import { unitName, useReference } from '../../platform/reference/reference.ts';
import { type EntryWording, useEntryWording, useRefusedTitle } from '../../parts/entry-wording.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import type { IconName } from '../../ui/icon/icon-paths.ts';
import { useRefusalSentence } from '../../parts/refusal-sentence.ts';
import { arrivedMuchLater, type EntryProgress, type TimelineItem } from './timeline.ts';
import { Card } from '../../ui/card/Card.tsx';
import { List } from '../../ui/card/List.tsx';
import './Timeline.css';

interface Props {
  items: readonly TimelineItem[];
  uid: string;
}

/** Everything that was done, by whom, when, and how far it has got; what is new comes first. */
export function Timeline({ items, uid }: Props) {
  const { t } = useTranslation('complaint');
  return (
    <Card title={t('timeline.heading')}>
      <List isOrdered className="timeline">
        {items.toReversed().map((item) => (
          <TimelineEntry key={item.id} item={item} uid={uid} />
        ))}
      </List>
      {items.length > journalShown && <p className="small-print">{t('timeline.earlier')}</p>}
    </Card>
  );
}

const signs: Record<Exclude<EntryProgress, 'applied'>, IconName> = { waiting: 'send', notAccepted: 'alert', checking: 'clock', refused: 'alert' };

function TimelineEntry({ item, uid }: { item: TimelineItem; uid: string }) {
  const { t } = useTranslation('complaint');
  const format = useFormat();
  const { title, details } = useItemWording()(item);
  const atMs = whenOf(item);
  const sentence = useRefusalSentence();
  const actor = useActorName()(item, uid);
  return (
    <li className={`entry entry-${item.progress} entry-by-${item.actor.kind}`}>
      <p className="entry-title">{title}</p>
      {details.map((detail, index) => (
        <p key={index} className="told">
          {detail}
        </p>
      ))}
      <p className="small-print">
        {actor} · <time dateTime={machineMoment(atMs)}>{item.type === 'noteSeen' ? format.day(atMs) : format.moment(atMs)}</time>
        {item.progress !== 'refused' &&
          arrivedMuchLater(item) &&
          item.arrivedAtMs !== null &&
          ` (${t('timeline.arrived', { moment: format.moment(item.arrivedAtMs) })})`}
      </p>
      {item.progress !== 'applied' && (
        <p className={`standing standing-${item.progress}`}>
          <Icon name={signs[item.progress]} size={16} />
          <span>
            {t(`standing.${item.progress}`)}
            {item.progress === 'refused' && `: ${sentence(item.reason?.code)}`}
          </span>
        </p>
      )}
    </li>
  );
}

/** Of what was refused nothing is told but that, by whom, when it arrived, and why. */
function useItemWording(): (item: TimelineItem) => EntryWording {
  const wording = useEntryWording();
  const refusedTitle = useRefusedTitle();
  return (item) => (item.progress === 'refused' ? { title: refusedTitle(item.type), details: [] } : wording(item));
}

/** What a phone says about a refused entry counts for nothing: it is told when the server got it. */
function whenOf({ progress, atMs, arrivedAtMs }: TimelineItem): number {
  return progress === 'refused' ? (arrivedAtMs ?? atMs) : atMs;
}

/** The server fills in the name with the outcome; until then the directory knows it. */
function useActorName(): (item: Pick<TimelineItem, 'actor' | 'saidBy'>, uid: string) => string {
  const { t } = useTranslation('complaint');
  const reference = useReference();
  return ({ actor, saidBy }, uid) => {
    if (saidBy !== null) return t(`customerBy.${saidBy}`);
    if (actor.kind !== 'staff') return t(actor.kind);
    const listed = reference?.staff.find((person) => person.uid === actor.uid);
    const name = actor.uid === uid ? t('me') : (actor.name ?? listed?.name ?? t('someone'));
    const unitId = actor.unitId ?? listed?.unitId;
    return unitId === undefined ? name : `${name} · ${unitName(unitId)}`;
  };
}
