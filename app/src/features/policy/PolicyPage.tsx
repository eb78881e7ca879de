import '../../i18n/later-texts.ts';
import { type ReactNode, useEffect, useState } from 'react';
import type { Role, Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { type Reference, refreshReference, useReference } from '../../platform/reference/reference.ts';
import { useSession } from '../../platform/session/session.ts';
import { AppPage } from '../../frame/AppPage.tsx';
import { Blank } from '../../ui/telling/Blank.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { Segments } from '../../ui/action/Segments.tsx';
import { Loading } from '../../frame/Loading.tsx';
import { CalendarTab } from './CalendarTab.tsx';
import { DraftBar } from './DraftBar.tsx';
import { FiguresTab } from './FiguresTab.tsx';
import { HistoryTab } from './HistoryTab.tsx';
import { noDraft } from './policy-draft.ts';
import { ReviewSheet } from './ReviewSheet.tsx';
import { useDraft } from '../../platform/drafts/use-draft.ts';
import { CardColumn } from '../../ui/card/CardColumn.tsx';
import { HeaderRow } from '../../frame/HeaderRow.tsx';

const readers: readonly Role[] = ['administrator', 'auditor', 'centreDirector', 'companyLeader', 'qualityInspector'];
const panelId = 'policy-panel';
const tabs = ['figures', 'history', 'calendar'] as const;

/** The rules in force, in figures: for administrators to change, and for those who answer for how they are carried out to look up. */
export function PolicyPage() {
  const { t } = useTranslation(['policy', 'shell']);
  const staff = useSession()?.staff;
  const reference = useReference();
  const pack = staff?.pack;
  // Whoever changes the policy has to look at the one that is in force now. Without a network, what the phone has is still there to be read.
  useEffect(() => {
    if (pack) refreshReference(pack).catch(() => undefined);
  }, [pack]);
  if (!staff) return null;
  if (readers.includes(staff.role) && reference) return <Policy staff={staff} reference={reference} />;
  return (
    <AppPage title={t('title')} backTo="/workbench">
      {readers.includes(staff.role) ? <Loading rows={6} /> : <Blank icon="warning" title={t('notYours.title')} text={t('notYours.text')} />}
    </AppPage>
  );
}

function Policy({ staff, reference }: { staff: Staff; reference: Reference }) {
  const { t } = useTranslation('policy');
  const [tab, setTab] = useState<(typeof tabs)[number]>('figures');
  const form = useDraft(staff.uid, { form: 'policy', id: 'policy' }, () => noDraft);
  const [isReviewing, setReviewing] = useState(false);
  const [published, setPublished] = useState<{ version: string | null } | null>(null);
  const isEditor = staff.role === 'administrator';
  const header = (
    <HeaderRow>
      <Segments label={t('tabs.label')} controls={panelId} segments={tabs.map((name) => ({ name, text: t(`tabs.${name}`) }))} chosen={tab} onChoose={setTab} />
    </HeaderRow>
  );
  const content: Record<(typeof tabs)[number], ReactNode> = {
    figures: form && <FiguresTab pack={reference.pack} form={form} isEditor={isEditor} />,
    history: <HistoryTab pack={reference.pack} />,
    calendar: <CalendarTab uid={staff.uid} pack={staff.pack} calendar={reference.calendar} isEditor={isEditor} />,
  };
  const count = isEditor && tab === 'figures' ? (form?.content.changes.length ?? 0) : 0;
  const footer = count > 0 && form ? { footer: <DraftBar count={count} onReview={() => setReviewing(true)} onDiscard={form.forget} /> } : {};
  return (
    <AppPage title={t('title')} backTo="/workbench" header={header} {...footer}>
      {/* Whoever may only read finds nothing else to put the focus on, and has to be able to scroll with keys. */}
      <CardColumn id={panelId} role="tabpanel" aria-labelledby={`${panelId}-${tab}`} tabIndex={0}>
        {published !== null && (
          <Notice tone={published.version === null ? 'warning' : 'success'} dismiss={t('published.dismiss')} onDismiss={() => setPublished(null)}>
            {published.version === null ? t('published.waits') : t('published.text', { version: published.version })}
          </Notice>
        )}
        {content[tab]}
      </CardColumn>
      {isReviewing && form && (
        <ReviewSheet
          pack={reference.pack}
          form={form}
          onClose={() => setReviewing(false)}
          onPublished={(version) => {
            setReviewing(false);
            form.forget();
            setPublished({ version });
            refreshReference(staff.pack).catch(() => undefined);
          }}
        />
      )}
    </AppPage>
  );
}
