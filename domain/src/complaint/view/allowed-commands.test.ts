import { describe, expect, test } from 'vitest';
import type { Role } from '../../organisation/staff.ts';
import { askedAssist } from '../../testing/sample-commands.ts';
import { allowedCommands } from './allowed-commands.ts';
import type { StaffCommandType } from '../command.ts';
import { type Complaint, complaintFromRecording } from '../complaint.ts';
import { type ComplaintState, complaintStates } from '../complaint-values.ts';
import type { Actor } from '../relation.ts';

const recorded = complaintFromRecording(
  {
    id: 'b1f6a1f0-0000-4000-8000-000000000001',
    number: '7K3M9-QXW2C-4',
    pack: 'telecom',
    packVersion: 'telecom-2026.1',
    channel: 'outlet',
    category: 'T01-05',
    tier: 'ordinary',
    homeRegion: '320812',
    urgency: null,
    mailItem: null,
    mailService: null,
    what: '话费里有一笔代收费,客户没有订过。',
    occurredAtMs: 0,
    asks: ['refund'],
    contactMasked: { name: '王**', phone: '138****1001' },
    contactLast4: '1001',
    statusId: 'a'.repeat(64),
    photoCount: 0,
    earlierIds: [],
    ownerUid: 'owner',
    ownerName: 'Owner',
    receivingUnitId: 'outlet',
    recordedInUnitId: 'outlet',
    capturedAtMs: 0,
    clockOffsetMs: 0,
    receivedAtMs: 0,
  },
  ['outlet', 'city'],
);

const assigned: Complaint = {
  ...recorded,
  state: 'assigned',
  handlerUid: 'handler',
  handlerName: 'Handler',
  handlingUnitId: 'branch',
  handlingAudience: ['branch', 'city'],
  audience: ['outlet', 'branch', 'city'],
};
const offered: Complaint = {
  ...assigned,
  state: 'inProgress',
  handOver: { fromUid: 'handler', fromName: 'Handler', toUnitId: 'billing', toUid: null, toName: null, reason: '账务核实', offeredAtMs: 0 },
  audience: [...assigned.audience, 'billing'],
};

function person(uid: string, role: Role, unitId: string, active = true): Actor {
  return { kind: 'staff', staff: { uid, name: uid, role, unitId, active, away: null } };
}

const handler = person('handler', 'departmentHandler', 'branch');
const owner = person('owner', 'outletClerk', 'outlet');
const head = person('head', 'unitHead', 'branch');
const colleague = person('colleague', 'outletClerk', 'outlet');
const stranger = person('stranger', 'outletClerk', 'elsewhere');
const clerkOfBilling = person('clerk', 'departmentHandler', 'billing');
const inspector = person('inspector', 'qualityInspector', 'city');

type Row = [given: string, state: ComplaintState, actor: Actor, commands: StaffCommandType[]];

/** SLA-4, SLA-1…3, SLA-6: what whoever speaks to the customer can do about its clocks. */
const time = ['agreeTime', 'correct', 'noteParticulars', 'nameLink', 'escalate'] as const;

