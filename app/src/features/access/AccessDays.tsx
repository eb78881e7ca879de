import { useMemo } from 'react';
import { type AccessDay, accessDays, type DailyCount } from '@shouwen/domain/customer/access-record';
import { startOfDayMs } from '@shouwen/domain/calendar/day';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Pack } from '@shouwen/domain/policy/pack';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import type { FollowedList } from '../../platform/firestore/follow.ts';
import { useReference } from '../../platform/reference/reference.ts';
import { Card } from '../../ui/card/Card.tsx';
import { Mark } from '../../ui/telling/Mark.tsx';
import { recordsShown, useContactCounts, useLookupCounts } from './access-record.ts';
import { usePersonName } from './person-name.ts';
import { RecordList } from './RecordList.tsx';

/** How many contacts each person opened on a day and how often they looked customers up, whoever stands out with a mark. */
export function AccessDays({ pack }: { pack: Staff['pack'] }) {
  const { t } = useTranslation('access');
  const format = useFormat();
  const nameOf = usePersonName();
  const rules = useReference()?.pack ?? null;
  const [contacts, lookups] = [useContactCounts(pack), useLookupCounts(pack)];
  const days = useMemo(() => daysOf(contacts, lookups, rules), [contacts, lookups, rules]);
  return (
    <RecordList list={days} empty={t('empty.days')} idOf={({ uid, day }) => `${uid} ${day}`} most={recordsShown}>
      {({ uid, day, contacts: opened, lookups: asked, isMuch }) => (
        <Card as="article" label={nameOf(uid)}>
          <p>
            <strong>{nameOf(uid)}</strong> {isMuch && <Mark tone="warning">{t('much')}</Mark>}
          </p>
          <p>
            {format.day(startOfDayMs(day))} · {t('opened', { count: opened })} · {t('asked', { count: asked })}
          </p>
        </Card>
      )}
    </RecordList>
  );
}

/** Both lists, or what keeps one of them from being there. */
function daysOf(contacts: FollowedList<DailyCount>, lookups: FollowedList<DailyCount>, rules: Pack | null): FollowedList<AccessDay> {
  if (contacts.status !== 'here') return contacts;
  if (lookups.status !== 'here') return lookups;
  if (rules === null) return { status: 'loading' };
  return {
    status: 'here',
    values: accessDays(contacts.values, lookups.values, rules.limits),
    isFromCache: contacts.isFromCache || lookups.isFromCache,
  };
}
