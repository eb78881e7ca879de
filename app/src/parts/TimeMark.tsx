import './TimeMark.css';
import type { TimeStanding } from '../platform/rows/time-left.ts';
import { Icon } from '../ui/Icon.tsx';
import type { IconName } from '../ui/icon-paths.ts';

const signs: Record<TimeStanding, IconName> = {
  onTime: 'clock',
  promised: 'agreedClock',
  paused: 'pausedClock',
  near: 'halfClock',
  overdue: 'warning',
  escalated: 'raised',
};

/** How near a promise is, by sign and colour; the words stand beside it. */
export function TimeMark({ standing, size }: { standing: TimeStanding; size: number }) {
  return (
    <span className={`time-mark time-${standing}`}>
      <Icon name={signs[standing]} size={size} />
    </span>
  );
}
