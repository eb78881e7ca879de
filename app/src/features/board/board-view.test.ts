import { expect, test } from 'vitest';
import type { Board, UnitCounts } from '@shouwen/domain/board/board';
import { inTimeVerdict, pressingUnits, listPath, questionInAddress, unitsOfList } from './board-view.ts';

const nothing = {
  open: 0,
  overdue: 0,
  nearDue: 0,
  escalated: 0,
  unaccepted: 0,
  waiting: 0,
  answered: 0,
  answeredInTime: 0,
  answeredInTimeTold: 0,
  untold: 0,
  promisedAnew: 0,
  reportedLater: 0,
  linkAccept: 0,
  linkSort: 0,
  linkTransport: 0,
  linkDeliver: 0,
  noCover: 0,
};
const line = (unitId: string, counts: Partial<UnitCounts>): UnitCounts => ({ unitId, ...nothing, ...counts });

function boardOf(units: UnitCounts[]): Board {
  const rules = { nearDueHours: 24, escalatedFromLevel: 3, inTimePercent: 95 };
  return { unitId: 'city', pack: 'telecom', audience: [], atMs: 0, rules, total: nothing, units };
}

test('SLA-6: what presses most comes first, and units with nothing to say are only counted', () => {
  const board = boardOf([
    line('calm', { open: 9 }),
    line('quiet', {}),
    line('late', { open: 2, overdue: 1 }),
    line('raised', { open: 2, overdue: 1, escalated: 1 }),
    line('answered', { answered: 3 }),
  ]);
  expect(pressingUnits(board).lines.map(({ unitId }) => unitId)).toEqual(['raised', 'late', 'calm', 'answered']);
  expect(pressingUnits(board).quiet).toBe(1);
});

test('SLA-7: at the target it is met, just below it is not, and without a reply there is nothing to say', () => {
  const late = { overdue: 0, promisedAnew: 0 };
  expect(inTimeVerdict({ ...late, answered: 100, answeredInTime: 95 }, 95)).toEqual({ percent: 95, met: true });
  expect(inTimeVerdict({ ...late, answered: 1000, answeredInTime: 949 }, 95)).toEqual({ percent: 94, met: false });
  expect(inTimeVerdict({ ...late, answered: 0, answeredInTime: 0 }, 95)).toBeNull();
});

test('SLA-7: whoever answers what is easy and leaves the rest does not meet the target', () => {
  expect(inTimeVerdict({ answered: 20, answeredInTime: 20, overdue: 4, promisedAnew: 0 }, 95)).toEqual({ percent: 83, met: false });
  expect(inTimeVerdict({ answered: 0, answeredInTime: 0, overdue: 1, promisedAnew: 0 }, 95)).toEqual({ percent: 0, met: false });
});

test('a list is of one line or of all', () => {
  const rows = [
    { unitId: 'city', handledBy: ['city'] },
    { unitId: 'branch', handledBy: ['branch', 'outlet'] },
  ];
  expect(unitsOfList(rows, 'branch')).toEqual(['branch', 'outlet']);
  expect(unitsOfList(rows, null)).toEqual(['city', 'branch', 'outlet']);
  expect(unitsOfList(rows, 'elsewhere')).toEqual([]);
});

test('an address names a number that there is, or none', () => {
  expect(listPath('city', 'overdue', null)).toBe('/board/city/overdue');
  expect(listPath('city', 'overdue', 'branch')).toBe('/board/city/overdue?unit=branch');
  expect(questionInAddress('overdue')).toBe('overdue');
  expect(questionInAddress('constructor')).toBeNull();
});
