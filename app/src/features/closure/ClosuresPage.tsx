import '../../i18n/later-texts.ts';
import { useState } from 'react';
import { useIonRouter } from '@ionic/react';
import { closureRoles } from '@shouwen/domain/closure/closure-roles';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { useConnectivity } from '../../platform/device/connectivity.ts';
import { closuresShown, useLiveClosures } from '../../records/live-closure.ts';
import { useReference } from '../../platform/reference/reference.ts';
import { useSession } from '../../platform/session/session.ts';
import { AppPage } from '../../frame/AppPage.tsx';
import { Blank } from '../../ui/telling/Blank.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { Segments } from '../../ui/action/Segments.tsx';
import { Loading } from '../../frame/Loading.tsx';
import { ClosureCard } from './ClosureCard.tsx';
import { type ClosureFilter, closureFilters, isIn } from './closure-phase.ts';
import { ScheduleView } from './ScheduleView.tsx';
import { Chips } from '../../ui/action/Chip.tsx';
import { Button } from '../../ui/action/Button.tsx';
import { ActionBar } from '../../ui/action/ActionBar.tsx';
import { CardBoundary } from '../../ui/card/CardBoundary.tsx';
import { List } from '../../ui/card/List.tsx';
import { CardColumn } from '../../ui/card/CardColumn.tsx';
import { HeaderRow } from '../../frame/HeaderRow.tsx';

const panelId = 'closures-panel';
const tabs = ['closures', 'schedule'] as const;

/** Closings of one's unit, and what the schedule will do next about them. */
export function ClosuresPage() {
  const session = useSession();
  return session && <ClosuresOf staff={session.staff} />;
}

function ClosuresOf({ staff }: { staff: Staff }) {
  const { t } = useTranslation('closure');
  const router = useIonRouter();
  const [tab, setTab] = useState<(typeof tabs)[number]>('closures');
  const live = useLiveClosures(staff.unitId);
  const header = (
    <HeaderRow>
      <Segments label={t('tabs.label')} controls={panelId} segments={tabs.map((name) => ({ name, text: t(`tabs.${name}`) }))} chosen={tab} onChoose={setTab} />
    </HeaderRow>
  );
  const footer = (
    <ActionBar>
      <Button kind="main" onClick={() => router.push('/closure/new', 'forward')}>
        {t('newClosure')}
      </Button>
    </ActionBar>
  );
  return (
    <AppPage title={t('title')} backTo="/workbench" header={header} {...(closureRoles.includes(staff.role) ? { footer } : {})}>
      <CardColumn className="closure" id={panelId} role="tabpanel" aria-labelledby={`${panelId}-${tab}`}>
        {tab === 'closures' ? <ClosureList live={live} /> : <Schedule />}
      </CardColumn>
    </AppPage>
  );
}

function Schedule() {
  const pack = useReference()?.pack;
  return pack ? <ScheduleView pack={pack} /> : <Loading rows={4} />;
}

function ClosureList({ live }: { live: ReturnType<typeof useLiveClosures> }) {
  const { t } = useTranslation(['closure', 'shell']);
  const { online } = useConnectivity();
  const [filter, setFilter] = useState<ClosureFilter>('open');
  if (live.status === 'loading') return <Loading rows={4} />;
  if (live.status !== 'here')
    return <Blank icon="warning" title={t('failed.title')} text={t('failed.text')} action={t('shell:retry')} onAction={() => location.reload()} />;
  const shown = live.values.filter((closure) => isIn(filter, closure));
  return (
    <>
      {live.isFromCache && !online && <Notice tone="info">{t('cached')}</Notice>}
      <Chips
        label={t('filter.label')}
        choices={closureFilters.map((id) => ({ id, name: `${t(`filter.${id}`)} ${live.values.filter((closure) => isIn(id, closure)).length}` }))}
        chosen={[filter]}
        onChoose={setFilter}
      />
      {shown.length === 0 && <Blank icon="check" title={t(`empty.${filter}.title`)} text={t(`empty.${filter}.text`)} />}
      <List isSpaced>
        {shown.map((closure) => (
          <li key={closure.id}>
            <CardBoundary>
              <ClosureCard closure={closure} />
            </CardBoundary>
          </li>
        ))}
      </List>
      {live.values.length === closuresShown && <p className="small-print">{t('newest', { count: closuresShown })}</p>}
    </>
  );
}
