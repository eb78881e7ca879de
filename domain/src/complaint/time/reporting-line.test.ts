import { describe, expect, test } from 'vitest';
import { complaintIn, poolComplaintIn } from '../../testing/complaints.ts';
import { directory, directoryWith, leaders } from '../../testing/leaders.ts';
import { person, telecom, units } from '../../testing/organisation.ts';
import { couldBeTold, superiorOf, recipientAbove } from './reporting-line.ts';

/** Recorded at the outlet, handled at the branch. */
const complaint = complaintIn('inProgress');

describe('SLA-6: who is told, from a post of the line upwards', () => {
  test.each([
    ['handler', 'handler'],
    ['teamLeader', 'manager'],
    ['unitHead', 'head'],
    ['serviceHead', 'service-head'],
    ['companyLeader', 'leader'],
  ] as const)('%s: %s', (post, uid) => {
    expect(recipientAbove(complaint, post, directory, telecom)).toEqual({ uid, post, passedOver: [] });
  });

  test('of what lies in a pool, the head who was told of it stands for the handler', () => {
    expect(recipientAbove(poolComplaintIn('assigned'), 'handler', directory, telecom)).toEqual({ uid: 'head', post: 'handler', passedOver: [] });
    expect(recipientAbove({ ...poolComplaintIn('assigned'), poolHeadUid: null }, 'handler', directory, telecom)).toMatchObject({
      uid: 'manager',
      passedOver: [{ post: 'handler', reason: 'vacant' }],
    });
  });

  test('the head above is told in turn, not the one whose pool it is, who has it already', () => {
    expect(recipientAbove(poolComplaintIn('assigned'), 'unitHead', directory, telecom)).toEqual({
      uid: 'service-head',
      post: 'serviceHead',
      passedOver: [{ post: 'unitHead', reason: 'isHandler' }],
    });
  });

  test('before a unit handles it, the unit that received it counts', () => {
    expect(recipientAbove({ ...complaint, handlerUid: null, handlingUnitId: null }, 'unitHead', directory, telecom).uid).toBe('head');
  });

  test('the nearest of a post counts: one’s own unit before the one above, and of two the same one each time', () => {
    const { head } = leaders;
    const above = person('above', 'unitHead', 'city');
    const beside = person('a-beside', 'unitHead', 'branch');
    const told = (...all: (typeof directory.leaders)[number][]) => recipientAbove(complaint, 'unitHead', { leaders: all, units }, telecom).uid;
    expect(told(above, head)).toBe('head');
    expect(told(head, beside)).toBe('a-beside');
    expect(told(beside, head)).toBe('a-beside');
    expect(told(above)).toBe('above');
  });
});

