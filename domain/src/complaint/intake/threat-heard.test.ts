import { describe, expect, test } from 'vitest';
import { wantsPush } from '../../notice/preferences.ts';
import { eventsAt, actedAt } from '../../testing/acted.ts';
import { answer, assignmentTo, complaintIn, evolvedBy, justRecorded, poolComplaintIn, recordedAtMs } from '../../testing/complaints.ts';
import { actorOf, calendar, customer, staff, telecom, units } from '../../testing/organisation.ts';
import { complaintAggregate } from '../aggregate.ts';
import type { Command } from '../command.ts';
import type { Complaint } from '../complaint.ts';
import type { ComplaintEvent } from '../event.ts';
import type { Actor } from '../relation.ts';
import { startClocks } from '../time/clocks.ts';
import { isCritical } from '../time/plan.ts';
import { flagsOfRecording } from './attention.ts';

const facts = { pack: telecom, calendar, units, known: {} };

function told(before: Complaint, events: readonly ComplaintEvent[], actorUid: string | null): string[] {
  const after = evolvedBy(before, ...events);
  return complaintAggregate.noticesOf({ before, after, events, actorUid, facts }).flatMap(({ uid, kind }) => (kind === 'lifeThreatened' ? [uid] : []));
}

describe('CRI-4: whoever answers for it hears of a threat to life at once', () => {
  test('as it is taken in: who has it and whose it is, the head of the unit and the one above', () => {
    const before = justRecorded({ what: '再不解决就从营业厅楼上跳楼' });
    const clocks = startClocks(before, { atMs: recordedAtMs, trusted: true }, telecom, calendar);
    const events: ComplaintEvent[] = [
      { type: 'received', atMs: recordedAtMs, flags: flagsOfRecording(before, telecom), repeatOf: [], clocks },
      { type: 'assigned', atMs: recordedAtMs, assignment: assignmentTo('branch', staff.handler) },
    ];
    expect(told(before, events, null)).toEqual(['handler', 'owner', 'head', 'leader']);
    expect(
      told(
        justRecorded(),
        events.map((event) => (event.type === 'received' ? { ...event, flags: [] } : event)),
        null,
      ),
    ).toEqual([]);
  });

  const saying: [told: string, at: Complaint, command: Command, actor: Actor, actorUid: string | null][] = [
    ['the customer adds it', complaintIn('accepted'), { type: 'addInformation', text: '我不想活了' }, customer, null],
    ['the customer disagrees with it', complaintIn('answered'), { type: 'disagree', text: '不给说法就自焚' }, customer, null],
    ['somebody writes it down', complaintIn('accepted'), { type: 'note', text: '客户电话里说要喝农药' }, actorOf(staff.handler), 'handler'],
  ];

  test.each(saying)('%s: once, and it is tellable at night whatever the pack says', (_told, before, command, actor, actorUid) => {
    const events = eventsAt('2026-11-20 15:00', before, command, { actor });
    expect(events[0]).toMatchObject({ type: 'threatHeard' });
    expect(told(before, events, actorUid)).toEqual(['handler', 'owner', 'head', 'leader'].filter((uid) => uid !== actorUid));
    const after = evolvedBy(before, ...events);
    expect(after.flags).toEqual(expect.arrayContaining(['life-threat', 'important']));
    expect([isCritical(before, telecom), isCritical(after, telecom)]).toEqual([false, true]);
    expect(
      eventsAt('2026-11-20 16:00', actedAt('2026-11-20 15:00', complaintIn('accepted'), { type: 'note', text: '客户说想死' }), {
        type: 'note',
        text: '又说想死',
      }).map(({ type }) => type),
    ).not.toContain('threatHeard');
  });

  test('a pool without a handler has its head told once', () => {
    const before = poolComplaintIn('assigned');
    const events = eventsAt('2026-11-20 15:00', before, { type: 'addInformation', text: '我要跳楼' }, { actor: customer });
    expect(told(before, events, null)).toEqual(['owner', 'head', 'leader']);
  });

  test.each<[Command, Actor]>([
    [{ type: 'note', text: '客户没有轻生的意思，没想过自杀' }, actorOf(staff.handler)],
    [{ type: 'addInformation', text: '楼上吊顶漏水' }, customer],
    [{ type: 'answer', text: '已劝阻，不再提跳楼', checklist: answer.checklist, howGiven: answer.howGiven }, actorOf(staff.handler)],
  ])('%j is none', (command, actor) => {
    expect(eventsAt('2026-11-20 15:00', complaintIn('accepted'), command, { actor }).map(({ type }) => type)).not.toContain('threatHeard');
  });

  test('nobody can turn its reminder off but by turning off all', () => {
    const overdueOff = { push: true, kinds: { overdue: false } };
    expect([wantsPush(overdueOff, 'lifeThreatened'), wantsPush(overdueOff, 'overdue')]).toEqual([true, false]);
    expect(wantsPush({ push: false, kinds: {} }, 'lifeThreatened')).toBe(false);
  });
});
