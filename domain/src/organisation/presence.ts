import { z } from 'zod';
import { type CalendarYear, nextWorkingStartMs } from '../calendar/working-days.ts';
import type { EpochMs } from '../kernel/brand.ts';
import { refused, type Refusal } from '../kernel/decision.ts';
import { writtenMoment } from '../kernel/written-moment.ts';
import type { Pack } from '../policy/pack.ts';
import { awayReasons, type Staff } from './staff.ts';

/** As much of a staff document as says whether somebody is there, and until when that holds. */
export type Presence = Pick<Staff, 'onDuty' | 'away' | 'nextDutyAtMs' | 'standsUntilMs'>;

/**
 * How somebody stands to work (ADM-4). Who is there gets new work, keeps what they hold and is told of what falls due. Who is off shift keeps what can wait until
 * they are back. Who is gone, suspended or away, keeps nothing.
 */
export type Standing = 'there' | 'offShift' | 'gone';

export function standingAt(person: (Presence & Pick<Staff, 'active'>) | null, atMs: EpochMs): Standing {
  if (!person?.active || isAwayAt(person, atMs)) return 'gone';
  return person.onDuty ? 'there' : 'offShift';
}

export function isAwayAt({ away }: Pick<Presence, 'away'>, atMs: EpochMs): boolean {
  return away !== null && away.fromMs <= atMs && (away.untilMs === null || atMs < away.untilMs);
}

export const presenceCommandSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('onDuty') }),
  /** Without a moment they are back when work begins next. */
  z.strictObject({ kind: z.literal('offShift'), nextDutyAtMs: writtenMoment.nullable() }),
  z.strictObject({ kind: z.literal('away'), reason: z.enum(awayReasons), fromMs: writtenMoment, untilMs: writtenMoment.nullable() }),
  z.strictObject({ kind: z.literal('notAway') }),
]);
/** What somebody says of themselves, or a superior of them. */
export type PresenceCommand = z.infer<typeof presenceCommandSchema>;

interface Moment {
  atMs: EpochMs;
  pack: Pick<Pack, 'clocks'>;
  calendar: readonly CalendarYear[];
}

export type PresenceDecision = { ok: true; presence: Presence } | { ok: false; refusal: Refusal };

/** What a staff document says of somebody's presence after that, or why it cannot be. Leave is not set backwards: it begins now at the earliest. */
export function decidePresence(before: Presence, command: PresenceCommand, moment: Moment): PresenceDecision {
  const { atMs } = moment;
  switch (command.kind) {
    case 'onDuty':
      return { ok: true, presence: settledPresence({ ...before, onDuty: true, away: awayAhead(before, atMs) }, moment) };
    case 'offShift': {
      const { nextDutyAtMs } = command;
      if (nextDutyAtMs !== null && nextDutyAtMs <= atMs) return refused('momentInThePast', 'nextDutyAtMs');
      return { ok: true, presence: settledPresence({ ...before, onDuty: false, nextDutyAtMs, away: awayAhead(before, atMs) }, moment) };
    }
    case 'away': {
      const { reason, untilMs } = command;
      const fromMs = Math.max(command.fromMs, atMs);
      if (untilMs !== null && untilMs <= fromMs) return refused('momentInThePast', 'untilMs');
      return { ok: true, presence: settledPresence({ ...before, away: { reason, fromMs, untilMs } }, moment) };
    }
    case 'notAway':
      return { ok: true, presence: settledPresence({ ...before, away: null, nextDutyAtMs: isAwayAt(before, atMs) ? null : before.nextDutyAtMs }, moment) };
  }
}

/**
 * What time alone has made of somebody's presence: leave that was set ahead begins or is over, and whoever has not come back when they were to is off shift until
 * work begins next, so that it is never unknown until when their work can wait.
 */
export function settledPresence(before: Pick<Presence, 'onDuty' | 'away' | 'nextDutyAtMs'>, { atMs, pack, calendar }: Moment): Presence {
  const away = before.away !== null && before.away.untilMs !== null && before.away.untilMs <= atMs ? null : before.away;
  const isAway = isAwayAt({ away }, atMs);
  const onDuty = before.onDuty && !isAway;
  const isBackKnown = before.nextDutyAtMs !== null && before.nextDutyAtMs > atMs;
  const backAtMs = isBackKnown ? before.nextDutyAtMs : nextWorkingStartMs(atMs, pack.clocks.workingTime, calendar);
  const nextDutyAtMs = onDuty ? null : isAway ? (away?.untilMs ?? null) : backAtMs;
  const ahead = [away && !isAway ? away.fromMs : null, nextDutyAtMs].filter((oneMs) => oneMs !== null);
  return { onDuty, away, nextDutyAtMs, standsUntilMs: ahead.length === 0 ? null : Math.min(...ahead) };
}

function awayAhead({ away }: Presence, atMs: EpochMs): Presence['away'] {
  return away !== null && away.fromMs > atMs ? away : null;
}