describe('ORG-4: whoever is not there is passed over, and it is said why', () => {
  test.each([
    ['on leave', directoryWith({ head: { onDuty: false } }), 'onLeave'],
    ['suspended', directoryWith({ head: { active: false } }), 'vacant'],
    ['moved away', directoryWith({ head: { unitId: 'elsewhere' } }), 'vacant'],
    ['of another job now', directoryWith({ head: { role: 'departmentHandler' } }), 'vacant'],
    ['gone', directoryWith({ head: null }), 'vacant'],
  ] as const)('a head who is %s', (_told, without, reason) => {
    expect(recipientAbove(complaint, 'unitHead', without, telecom)).toEqual({
      uid: 'service-head',
      post: 'serviceHead',
      passedOver: [{ post: 'unitHead', reason }],
    });
  });

  test('ADM-4: a handler who is off shift, and if nobody is there they are told all the same', () => {
    const absentUids = new Set(['handler']);
    expect(recipientAbove(complaint, 'handler', { ...directory, absentUids }, telecom)).toEqual({
      uid: 'manager',
      post: 'teamLeader',
      passedOver: [{ post: 'handler', reason: 'onLeave' }],
    });
    const nobody = directoryWith({ manager: null, head: null, serviceHead: null, leader: null });
    expect(recipientAbove(complaint, 'handler', { ...nobody, absentUids }, telecom)).toMatchObject({ uid: 'handler', post: 'handler' });
  });

  test('whoever handles it is not told as their own superior', () => {
    expect(recipientAbove({ ...complaint, handlerUid: 'head' }, 'unitHead', directory, telecom)).toEqual({
      uid: 'service-head',
      post: 'serviceHead',
      passedOver: [{ post: 'unitHead', reason: 'isHandler' }],
    });
  });

  test('where only whoever has it is left, they are told all the same', () => {
    expect(recipientAbove({ ...complaint, handlerUid: 'leader' }, 'companyLeader', directory, telecom)).toEqual({
      uid: 'leader',
      post: 'companyLeader',
      passedOver: [{ post: 'companyLeader', reason: 'isHandler' }],
    });
  });

  test('several posts in a row, up to the leader of the company', () => {
    const alone = directoryWith({ manager: { onDuty: false }, head: null, serviceHead: { active: false } });
    expect(recipientAbove(complaint, 'teamLeader', alone, telecom)).toEqual({
      uid: 'leader',
      post: 'companyLeader',
      passedOver: [
        { post: 'teamLeader', reason: 'onLeave' },
        { post: 'unitHead', reason: 'vacant' },
        { post: 'serviceHead', reason: 'vacant' },
      ],
    });
  });

  test('nobody, only where the whole line is empty, and each post is named', () => {
    const { uid, post, passedOver } = recipientAbove(complaint, 'unitHead', { leaders: [], units }, telecom);
    expect({ uid, post }).toEqual({ uid: null, post: null });
    expect(passedOver.map((over) => over.post)).toEqual(['unitHead', 'serviceHead', 'companyLeader']);
  });

  test('ORG-1: nobody of another company is told', () => {
    const other = new Map(units).set('their-city', {
      ...(units.get('city') as NonNullable<ReturnType<typeof units.get>>),
      id: 'their-city',
      path: ['their-city'],
    });
    const theirs = [{ ...leaders.leader, uid: 'their-leader', unitId: 'their-city' }];
    expect(recipientAbove(complaint, 'companyLeader', { leaders: theirs, units: other }, telecom).uid).toBeNull();
    expect(recipientAbove(complaint, 'companyLeader', { leaders: [...theirs, leaders.leader], units: other }, telecom).uid).toBe('leader');
  });
});

describe('ATT-4: somebody at least one level above whoever has it', () => {
  test.each([
    ['a handler', 'handler', 'head'],
    ['the head', 'head', 'service-head'],
    ['the head of customer service', 'service-head', 'leader'],
  ])('above %s', (_told, handlerUid, uid) => {
    expect(superiorOf({ ...complaint, handlerUid }, directory, telecom)?.uid).toBe(uid);
  });

  test('above the leader of the company there is nobody, and a level below never counts as one above', () => {
    expect(superiorOf({ ...complaint, handlerUid: 'leader' }, directory, telecom)).toBeNull();
    expect(superiorOf({ ...complaint, handlerUid: 'service-head' }, directoryWith({ leader: null }), telecom)).toBeNull();
  });

  test('a team leader takes over nothing, and where nobody is above there is nobody', () => {
    expect(superiorOf(complaint, directoryWith({ head: null, serviceHead: null, leader: null }), telecom)).toBeNull();
    expect(superiorOf(complaint, directoryWith({ head: null, serviceHead: null }), telecom)?.uid).toBe('leader');
  });
});

describe('whose presence has to be known to say who will be told', () => {
  test('everybody on the line of a complaint, there or not, each once', () => {
    const there = couldBeTold(complaint, directory, telecom);
    expect(there.toSorted()).toEqual(['head', 'leader', 'manager', 'service-head']);
    const away = directoryWith({ head: { onDuty: false }, leader: { onDuty: false } });
    expect(couldBeTold(complaint, away, telecom).toSorted()).toEqual(there.toSorted());
  });

  test('whoever is told is among them, whatever they are called and wherever it lies', () => {
    for (const placed of [complaint, poolComplaintIn('assigned'), { ...complaint, handlingUnitId: null, handlerUid: null }])
      for (const post of ['teamLeader', 'unitHead', 'serviceHead', 'companyLeader'] as const) {
        const { uid } = recipientAbove(placed, post, directory, telecom);
        expect(couldBeTold(placed, directory, telecom)).toContain(uid);
      }
  });

  test('nobody who has left, nobody of another branch, nobody whose job leads nothing', () => {
    const { head, manager } = leaders;
    const clerk = person('clerk', 'outletClerk', 'outlet');
    const elsewhere = person('elsewhere', 'unitHead', 'elsewhere');
    const all = { leaders: [{ ...head, active: false }, manager, clerk, elsewhere], units };
    expect(couldBeTold(complaint, all, telecom)).toEqual(['manager']);
  });
});
