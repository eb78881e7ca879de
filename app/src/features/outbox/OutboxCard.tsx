import { useState } from 'react';
import { useIonRouter } from '@ionic/react';
import { manifests } from '@shouwen/domain/aggregates';
import { useTranslation } from 'react-i18next';
import { inLanguage, useLanguage } from '../../platform/device/language.ts';
import { useFormat } from '../../i18n/format.ts';
import { unsentComplaint } from '../../platform/outbox/complaint-content.ts';
import type { NotAcceptedReason } from '../../platform/storage/local-schema.ts';
import { draftFromOutbox } from '../../records/recording-drafts.ts';
import { discard, retry } from '../../platform/outbox/outbox.ts';
import type { OutboxItem } from '../../platform/outbox/outbox-snapshot.ts';
import { dropRows } from '../../platform/rows/row-store.ts';
import { useSession } from '../../platform/session/session.ts';
import { Dialog } from '../../ui/sheet/Dialog.tsx';
import { useEntryWording } from '../../parts/entry-wording.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import { Button } from '../../ui/action/Button.tsx';
import { Card } from '../../ui/card/Card.tsx';
import './OutboxCard.css';

const knownReasons = ['PERMISSION_DENIED', 'INVALID_ARGUMENT', 'FAILED_PRECONDITION', 'ALREADY_EXISTS', 'conflict', 'tooLarge', 'unreadable'] as const;

/** One unsent item. What was not accepted can be mended, tried again or, after a second look, deleted. */
export function OutboxCard({ item }: { item: OutboxItem }) {
  const { t } = useTranslation('outbox');
  const format = useFormat();
  const wording = useEntryWording();
  const isRefused = item.state === 'notAccepted';
  const state = item.heldUp && item.state === 'waiting' ? 'heldUp' : item.state;
  const of = useAggregateTitle();
  const isComplaint = item.collection === 'complaints';
  const title = !isComplaint ? of(item.collection) : item.kind === 'entry' && item.content ? wording(item.content).title : t(`kind.${kindOf(item)}`);
  const details = item.kind === 'photo' ? t('size', { size: format.number(Math.ceil(item.bytes / 1_000)) }) : textOf(item);
  return (
    <Card as="article" className={`outbox-card outbox-${item.state}`}>
      <h2>
        {title} <span className="outbox-number">{item.number}</span>
      </h2>
      <p className="outbox-state">
        <Icon name={isRefused ? 'alert' : item.state === 'sending' ? 'send' : 'clock'} size={18} />
        {t(`state.${state}`)} · {format.moment(item.enqueuedAtMs)}
      </p>
      {details !== '' && <p className="outbox-text">{details}</p>}
      {isRefused && item.reason && <p className="outbox-reason">{reasonText(item.reason)}</p>}
      {isRefused && <Remedies item={item} />}
    </Card>
  );

  function reasonText({ code }: NotAcceptedReason): string {
    const known = knownReasons.find((candidate) => candidate === code);
    return known ? t(`reason.${known}`) : t('reason.other', { code });
  }
}

/** What of another kind than a complaint is called. */
function useAggregateTitle(): (collection: string) => string {
  const reader = useLanguage();
  const { t } = useTranslation('outbox');
  return (collection) => {
    const manifest = manifests.find((one) => one.collection === collection);
    return manifest ? inLanguage(manifest.title, reader) : t('kind.aggregate');
  };
}

function kindOf({ kind, collection }: OutboxItem): 'complaint' | 'aggregate' | 'entry' | 'photo' {
  return kind === 'aggregate' && collection === 'complaints' ? 'complaint' : kind;
}

function textOf(item: OutboxItem): string {
  const complaint = unsentComplaint(item);
  if (complaint) return complaint.recording.what;
  const ofEntry = item.kind === 'entry' ? (item.content?.payload['text'] ?? item.content?.payload['reason']) : '';
  const text = item.kind === 'aggregate' ? item.content?.document['question'] : ofEntry;
  return typeof text === 'string' ? text : '';
}

function Remedies({ item }: { item: OutboxItem }) {
  const { t } = useTranslation('outbox');
  const router = useIonRouter();
  const uid = useSession()?.staff.uid;
  const [isLeaving, setLeaving] = useState(false);
  const edit = async (): Promise<void> => {
    if (uid === undefined) return;
    const draftId = await draftFromOutbox(uid, item.aggregateId);
    if (draftId === null) return;
    await dropRows([item.aggregateId]);
    router.push(`/record/${draftId}`, 'forward');
  };
  const remove = async (): Promise<void> => {
    await discard(item.id);
    if (item.kind === 'aggregate') await dropRows([item.aggregateId]);
  };
  return (
    <div className="outbox-remedies">
      {unsentComplaint(item) && (
        <Button kind="main" onClick={() => void edit()}>
          {t('edit')}
        </Button>
      )}
      <Button onClick={() => void retry(item.id)}>{t('retry')}</Button>
      <Button kind="danger" onClick={() => setLeaving(true)}>
        {t('discard')}
      </Button>
      {isLeaving && (
        <Dialog title={`${t('discard')} ${item.number}`} text={t(`discardAsk.${kindOf(item)}`)} onClose={() => setLeaving(false)}>
          <Button onClick={() => setLeaving(false)}>{t('cancel')}</Button>
          <Button kind="danger" onClick={() => void remove()}>
            {t('discardConfirm')}
          </Button>
        </Dialog>
      )}
    </div>
  );
}
