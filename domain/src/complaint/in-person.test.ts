import { describe, expect, test } from 'vitest';
import { complaintIn, ledComplaintIn } from '../testing/complaints.ts';
import { actorOf, person, staff } from '../testing/organisation.ts';
import { commandedAtMs, contextOf } from '../testing/sample-commands.ts';
import { decide } from './decide.ts';
import { evolveAll } from './evolve.ts';
import { noticesOf } from './notices.ts';

const lead = (managers: readonly string[]) => decide(complaintIn('inProgress'), { type: 'leadToManager' }, contextOf(actorOf(staff.owner), { managers }));
const receive = (by = staff.manager, complaint = ledComplaintIn('inProgress')) => decide(complaint, { type: 'receiveInPerson' }, contextOf(actorOf(by), {}));

describe('OWN-8: a clerk who cannot leave the counter leads the customer to the manager on duty, who takes ownership in person', () => {
  test('those who manage the unit and are there are told; nothing has changed hands yet', () => {
    const led = lead([staff.manager.uid]);
    if (!led.ok) throw new Error(led.refusal.code);
    const before = complaintIn('inProgress');
    const after = evolveAll(before, led.events);
    expect(after.ownerUid).toBe(staff.owner.uid);
    expect(noticesOf(before, after, led.events, staff.owner.uid)).toEqual([{ uid: staff.manager.uid, kind: 'customerLedToYou' }]);
  });

  test('where no manager is there it is said, and the customer stays with whoever first heard them (OWN-1)', () => {
    expect(lead([])).toEqual({ ok: false, refusal: { code: 'noManagerHere' } });
    expect(lead([staff.owner.uid])).toEqual({ ok: false, refusal: { code: 'noManagerHere' } });
  });

  test('one tap of the manager makes them the owner; the handler and the clocks stay, and the clerk hears of it', () => {
    const before = ledComplaintIn('inProgress');
    const received = receive();
    if (!received.ok) throw new Error(received.refusal.code);
    const after = evolveAll(before, received.events);
    expect(after).toMatchObject({
      ownerUid: staff.manager.uid,
      ownerName: staff.manager.name,
      handlerUid: before.handlerUid,
      clocks: before.clocks,
      ledToManager: null,
    });
    expect(noticesOf(before, after, received.events, staff.manager.uid)).toEqual([{ uid: staff.owner.uid, kind: 'receivedInPerson' }]);
  });

  test('nobody takes what they were not led to, and no manager who is away takes anything', () => {
    expect(receive(staff.manager, complaintIn('inProgress'))).toEqual({ ok: false, refusal: { code: 'notYours' } });
    expect(receive(person('other-manager', 'outletManager', 'outlet'))).toEqual({ ok: false, refusal: { code: 'notYours' } });
    expect(receive({ ...staff.manager, role: 'outletClerk' } as unknown as typeof staff.manager)).toEqual({ ok: false, refusal: { code: 'notYours' } });
    const away = { ...staff.manager, away: { fromMs: commandedAtMs - 1, untilMs: commandedAtMs + 1 } } as unknown as typeof staff.manager;
    expect(receive(away)).toEqual({ ok: false, refusal: { code: 'takerAway' } });
  });
});
