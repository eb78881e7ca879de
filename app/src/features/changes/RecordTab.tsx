import { useState } from 'react';
import { dayOf } from '@shouwen/domain/calendar/day';
import type { RecordedChange } from '@shouwen/domain/change/change';
import { type ChangeFilter, isInFilter } from '@shouwen/domain/change/change-filter';
import { searchText } from '@shouwen/domain/kernel/simplified-text';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { ExportSheet } from '../../parts/ExportSheet.tsx';
import { nowMs } from '../../platform/device/clock.ts';
import { Button } from '../../ui/action/Button.tsx';
import { SearchField } from '../../ui/field/SearchField.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { ChangeList } from './ChangeList.tsx';
import { changesShown, exportChanges, mayExportChanges, olderChanges, type RecordQuestion, useChanges } from './change-record.ts';
import { RecordFilter } from './RecordFilter.tsx';

const everything: ChangeFilter = { kind: null, uid: null, unitId: null, month: null, isAlone: false };

type Loading = 'idle' | 'busy' | 'failed';

/** The record, newest first, with what narrows it, what is older, and the way to a file of it (ADM-7). */
export function RecordTab({ staff }: { staff: Staff }) {
  const { t } = useTranslation('changes');
  const [filter, setFilter] = useState(everything);
  const [typed, setTyped] = useState('');
  const [older, setOlder] = useState<{ month: string | null; changes: readonly RecordedChange[]; isAll: boolean } | null>(null);
  const [loading, setLoading] = useState<Loading>('idle');
  const [sheet, setSheet] = useState<'open' | 'closed' | 'saved'>('closed');
  const question: RecordQuestion = { staff, isWaiting: false, month: filter.month };
  const list = useChanges(question);
  const added = older?.month === filter.month ? older : null;
  const loaded = list.status === 'here' ? unique([...list.values, ...(added?.changes ?? [])]) : [];
  const shown = loaded.filter((change) => isInFilter(change, filter) && isAbout(change, typed));
  const hasMore = list.status === 'here' && (added ? !added.isAll : list.values.length >= changesShown);
  const loadOlder = (): void => {
    const last = loaded.at(-1);
    if (!last) return;
    setLoading('busy');
    olderChanges(question, last.proposedAtMs).then(
      (found) => {
        setOlder({ month: filter.month, changes: [...(added?.changes ?? []), ...found], isAll: found.length < changesShown });
        setLoading('idle');
      },
      () => setLoading('failed'),
    );
  };
  return (
    <>
      <RecordFilter filter={filter} changes={loaded} onFilter={setFilter} />
      <SearchField label={t('search')} value={typed} onType={setTyped} />
      {mayExportChanges(staff.role) && (
        <Button aria-haspopup="dialog" onClick={() => setSheet('open')}>
          {t('export.action')}
        </Button>
      )}
      {sheet === 'saved' && <Notice tone="success">{t('export.done')}</Notice>}
      <ChangeList list={list} shown={shown} staff={staff} empty={t('empty.all')}>
        {hasMore && (
          <>
            <p className="small-print">{t('older.shown', { count: loaded.length })}</p>
            {loading === 'failed' && <Notice tone="danger">{t('older.failed')}</Notice>}
            <Button disabled={loading === 'busy'} onClick={loadOlder}>
              {t('older.more')}
            </Button>
          </>
        )}
      </ChangeList>
      {sheet === 'open' && (
        <ExportSheet
          title={t('export.title')}
          fileName={t('export.fileName', { month: filter.month ?? dayOf(nowMs()) })}
          take={(reason) => exportChanges(filter, reason)}
          onClose={() => setSheet('closed')}
          onSaved={() => setSheet('saved')}
        />
      )}
    </>
  );
}

/** A page of older ones begins with the moment at which the one before it ended. */
function unique(changes: readonly RecordedChange[]): RecordedChange[] {
  return [...new Map(changes.map((change) => [change.id, change])).values()];
}

/** Found by whoever proposed or confirmed it, whom it is about, the version, or a word of the reason. */
function isAbout(change: RecordedChange, typed: string): boolean {
  const figures = change.kind === 'policy' ? [change.version ?? '', change.basedOn] : [];
  const about = 'targetUid' in change ? [change.targetName] : figures;
  const text = [...about, change.byName, change.verdict?.byName ?? '', change.reason].join(' ');
  return searchText(text).includes(searchText(typed));
}
