import type { PassedOver } from '@shouwen/domain/complaint/time/reporting-line';
import { clockNames } from '@shouwen/domain/complaint/complaint-values';
import { postIds } from '@shouwen/domain/policy/clock-rules';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import type { ScheduledItem } from '../../records/preview-schedule.ts';
import { AppLink } from '../../ui/action/AppLink.tsx';
import { Icon } from '../../ui/icon/Icon.tsx';
import { useScheduleWording } from '../../parts/schedule-wording.ts';
import { scheduleGroupsOf, stepInId } from './schedule-groups.ts';
import { Card } from '../../ui/card/Card.tsx';
import { List } from '../../ui/card/List.tsx';
import './ScheduleGroupsView.css';

const passedOverReasons: readonly PassedOver['reason'][] = ['vacant', 'onLeave', 'isHandler'];

/** What would be done, by kind, then what would not and why. */
export function ScheduleGroupsView({ items }: { items: readonly ScheduledItem[] }) {
  const { t } = useTranslation('board');
  const wording = useScheduleWording();
  const { would, skipped } = scheduleGroupsOf(items);
  return (
    <>
      {would.map(([deed, done]) => (
        <Group key={deed} title={t('schedule.group', { what: wording.would(done[0]) ?? t('schedule.otherDeed'), count: done.length })} items={done} />
      ))}
      {skipped.length > 0 && <Group title={t('schedule.group', { what: t('schedule.skipped'), count: skipped.length })} items={skipped} />}
    </>
  );
}

function Group({ title, items }: { title: string; items: readonly ScheduledItem[] }) {
  return (
    <Card title={title}>
      <List className="board-group">
        {items.map((item) => (
          <li key={`${item.kind} ${item.id} ${item.step}`}>
            <Item item={item} />
          </li>
        ))}
      </List>
    </Card>
  );
}

function Item({ item }: { item: ScheduledItem }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const wording = useScheduleWording();
  const step = useStepName()(item.step);
  const passed = usePassedOver()(item.passedOver);
  return (
    <AppLink className="board-item" to={wording.pagePath(item)}>
      <span className="board-item-head">
        <strong className="number">{item.number}</strong>
        <span className="small-print">{format.moment(item.dueAtMs)}</span>
      </span>
      <span>
        {[wording.title(item), step, item.amountFen !== null && format.money(item.amountFen)].filter(Boolean).join(' · ')}
        {item.to !== null && ` ${t('schedule.to', { name: item.to })}`}
      </span>
      {passed !== null && <span className="small-print">{passed}</span>}
      {item.skip !== null && (
        <span className="tone-warning">
          <Icon name="alert" size={14} /> {t('schedule.why', { reason: wording.reason(item) })}
        </span>
      )}
    </AppLink>
  );
}

function useStepName(): (id: string | null) => string | null {
  const { t } = useTranslation('board');
  return (id) => {
    const step = stepInId(id);
    const clock = clockNames.find((known) => known === step?.clock);
    return step && clock ? t('schedule.step', { clock: t(`schedule.clock.${clock}`), level: step.level }) : null;
  };
}

/** Who would be passed over on the way up, and why; what a newer server knows beside it is left out. */
function usePassedOver(): (passedOver: ScheduledItem['passedOver']) => string | null {
  const { t } = useTranslation('clocks');
  return (passedOver) => {
    const posts = passedOver.flatMap((one) => {
      const post = postIds.find((known) => known === one.post);
      const reason = passedOverReasons.find((known) => known === one.reason);
      return post && reason ? [t(`passedOver.${reason}`, { post: t(`post.${post}`) })] : [];
    });
    return posts.length === 0 ? null : t('passedOver.all', { posts: posts.join(t('passedOver.and')) });
  };
}
