import { describe, expect, test } from 'vitest';
import { unitOf, units } from '../testing/organisation.ts';
import { roles } from '../organisation/staff.ts';
import { boardRoles, inTimeOfAnsweredPercent, inTimePercent, inTimeToldPercent, mayReadBoard, totalOf } from './board.ts';
import { boardRootId, boardRows } from './board-rows.ts';

describe('whose board shows what', () => {
  test('a branch’s has itself and each outlet, and no complaint is counted twice', () => {
    expect(boardRows(unitOf('branch'), units)).toEqual([
      { unitId: 'branch', handledBy: ['branch'] },
      { unitId: 'outlet', handledBy: ['outlet'] },
    ]);
  });

  test('the company’s has each branch with all below it, each department, and each unit of oversight by itself', () => {
    expect(boardRows(unitOf('city'), units)).toEqual([
      { unitId: 'city', handledBy: ['city'] },
      { unitId: 'billing', handledBy: ['billing'] },
      { unitId: 'branch', handledBy: ['branch', 'outlet'] },
      { unitId: 'centre', handledBy: ['centre'] },
      { unitId: 'elsewhere', handledBy: ['elsewhere'] },
      { unitId: 'network', handledBy: ['network'] },
      { unitId: 'service', handledBy: ['service'] },
    ]);
  });

  test('CRI-2: oversight sees the whole company’s', () => {
    expect(boardRootId(unitOf('centre'))).toBe('city');
    expect(boardRows(unitOf('centre'), units)).toEqual(boardRows(unitOf('city'), units));
    expect(boardRootId(unitOf('branch'))).toBe('branch');
  });

  test('each unit of the company is in exactly one line', () => {
    const counted = boardRows(unitOf('city'), units).flatMap(({ handledBy }) => handledBy);
    expect(counted.sort()).toEqual([...units.keys()].sort());
  });
});

describe('who may look at a board', () => {
  const person = (unitId: string, role: (typeof roles)[number] = 'unitHead', active = true) => ({ unitId, role, active });

  test.each([
    ['their own', 'branch', 'branch', true],
    ['of a unit below', 'branch', 'outlet', true],
    ['of the unit above', 'branch', 'city', false],
    ['of another branch', 'branch', 'elsewhere', false],
    ['of any unit, from the company', 'city', 'elsewhere', true],
    ['of any unit, from oversight', 'centre', 'elsewhere', true],
  ])('one %s: from %s that of %s is %s', (_what, from, unitId, may) => {
    expect(mayReadBoard(person(from), unitOf(unitId))).toBe(may);
  });

  test('ORG-4: nobody who is suspended', () => {
    expect(mayReadBoard(person('branch', 'unitHead', true), unitOf('branch'))).toBe(true);
    expect(mayReadBoard(person('branch', 'unitHead', false), unitOf('branch'))).toBe(false);
  });

  test.each(roles)('%s: only who directs or oversees others', (role) => {
    expect(mayReadBoard(person('branch', role), unitOf('branch'))).toBe(boardRoles.includes(role));
  });
});

describe('SLA-7: replies in time', () => {
  test.each([
    [95, 100, 95],
    [949, 1000, 94],
    [1, 1, 100],
    [0, 3, 0],
  ])('%i of %i are %i %%', (answeredInTime, answered, percent) => {
    expect(inTimePercent({ answered, answeredInTime, overdue: 0, promisedAnew: 0 })).toBe(percent);
    expect(inTimeOfAnsweredPercent({ answered, answeredInTime })).toBe(percent);
  });

  test.each([
    ['four overdue beside twenty answered in time', { answered: 20, answeredInTime: 20, overdue: 4, promisedAnew: 0 }, 83, 100],
    ['one whose promise ran out and was made anew', { answered: 19, answeredInTime: 19, overdue: 0, promisedAnew: 1 }, 95, 100],
    ['late answers and none', { answered: 10, answeredInTime: 8, overdue: 5, promisedAnew: 5 }, 40, 80],
    ['nothing answered and one overdue', { answered: 0, answeredInTime: 0, overdue: 1, promisedAnew: 0 }, 0, null],
  ])('what is due and unanswered counts as late: %s', (_told, counts, ofDue, ofAnswered) => {
    expect([inTimePercent(counts), inTimeOfAnsweredPercent(counts)]).toEqual([ofDue, ofAnswered]);
  });

  test('TEL-1: and of those in time the ones that their customers know of', () => {
    expect(inTimeToldPercent({ answered: 1000, answeredInTimeTold: 949 })).toBe(94);
    expect(inTimeToldPercent({ answered: 0, answeredInTimeTold: 0 })).toBeNull();
  });

  test('where nothing was to be answered there is no share', () => {
    expect(inTimePercent({ answered: 0, answeredInTime: 0, overdue: 0, promisedAnew: 0 })).toBeNull();
  });

  test('the total is that of all lines', () => {
    const one = {
      open: 8,
      overdue: 1,
      nearDue: 2,
      escalated: 3,
      unaccepted: 4,
      waiting: 5,
      answered: 6,
      answeredInTime: 7,
      answeredInTimeTold: 8,
      untold: 9,
      promisedAnew: 10,
      reportedLater: 11,
      linkAccept: 12,
      linkSort: 13,
      linkTransport: 14,
      linkDeliver: 15,
      noCover: 16,
    };
    const ofNow = { open: 16, overdue: 2, nearDue: 4, escalated: 6, unaccepted: 8, waiting: 10, untold: 18, promisedAnew: 20, reportedLater: 22 };
    const ofLinks = { linkAccept: 24, linkSort: 26, linkTransport: 28, linkDeliver: 30, noCover: 32 };
    expect(totalOf([one, one])).toEqual({ ...ofNow, ...ofLinks, answered: 12, answeredInTime: 14, answeredInTimeTold: 16 });
    expect(totalOf([])).toMatchObject({ open: 0, answered: 0 });
  });
});
