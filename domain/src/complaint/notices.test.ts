import { describe, expect, test } from 'vitest';
import { answer, assignmentTo, complaintIn, evolvedBy, justRecorded, offeredComplaintIn, poolComplaintIn, recordedAtMs } from '../testing/complaints.ts';
import { staff } from '../testing/organisation.ts';
import type { Complaint } from './complaint.ts';
import type { ComplaintEvent } from './event.ts';
import { noticesOf } from './notices.ts';
import type { TakenStep } from './time/taken-step.ts';

const atMs = recordedAtMs;
const told = (before: Complaint, events: ComplaintEvent[], actorUid: string | null = null) =>
  noticesOf(before, evolvedBy(before, ...events), events, actorUid).map(({ uid, kind }) => `${uid} ${kind}`);
const offer = (toUid: string | null) => ({
  fromUid: 'handler',
  fromName: '员工handler',
  toUnitId: 'billing',
  toUid,
  toName: null,
  reason: '账务核实',
  offeredAtMs: atMs,
});

const table: [told: string, before: Complaint, event: ComplaintEvent, notices: string[]][] = [
  [
    'OWN-7: assigned, its handler and its owner',
    justRecorded(),
    { type: 'assigned', atMs, assignment: assignmentTo('branch', staff.handler) },
    ['handler assignedToYou', 'owner yourComplaintAssigned'],
  ],
  ['given to its own owner, one notice', justRecorded(), { type: 'assigned', atMs, assignment: assignmentTo('branch', staff.owner) }, ['owner assignedToYou']],
  [
    'in a pool, the head of the unit',
    justRecorded(),
    { type: 'assigned', atMs, assignment: assignmentTo('branch', null) },
    ['head poolNeedsYou', 'owner yourComplaintAssigned'],
  ],
  ['returned, its owner', complaintIn('accepted'), { type: 'returned', atMs, uid: 'handler' }, ['owner returned']],
  [
    'offered to a person, that person',
    complaintIn('accepted'),
    { type: 'handOverOffered', atMs, handOver: offer('receiver'), toAudience: [], headUid: 'billing-head', isGreen: false },
    ['receiver handOverOffered'],
  ],
  [
    'offered to a desk, its head',
    complaintIn('accepted'),
    { type: 'handOverOffered', atMs, handOver: offer(null), toAudience: [], headUid: 'billing-head', isGreen: false },
    ['billing-head handOverOffered'],
  ],
  [
    'a hand-over accepted, the giver',
    offeredComplaintIn('accepted'),
    { type: 'handOverAccepted', atMs, uid: 'receiver', name: 'r', unitId: 'billing', unitAudience: [] },
    ['handler handOverAccepted'],
  ],
  ['a hand-over declined, the giver', offeredComplaintIn('accepted'), { type: 'handOverDeclined', atMs, uid: 'receiver' }, ['handler handOverDeclined']],
  ['OWN-6: passed around, its owner', complaintIn('accepted'), { type: 'passedAround', atMs }, ['owner passedAround']],
  ['OWN-7: chased, its handler', complaintIn('accepted'), { type: 'chased', atMs, uid: 'owner' }, ['handler chased']],
  ['chased while it lies in a pool, its head', poolComplaintIn('assigned'), { type: 'chased', atMs, uid: 'owner' }, ['head chased']],
  ['reopened, owner and handler', complaintIn('closed'), { type: 'reopened', atMs, byCustomer: true, clocks: null }, ['owner reopened', 'handler reopened']],
  ['information from the customer, its handler', complaintIn('accepted'), { type: 'informationAdded', atMs }, ['handler customerAddedInformation']],
  ['information while nobody has it, its owner', poolComplaintIn('assigned'), { type: 'informationAdded', atMs }, ['owner customerAddedInformation']],
  ['rated, its handler', complaintIn('answered'), { type: 'rated', atMs, rating: { stars: 5, reasons: [], solved: true, atMs } }, ['handler customerRated']],
  ['ORG-4: ownership moved, its new owner', complaintIn('accepted'), { type: 'ownershipMoved', atMs, uid: 'head', name: 'h' }, ['head ownershipMovedToYou']],
  ['withdrawn, its handler', complaintIn('accepted'), { type: 'withdrawn', atMs }, ['handler withdrawn']],
  ['merged, its handler', complaintIn('accepted'), { type: 'merged', atMs, intoId: 'other' }, ['handler merged']],
  ['out of scope, its owner', complaintIn('accepted'), { type: 'closedOutOfScope', atMs, reason: 'r', whereToTurn: 'w' }, ['owner outOfScope']],
  ['answered, nobody: the customer is the one to hear of it', complaintIn('accepted'), { type: 'answered', atMs, answer, replyTime: null }, []],
  ['a note, nobody', complaintIn('accepted'), { type: 'noted', atMs, uid: 'owner' }, []],
];

describe('who is told of what happened', () => {
  test.each(table)('%s', (_told, before, event, notices) => {
    expect(told(before, [event])).toEqual(notices);
  });

  test('nobody is told of their own act', () => {
    expect(told(complaintIn('closed'), [{ type: 'reopened', atMs, byCustomer: false, clocks: null }], 'owner')).toEqual(['handler reopened']);
    expect(told(complaintIn('accepted'), [{ type: 'chased', atMs, uid: 'handler' }], 'handler')).toEqual([]);
  });

  test('SLA-6: what a person raised is told at once to whom it was raised; what the schedule took is told in its digest', () => {
    const step: TakenStep = {
      id: 'sla-reply-3',
      clock: 'reply',
      level: 3,
      telling: 'raised',
      toldUid: 'head',
      toldPost: 'unitHead',
      passedOver: [],
    };
    const taken = [step];
    expect(told(complaintIn('inProgress'), [{ type: 'stepsTaken', atMs, taken, by: 'person' }], 'owner')).toEqual(['head raisedToYou']);
    expect(told(complaintIn('inProgress'), [{ type: 'stepsTaken', atMs, taken, by: 'schedule' }], null)).toEqual([]);
    const nobody = [{ ...step, toldUid: null }];
    expect(told(complaintIn('inProgress'), [{ type: 'stepsTaken', atMs, taken: nobody, by: 'person' }], 'owner')).toEqual([]);
  });

  test('a person gets one notice of a kind per entry', () => {
    const chased: ComplaintEvent = { type: 'chased', atMs, uid: 'owner' };
    expect(told(complaintIn('accepted'), [chased, chased])).toEqual(['handler chased']);
  });

  test('reopened without its handler, the next one is told of both', () => {
    const events: ComplaintEvent[] = [
      { type: 'reopened', atMs, byCustomer: true, clocks: null },
      { type: 'handlerReleased', atMs, uid: 'handler' },
      { type: 'assigned', atMs, assignment: assignmentTo('branch', staff.poolMember) },
    ];
    expect(told(complaintIn('closed'), events).sort()).toEqual([
      'owner reopened',
      'owner yourComplaintAssigned',
      'pool-member assignedToYou',
      'pool-member reopened',
    ]);
  });
});
