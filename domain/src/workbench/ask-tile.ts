import { dayMs, dayOf, endOfDayMs } from '../calendar/day.ts';
import type { TileQuestion, TileValue } from '../journal/tile.ts';
import type { Staff } from '../organisation/staff.ts';

/** Who asks, as far as a question is about them. */
export type Asker = Pick<Staff, 'uid' | 'unitId' | 'pack'>;

/** A moment is stored as the database's own timestamp, which the host makes. */
export type AskedValue = string | boolean | null | { atMs: number };

export type AskedCondition = readonly [field: string, operator: TileQuestion['where'][number][1], value: AskedValue];

/** The conditions of a question as somebody asks it at a moment. */
export function askTile({ where }: TileQuestion, asker: Asker, nowMs: number): AskedCondition[] {
  return where.map(([field, operator, value]) => [field, operator, asked(value, asker, nowMs)]);
}

function asked(value: TileValue, { uid, unitId, pack }: Asker, nowMs: number): AskedValue {
  if ('is' in value) return value.is;
  if ('who' in value) return { me: uid, 'my unit': unitId, 'my operator': pack }[value.who];
  if ('moment' in value) return { atMs: value.moment === 'now' ? nowMs : endOfDayMs(dayOf(nowMs)) };
  const atMs = nowMs - value.daysAgo * dayMs;
  return value.as === 'day' ? dayOf(atMs) : { atMs };
}
