import type { Timeliness } from '../platform/rows/time-left.ts';
import { Icon } from '../ui/icon/Icon.tsx';
import type { IconName } from '../ui/icon/icon-paths.ts';
import './TimeMark.css';

const signs: Record<Timeliness, IconName> = {
  onTime: 'clock',
  promised: 'agreedClock',
  paused: 'pausedClock',
  near: 'halfClock',
  overdue: 'warning',
  raised: 'raised',
};

/** How near a promise is, by sign and colour; the words stand beside it. */
export function TimeMark({ timeliness, size }: { timeliness: Timeliness; size: number }) {
  return (
    <span className={`time-mark time-${timeliness}`}>
      <Icon name={signs[timeliness]} size={size} />
    </span>
  );
}
