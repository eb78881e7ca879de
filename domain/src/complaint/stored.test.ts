import { describe, expect, test } from 'vitest';
import { actedAt, steppedAt } from '../testing/acted.ts';
import { complaintIn, justRecorded } from '../testing/complaints.ts';
import { samples } from '../testing/sample-commands.ts';
import { fromStored, toStored } from '../kernel/stored.ts';
import type { Complaint, ReplyTime } from './complaint.ts';
import { complaintFromStored } from './stored.ts';

const timestamp = (atMs: number) => ({ toMillis: () => atMs });

describe('moments as Firestore keeps them', () => {
  test('a complaint that was stored reads back as it was', () => {
    for (const complaint of [justRecorded(), complaintIn('assigned'), complaintIn('closed')]) {
      expect(complaintFromStored(complaint.id, toStored(complaint, timestamp))).toEqual(complaint);
    }
  });

  test('only what rules compare or queries order by becomes a timestamp', () => {
    const stored = toStored(complaintIn('assigned'), (atMs) => `at ${atMs}`);
    expect(
      Object.entries(stored)
        .filter(([, value]) => String(value).startsWith('at '))
        .map(([name]) => name)
        .sort(),
    ).toEqual(['capturedAt', 'dueAt', 'nextDueAt', 'receivedAt', 'updatedAt']);
    expect(stored).toHaveProperty('occurredAtMs');
    expect(stored).not.toHaveProperty('capturedAtMs');
  });

  test('nothing due is null on both sides, and what is absent stays absent', () => {
    expect(toStored({ dueAtMs: null }, timestamp)).toEqual({ dueAt: null });
    expect(fromStored({ dueAt: null })).toEqual({ dueAtMs: null });
    expect(toStored({ a: 1 }, timestamp)).toEqual({ a: 1 });
    expect(fromStored({ a: 1, expiresAt: timestamp(5) })).toEqual({ a: 1, expiresAtMs: 5 });
  });

  test('what is no timestamp is no moment', () => {
    for (const value of [5, 'yesterday', {}, { toMillis: 5 }]) expect(fromStored({ dueAt: value })).toEqual({ dueAtMs: null });
  });

  test('SLA-6: clocks from before there was a plan ran from their start and have none; those with one keep it', () => {
    const complaint = complaintIn('assigned');
    const { runStartAtMs: _run, plan: _plan, ...older } = complaint.clocks ?? {};
    const { schemaVersion: _none, ...stored } = toStored(complaint, timestamp);
    const read = complaintFromStored(complaint.id, { ...stored, clocks: older });
    expect(read.clocks).toEqual({ ...older, runStartAtMs: complaint.clocks?.startAtMs, plan: [] });
    expect(complaintFromStored(complaint.id, toStored(complaintIn('reopened'), timestamp)).clocks).toEqual(complaintIn('reopened').clocks);
  });

  test('one from before there were pauses, agreed times and overdue facts has none of them', () => {
    const {
      schemaVersion: _none,
      pauses: _pauses,
      agreedTime: _agreed,
      overdues: _overdues,
      stepsTaken: _steps,
      need: _need,
      ...older
    } = toStored(complaintIn('assigned'), timestamp);
    expect(complaintFromStored('the-document', older)).toMatchObject({ pauses: [], agreedTime: null, overdues: [], stepsTaken: {}, need: null });
  });

  test('SLA-7: an answer from before it was kept whom it counts for counts for whoever has the complaint, and a promise that ran out is found among the facts', () => {
    const former = (complaint: Complaint) => {
      const { schemaVersion: _none, lateReply: _late, brokenPromise: _broken, reportedLater: _reported, replyTime, ...stored } = toStored(complaint, timestamp);
      const { unitId: _unit, atMs: _at, ...judged } = (replyTime ?? {}) as Partial<ReplyTime>;
      return complaintFromStored(complaint.id, { ...stored, replyTime: replyTime === null ? null : judged });
    };
    const late = actedAt('2026-11-22 10:00', complaintIn('inProgress'), samples.answer);
    expect(former(late)).toMatchObject({ replyTime: late.replyTime, lateReply: late.replyTime });
    const inTime = actedAt('2026-11-20 15:00', complaintIn('inProgress'), samples.answer);
    expect(former(inTime)).toMatchObject({ replyTime: inTime.replyTime, lateReply: null });
    const overdue = steppedAt('2026-11-22 09:05', complaintIn('inProgress'));
    expect(former(overdue)).toMatchObject({ replyTime: null, brokenPromise: overdue.brokenPromise });
    expect(former(complaintIn('reopened')).brokenPromise).toBeNull();
  });

  test('one that the server has not touched yet starts empty, and its id is that of the document', () => {
    const { id: _id, ...written } = toStored(justRecorded(), timestamp);
    const { schemaVersion: _none, seq: _seq, flags: _flags, milestones: _milestones, ...bare } = written;
    expect(complaintFromStored('the-document', bare)).toMatchObject({ id: 'the-document', state: 'recorded', seq: 0, flags: [], milestones: [], clocks: null });
  });
});
