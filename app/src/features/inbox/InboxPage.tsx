import '../../i18n/later-texts.ts';
import { useTranslation } from 'react-i18next';
import { machineMoment } from '@shouwen/domain/kernel/moment';
import { findCategory } from '@shouwen/domain/policy/category';
import { mostPressingFirst } from '@shouwen/domain/notice/digest';
import { noticeManifest } from '@shouwen/domain/notice/notice-kind';
import { noticePath } from '@shouwen/domain/notice/subject';
import { useFormat } from '../../i18n/format.ts';
import { useConnectivity } from '../../platform/device/connectivity.ts';
import { inLanguage, useLanguage } from '../../platform/device/language.ts';
import { named } from '../../platform/reference/named.ts';
import { useReference } from '../../platform/reference/reference.ts';
import { useSession } from '../../platform/session/session.ts';
import { AppPage } from '../../frame/AppPage.tsx';
import { Blank } from '../../ui/telling/Blank.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { Loading } from '../../frame/Loading.tsx';
import { WaitingRefunds } from './WaitingRefunds.tsx';
import { useNow } from '../../parts/use-now.ts';
import { markRead, useInbox } from './inbox-feed.ts';
import type { InboxItem } from './inbox-item.ts';
import { CardBoundary } from '../../ui/card/CardBoundary.tsx';
import { List } from '../../ui/card/List.tsx';
import { LinkCard } from '../../ui/card/LinkCard.tsx';
import './InboxPage.css';

export function InboxPage() {
  const { t } = useTranslation(['inbox', 'shell']);
  const { online } = useConnectivity();
  const { status, items } = useInbox();
  const isEmpty = items.length === 0;
  return (
    <AppPage title={t('inbox:title')} tabs header={online ? undefined : <Notice tone="info">{t('inbox:offline')}</Notice>}>
      <div className="inbox-entry">
        <WaitingRefunds />
      </div>
      {isEmpty && status === 'failed' && (
        <Blank icon="warning" title={t('inbox:failed.title')} text={t('inbox:failed.text')} action={t('shell:retry')} onAction={() => location.reload()} />
      )}
      {isEmpty && status === 'loading' && <Loading rows={5} />}
      {isEmpty && (status === 'live' || status === 'kept') && <Blank icon="inbox" title={t('inbox:empty.title')} text={t('inbox:empty.text')} />}
      {!isEmpty && (
        <List className="inbox">
          {items.map((item) => (
            <li key={item.id}>
              <CardBoundary>
                <InboxLink item={item} />
              </CardBoundary>
            </li>
          ))}
        </List>
      )}
    </AppPage>
  );
}

/** What a run of the schedule had for this person, the most pressing first: "2 overdue, 3 nearly due". */
function DigestTitle({ item: { counts } }: { item: InboxItem }) {
  const { t } = useTranslation('clocks');
  const reader = useLanguage();
  const parts = mostPressingFirst.flatMap((telling) => (counts?.[telling] ? t(`counted.${telling}`, { count: counts[telling] }) : []));
  return parts.length === 0 ? inLanguage(noticeManifest('digest').words, reader) : parts.join(t('countedAnd'));
}

function InboxLink({ item }: { item: InboxItem }) {
  const { t } = useTranslation('inbox');
  const session = useSession();
  const format = useFormat();
  const reference = useReference();
  const reader = useLanguage();
  const now = useNow();
  const known = item.category ? reference && findCategory(reference.pack, item.category)?.category.name : null;
  const category = item.category ? named('category', known, reader) : null;
  const amount = typeof item.amountFen === 'number' ? format.money(item.amountFen) : null;
  const noteRead = (): void => {
    if (session && !item.read) markRead(session.staff.uid, item.id).catch(() => undefined);
  };
  return (
    <LinkCard className={item.read ? 'inbox-item' : 'inbox-item inbox-unread'} to={noticePath(item)} onFollow={noteRead}>
      <strong>
        {!item.read && <span className="inbox-mark">{t('unread')}</span>}
        {item.kind === 'digest' ? <DigestTitle item={item} /> : inLanguage(noticeManifest(item.kind).words, reader)}
      </strong>
      <span>
        {[amount, item.kind === 'digest' ? null : item.number, category].filter((part) => part !== null && part !== undefined && part !== '').join(' · ')}
      </span>
      <time dateTime={machineMoment(item.at)}>{`${format.moment(item.at)} · ${format.distance(item.at, now)}`}</time>
    </LinkCard>
  );
}
