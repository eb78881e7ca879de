import '../../i18n/later-texts.ts';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { workbenchOf } from '@shouwen/domain/workbench/tiles-of';
import { useTranslation } from 'react-i18next';
import { AppPage } from '../../frame/AppPage.tsx';
import { inLanguage, useLanguage } from '../../platform/device/language.ts';
import { useConnectivity } from '../../platform/device/connectivity.ts';
import { useReference } from '../../platform/reference/reference.ts';
import { useSession } from '../../platform/session/session.ts';
import { CardColumn } from '../../ui/card/CardColumn.tsx';
import { EntryCard } from '../../ui/card/LinkCard.tsx';
import { List } from '../../ui/card/List.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { TileGrid } from './TileGrid.tsx';
import { useTileCounts } from './use-tile-counts.ts';
import './WorkbenchPage.css';

/** Where everybody's work lies: what their job needs most, each with its number, and below it the rest. */
export function WorkbenchPage() {
  const session = useSession();
  return session && <WorkbenchOf staff={session.staff} />;
}

function WorkbenchOf({ staff }: { staff: Staff }) {
  const { t } = useTranslation(['workbench', 'shell']);
  const { online } = useConnectivity();
  const reader = useLanguage();
  // Until the phone has the pack, nobody is sent to what their operator may not have.
  const pack = useReference()?.pack;
  const { grid, rest } = workbenchOf(staff.role, pack ?? { closures: null });
  const counts = useTileCounts(grid, staff, pack !== undefined);
  const header = online ? (
    counts.isIncomplete && (
      <Notice tone="warning" action={t('shell:retry')} onAction={counts.again}>
        {t('workbench:failed')}
      </Notice>
    )
  ) : (
    <Notice tone="info">{t('workbench:offline')}</Notice>
  );
  return (
    <AppPage title={t('workbench:title')} tabs header={header}>
      <CardColumn>
        <TileGrid tiles={grid} counts={counts} />
        {rest.length > 0 && (
          <section className="workbench-rest" aria-label={t('workbench:all')}>
            <h2>{t('workbench:all')}</h2>
            <List isSpaced>
              {rest.map(({ id, path, title, text }) => (
                <li key={id}>
                  <EntryCard to={path} icon="workbench" title={inLanguage(title, reader)} text={inLanguage(text, reader)} />
                </li>
              ))}
            </List>
          </section>
        )}
      </CardColumn>
    </AppPage>
  );
}
