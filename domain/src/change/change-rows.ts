import { wallClockOf } from '../calendar/day.ts';
import type { CalendarYear } from '../calendar/working-days.ts';
import type { Unit } from '../organisation/unit.ts';
import type { PolicyValue } from '../policy/policy-field.ts';
import type { Job, RecordedChange } from './change.ts';
import { isOnOneWord } from './change-filter.ts';

type Units = ReadonlyMap<string, Pick<Unit, 'name'>>;

export const changeHeadings = [
  '编号 id',
  '提出时间 proposed',
  '种类 kind',
  '对象 about',
  '项目 figure',
  '原 before',
  '改为 after',
  '理由 reason',
  '提出人 by',
  '提出人编号 by uid',
  '状态 state',
  '须谁确认 needs',
  '确认或不同意的人 second person',
  '其编号 second uid',
  '其时间 decided',
  '其理由 their reason',
  '只有一人 by one person',
  '影响 effects',
] as const;

/** A change as lines of a table (ADM-7): of figures one each, of all else one. */
export function rowsOfChange(change: RecordedChange, units: Units): (string | null)[][] {
  const { verdict } = change;
  const parts = partsOf(change, units);
  return parts.map(({ figure, before, after }) => [
    change.id,
    wallClockOf(change.proposedAtMs),
    change.kind,
    subjectOf(change),
    figure,
    before,
    after,
    change.reason,
    change.byName,
    change.byUid,
    change.state,
    change.needs,
    verdict?.byName ?? null,
    verdict?.byUid ?? null,
    verdict && wallClockOf(verdict.atMs),
    verdict?.reason ?? null,
    isOnOneWord(change) ? 'yes' : 'no',
    'effects' in change && change.effects ? told(change.effects) : null,
  ]);
}

function subjectOf(change: RecordedChange): string {
  if (change.kind === 'policy') return change.version ?? change.basedOn;
  return change.kind === 'calendar' ? String(change.after.year) : `${change.targetName} ${change.targetUid}`;
}

interface Part {
  figure: string | null;
  before: string | null;
  after: string | null;
}

function partsOf(change: RecordedChange, units: Units): Part[] {
  switch (change.kind) {
    case 'policy':
      return change.differences.map(({ key, before, after }) => ({ figure: key, before: wordOf(before), after: wordOf(after) }));
    case 'calendar':
      return [{ figure: `calendar.${change.after.year}`, before: change.before && wordOfYear(change.before), after: wordOfYear(change.after) }];
    case 'job':
      return [{ figure: null, before: change.before && wordOfJob(change.before, units), after: wordOfJob(change.after, units) }];
    case 'duty':
      return [{ figure: null, before: null, after: wordsOfDuty(change) }];
    case 'deputy': {
      const { deputy } = change;
      return [{ figure: null, before: null, after: deputy && `${deputy.name} ${deputy.uid} ${wallClockOf(deputy.fromMs)} – ${wallClockOf(deputy.untilMs)}` }];
    }
  }
}

function wordOf(value: PolicyValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function wordOfYear({ holidays, makeUpWorkingDays }: CalendarYear): string {
  return `off ${holidays.join(' ')}; worked ${makeUpWorkingDays.join(' ')}`;
}

function wordOfJob({ role, unitId, active }: Job, units: Units): string {
  return `${role} · ${units.get(unitId)?.name.zh ?? unitId} · ${active ? 'active' : 'suspended'}`;
}

function wordsOfDuty({ onDuty, nextDutyAtMs, away }: Extract<RecordedChange, { kind: 'duty' }>): string {
  const back = nextDutyAtMs === null ? [] : [`until ${wallClockOf(nextDutyAtMs)}`];
  const absence = away ? [`${away.reason} ${wallClockOf(away.fromMs)} – ${away.untilMs === null ? '?' : wallClockOf(away.untilMs)}`] : [];
  return [onDuty ? 'on duty' : 'off duty', ...back, ...absence].join(' · ');
}

function told(effects: object): string {
  return Object.entries(effects)
    .map(([name, count]) => `${name} ${String(count)}`)
    .join(', ');
}
