import { expect, test } from 'vitest';
import { minuteMs } from '../../calendar/day.ts';
import { isGreen } from '../../policy/green-channel.ts';
import { complaintIn, offeredComplaintIn } from '../../testing/complaints.ts';
import { actorOf, post, staff, telecom } from '../../testing/organisation.ts';
import { contextOf, factsFor, samples } from '../../testing/sample-commands.ts';
import { decide } from '../decide.ts';
import { evolveAll } from '../evolve.ts';
import { handOverDueMs } from './plan.ts';

const offered = { ...offeredComplaintIn('inProgress'), flags: [] as string[], tier: 'ordinary' };
const minutesFor = (change: Partial<typeof offered>, pack = telecom): number => {
  const { handOver } = offered;
  if (!handOver) throw new Error('it is not offered');
  return (handOverDueMs({ ...offered, ...change, handOver }, pack) - handOver.offeredAtMs) / minuteMs;
};

test('GRN-1: hand-overs for VIP, crisis, escalated and important cases are to be taken within 30 minutes, all others within an hour', () => {
  expect(minutesFor({})).toBe(60);
  expect(minutesFor({ tier: 'goTone' })).toBe(60);
  expect(minutesFor({ tier: 'vip' })).toBe(30);
  for (const flag of ['crisis', 'escalated', 'important']) expect(minutesFor({ flags: [flag] })).toBe(30);
  expect(minutesFor({ flags: ['repeat'] })).toBe(60);
});

test('GRN-1: of the post they are those of key accounts; an operator without a green channel has none', () => {
  expect(minutesFor({ tier: 'keyAccount' }, post)).toBe(30);
  expect(isGreen({ tier: 'vip', flags: ['crisis'] }, { greenChannel: null })).toBe(false);
  expect(minutesFor({ tier: 'vip' }, { ...telecom, greenChannel: null })).toBe(60);
});

test('GRN-1: an offer by the green channel is marked until it is answered, and no other is', () => {
  const vip = { ...complaintIn('inProgress'), tier: 'vip' };
  const offer = (complaint: typeof vip) => {
    const handOver = samples.handOver;
    const decision = decide(complaint, handOver, contextOf(actorOf(staff.handler), factsFor(handOver, complaint)));
    if (!decision.ok) throw new Error(decision.refusal.code);
    return evolveAll(complaint, decision.events);
  };
  const offered = offer(vip);
  expect(offered.flags).toContain('green-channel');
  expect(offer({ ...vip, tier: 'ordinary', flags: [] }).flags).not.toContain('green-channel');
  for (const answer of ['acceptHandOver', 'declineHandOver'] as const) {
    const decision = decide(offered, samples[answer], contextOf(actorOf(staff.receiver), factsFor(samples[answer], offered)));
    if (!decision.ok) throw new Error(decision.refusal.code);
    expect(evolveAll(offered, decision.events).flags).not.toContain('green-channel');
  }
});