const table: Row[] = [
  [
    'nobody has it yet, the owner can settle it at once (OWN-3)',
    'recorded',
    owner,
    ['note', 'contactAttempt', 'confirmCause', 'answer', 'outOfScope', 'withdraw', 'merge', 'chase', ...time, 'leadToManager'],
  ],
  [
    'newly assigned, its handler accepts or sends it back',
    'assigned',
    handler,
    ['accept', 'return', 'handOver', 'note', 'contactAttempt', 'confirmCause', 'answer', 'outOfScope', 'withdraw', 'merge', ...time],
  ],
  [
    'newly assigned, the head of the unit directs who handles it',
    'assigned',
    head,
    ['accept', 'assign', 'handOver', 'note', 'confirmCause', 'outOfScope', 'merge', 'chase', 'correct', 'noteParticulars', 'nameLink', 'escalate'],
  ],
  [
    'in hand, the owner keeps seeing it and can chase (OWN-7)',
    'inProgress',
    owner,
    ['note', 'contactAttempt', 'confirmCause', 'answer', 'outOfScope', 'withdraw', 'merge', 'chase', ...time, 'leadToManager'],
  ],
  [
    'in hand, its handler',
    'inProgress',
    handler,
    ['return', 'handOver', 'note', 'contactAttempt', 'confirmCause', 'awaitCustomer', 'awaitOther', 'answer', 'outOfScope', 'withdraw', 'merge', ...time],
  ],
  [
    'waiting for the customer, its handler',
    'awaitingCustomer',
    handler,
    ['return', 'handOver', 'note', 'contactAttempt', 'confirmCause', 'awaitOther', 'resume', 'answer', 'outOfScope', 'withdraw', 'merge', ...time],
  ],
  [
    'waiting for the approval of a refund, its handler can do everything but resume',
    'awaitingApproval',
    handler,
    ['return', 'handOver', 'note', 'contactAttempt', 'confirmCause', 'awaitCustomer', 'awaitOther', 'answer', 'outOfScope', 'withdraw', 'merge', ...time],
  ],
  ['in hand, a colleague of the owner adds what they know', 'inProgress', colleague, ['note']],
  ['in hand, someone who oversees without handling', 'inProgress', inspector, ['note']],
  ['none of their business', 'inProgress', stranger, []],
  ['answered, the owner closes or reopens', 'answered', owner, ['note', 'contactAttempt', 'confirmCause', 'close', 'reopen', 'nameLink']],
  ['closed, the handler may still reopen', 'closed', handler, ['note', 'reopen']],
  ['withdrawn, nothing but notes is left', 'withdrawn', owner, ['note']],
];

describe('given a complaint, allowedCommands offers what the transition table opens to the actor', () => {
  test.each(table)('%s (%s)', (_given, state, actor, commands) => {
    expect(
      allowedCommands(
        { ...assigned, state, ...(state === 'recorded' ? { handlerUid: null, handlerName: null, handlingUnitId: null, handlingAudience: [] } : {}) },
        actor,
      ),
    ).toEqual(commands);
  });

  test('a pool complaint is offered to everyone of the unit who can handle, and to nobody else', () => {
    const pool = { ...assigned, handlerUid: null, handlerName: null };
    expect(allowedCommands(pool, person('p', 'departmentHandler', 'branch'))).toContain('accept');
    expect(allowedCommands(pool, person('i', 'qualityInspector', 'branch'))).not.toContain('accept');
    expect(allowedCommands(pool, colleague)).not.toContain('accept');
  });

  test('the receiver of a hand-over accepts or declines it, and nobody can offer a second one meanwhile (OWN-6)', () => {
    expect(allowedCommands(offered, clerkOfBilling)).toEqual(['acceptHandOver', 'declineHandOver', 'note']);
    expect(allowedCommands(offered, handler)).not.toContain('handOver');
    expect(allowedCommands(offered, handler)).not.toContain('acceptHandOver');
  });

  test('AST-1: waiting for assistance is offered while an assist is still to be answered, and not before or after', () => {
    const inHand: Complaint = { ...assigned, state: 'inProgress' };
    expect(allowedCommands(inHand, handler)).not.toContain('awaitAssists');
    expect(allowedCommands({ ...inHand, assists: [askedAssist] }, handler)).toContain('awaitAssists');
    expect(allowedCommands({ ...inHand, assists: [{ ...askedAssist, standing: 'answered' }] }, handler)).not.toContain('awaitAssists');
  });

  test('who lost their authority is offered nothing at all (ORG-4)', () => {
    expect(allowedCommands(assigned, person('handler', 'departmentHandler', 'branch', false))).toEqual([]);
  });

  test('customers and the product have no buttons', () => {
    for (const state of complaintStates) {
      expect(allowedCommands({ ...assigned, state }, { kind: 'customer' })).toEqual([]);
      expect(allowedCommands({ ...assigned, state }, { kind: 'system' })).toEqual([]);
    }
  });
});
