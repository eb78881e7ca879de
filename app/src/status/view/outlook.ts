import { dayMs } from '@shouwen/domain/calendar/day';
import type { StatusView } from '@shouwen/domain/complaint/view/status-view';

/** What follows from a view at a moment: which promises are broken, what the customer can do. */
export interface Outlook {
  isLate: boolean;
  /** The operator's clock waits for the customer. */
  isPaused: boolean;
  /** Nobody works on it any more. */
  isOver: boolean;
  canRate: boolean;
  canDisagree: boolean;
  /** The statutory right to appeal: `later` from `statutoryAtMs` on, `now` because time is over, `ifUnhappy` because there is an answer. */
  appeal: 'later' | 'now' | 'ifUnhappy' | null;
  /** How many days until then, today's rest counting as one; 0 once it has come. */
  daysUntilAppeal: number;
}

export function outlookOf(view: StatusView, nowMs: number): Outlook {
  const isAnswered = view.state === 'answered' || view.state === 'closed';
  return {
    isLate: view.promisedAtMs !== null && nowMs > view.promisedAtMs,
    isPaused: view.pausedUntilMs !== null && nowMs < view.pausedUntilMs,
    isOver: view.state === 'closed' || view.state === 'outOfScope' || view.state === 'merged' || view.state === 'withdrawn',
    canRate: isAnswered || view.state === 'outOfScope',
    canDisagree: isAnswered && view.reopenUntilMs !== null && nowMs < view.reopenUntilMs,
    appeal: appealOf(view, nowMs),
    daysUntilAppeal: Math.max(0, Math.ceil(((view.statutoryAtMs ?? nowMs) - nowMs) / dayMs)),
  };
}

function appealOf({ state, statutoryAtMs }: StatusView, nowMs: number): Outlook['appeal'] {
  if (state === 'merged' || state === 'withdrawn') return null;
  if (state === 'answered' || state === 'closed' || state === 'outOfScope') return 'ifUnhappy';
  if (statutoryAtMs === null) return null;
  return nowMs > statutoryAtMs ? 'now' : 'later';
}
