import { dayMs, hourMs, minuteMs } from '../../calendar/day.ts';
import type { Captured } from '../../complaint/time/clocks.ts';
import type { Chance } from '../chance.ts';

const mostWrongMs = 10 * 365 * dayMs;
const mostOfflineMs = 3 * dayMs;

interface Offline {
  fromMs: number;
  untilMs: number;
}

/** A phone: how wrong its clock is, what it believes about that, and when it has no network. */
export interface Phone {
  /** What it shows, less what it is. */
  wrongByMs: number;
  /** Server time minus phone time, as it last measured it: 0 if it never did, out of date if somebody set the clock since. */
  clockOffsetMs: number;
  offline: readonly Offline[];
}

export function newPhone(chance: Chance, startMs: number, days: number): Phone {
  const wrongByMs = wrongness(chance);
  const measured = chance.pick(['right', 'right', 'right', 'never', 'since then']);
  const clockOffsetMs = measured === 'right' ? -wrongByMs : measured === 'never' ? 0 : -wrongByMs + chance.below(4 * hourMs) - 2 * hourMs;
  const offline = Array.from({ length: chance.below(4) }, () => {
    const fromMs = startMs + chance.below(days * dayMs);
    return { fromMs, untilMs: fromMs + chance.below(chance.pick([2 * hourMs, mostOfflineMs])) };
  });
  return { wrongByMs, clockOffsetMs, offline };
}

function wrongness(chance: Chance): number {
  const most = chance.pick([minuteMs, minuteMs, 20 * minuteMs, 3 * dayMs, mostWrongMs]);
  return chance.below(2 * most + 1) - most;
}

/** What the phone writes down at a moment, and when that arrives. */
export function capture({ wrongByMs, clockOffsetMs, offline }: Phone, atMs: number): Captured {
  const span = offline.find(({ fromMs, untilMs }) => fromMs <= atMs && atMs < untilMs);
  return { capturedAtMs: atMs + wrongByMs, clockOffsetMs, receivedAtMs: (span?.untilMs ?? atMs) + 400 };
}
