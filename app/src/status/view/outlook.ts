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
  /** The right to appeal (APL-1): `later` if nobody answers, `now` because nobody has, `disagreed` because they disagreed, `ifUnhappy` because there is an answer. */
  appeal: 'later' | 'now' | 'disagreed' | 'ifUnhappy' | null;
  /** From when. */
  appealFromMs: number | null;
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
    ...rightOf(view, nowMs),
  };
}

function rightOf(view: StatusView, nowMs: number): Pick<Outlook, 'appeal' | 'appealFromMs' | 'daysUntilAppeal'> {
  const { fromMs, ground } = view.appeal ?? formerAppeal(view) ?? { fromMs: null, ground: null };
  const daysUntilAppeal = Math.max(0, Math.ceil(((fromMs ?? nowMs) - 1 - nowMs) / dayMs));
  const named = { ifTheyDisagree: 'ifUnhappy', disagreed: 'disagreed', noAnswer: nowMs >= (fromMs ?? 0) ? 'now' : 'later' } as const;
  return { appeal: ground === null ? null : named[ground], appealFromMs: fromMs, daysUntilAppeal };
}

/** Of a page from before it said why. */
function formerAppeal({ state, statutoryAtMs }: StatusView): StatusView['appeal'] {
  if (state === 'merged' || state === 'withdrawn') return null;
  if (state === 'answered' || state === 'closed' || state === 'outOfScope') return { fromMs: 0, ground: 'ifTheyDisagree' };
  return statutoryAtMs === null ? null : { fromMs: statutoryAtMs + 1, ground: 'noAnswer' };
}
