import { hourMs, minuteMs } from '@shouwen/domain/calendar/day';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { inboxItem } from '../../functions/src/inbox-item.ts';
import { sendPushes } from '../../functions/src/push/send-pushes.ts';
import type { TestCity, TestHost } from '../support/city.ts';
import { meteredStore } from '../support/metered-store.ts';
import { noticeNumber, openPushedCity, type PushedCity, tokenOf } from '../support/pushed-city.ts';
import type { RecordingPush } from '../support/recording-push.ts';
import { act, takeIn } from '../support/recorder.ts';

const clerk = 't-qjp-huaihai-clerk-1';
const other = 't-qjp-shuidukou-manager-1';
const eveningMs = Date.parse('2026-11-20T22:30:00+08:00');
const nextMorningMs = Date.parse('2026-11-21T08:00:00+08:00');
let pushed: PushedCity;
let city: TestCity;
let host: TestHost;
let push: RecordingPush;

beforeAll(async () => {
  pushed = await openPushedCity(inject('firestore').host, 'push');
  city = pushed.city;
});
beforeEach(() => {
  ({ host, push } = pushed.begin());
});
afterEach(() => pushed.clear());
afterAll(() => city.close());

describe('a notice is told by push', () => {
  test('once, on each device in its own language, with what a tap opens and how many are unread', async () => {
    await pushed.register(clerk, 'phone');
    await pushed.register(clerk, 'tablet', 'en');
    await pushed.register(other);
    const id = await pushed.tell(clerk, 'overdue', { id: 'a' });
    expect(await sendPushes(host)).toBe(1);
    const same = { uid: clerk, body: '', url: '/complaint/c-a', tag: 'inbox', unread: 1 };
    expect(push.sent.toSorted((one, two) => one.token.localeCompare(two.token))).toEqual([
      { ...same, token: tokenOf('phone'), language: 'zh-CN', title: `投诉 ${noticeNumber} 已超时` },
      { ...same, token: tokenOf('tablet'), language: 'en', title: `Complaint ${noticeNumber} is overdue` },
    ]);
    expect(await pushed.standing(clerk, id)).toBe('sent');
    expect(await sendPushes(host)).toBe(0);
    expect(push.sent).toHaveLength(2);
  });

  test('several in one message, and what lies unread from before is counted (SLA-6: a digest, not a storm)', async () => {
    await pushed.register(clerk);
    await pushed.tell(clerk, 'assignedToYou');
    await sendPushes(host);
    await pushed.tell(clerk, 'digest', { complaintId: null, counts: { nearDue: 3, overdue: 2 } });
    await pushed.tell(clerk, 'customerRated');
    await sendPushes(host);
    expect(push.sent[1]).toMatchObject({ title: '2 件已超时，3 件即将到期，1 件有客户回应', body: '共 3 条未读消息', url: '/inbox', unread: 3 });
  });

  test('what the person has read meanwhile is not told', async () => {
    await pushed.register(clerk);
    const [read, unread] = [await pushed.tell(clerk, 'chased'), await pushed.tell(clerk, 'overdue')];
    await city.firestore.doc(`inbox/${clerk}/items/${read}`).update({ read: true });
    await sendPushes(host);
    expect(pushed.titles()).toEqual([`投诉 ${noticeNumber} 已超时`]);
    expect([await pushed.standing(clerk, read), await pushed.standing(clerk, unread)]).toEqual(['skipped', 'sent']);
  });

  test('a complaint’s own notices are told, without anything about the customer (RET-2)', async () => {
    const before = city.host;
    city.host = host;
    const { id, recording, contact } = await takeIn(city, { homeRegion: '320826' });
    const handlerUid = String((await city.firestore.doc(`complaints/${id}`).get()).get('handlerUid'));
    await pushed.register(handlerUid);
    await pushed.register(recording.ownerUid);
    await act(city, id, recording.ownerUid, { type: 'chase', text: '客户很着急' });
    city.host = before;
    expect(await sendPushes(host)).toBe(2);
    const sent = JSON.stringify(push.sent);
    expect(sent).toContain(recording.number);
    for (const personal of [
      contact.name,
      contact.phone,
      contact.token,
      recording.contactMasked.name,
      recording.contactMasked.phone,
      recording.what,
      '客户很着急',
    ])
      expect(sent).not.toContain(personal);
  });
});

describe('whoever does not want it, or may not know, is not told', () => {
  test('a person without a device: nothing is sent, and nothing else of theirs is read', async () => {
    await pushed.tell(clerk, 'overdue', { id: 'b' });
    const metered = meteredStore(host.store);
    expect(await sendPushes(Object.assign(pushed.withPush(city.newHost(metered)), { clockMs: host.clockMs }))).toBe(0);
    expect(metered.bill).toEqual({ reads: 2, writes: 1, deletes: 0 });
    expect(await pushed.standing(clerk, 'b')).toBe('skipped');
  });

  test('a suspended person is not told, a colleague is (ORG-4)', async () => {
    await pushed.register(clerk);
    await pushed.register(other);
    await city.changeStaff(clerk, { active: false });
    await pushed.tell(clerk, 'overdue');
    await pushed.tell(other, 'overdue');
    expect(await sendPushes(host)).toBe(1);
    expect(push.sent.map(({ uid }) => uid)).toEqual([other]);
  });

  test('a group that is turned off is left out, the others are told', async () => {
    await pushed.register(clerk);
    await city.firestore.doc(`preferences/${clerk}`).set({ push: true, kinds: { customer: false } });
    const id = await pushed.tell(clerk, 'customerRated');
    await pushed.tell(clerk, 'chased');
    await sendPushes(host);
    expect(pushed.titles()).toEqual([`投诉 ${noticeNumber} 有人催办`]);
    expect(await pushed.standing(clerk, id)).toBe('skipped');
  });

  test('push turned off altogether is off on every device', async () => {
    await pushed.register(clerk, 'phone');
    await pushed.register(clerk, 'tablet');
    await city.firestore.doc(`preferences/${clerk}`).set({ push: false, kinds: {} });
    await pushed.tell(clerk, 'overdue');
    expect(await sendPushes(host)).toBe(0);
    expect(push.sent).toEqual([]);
  });

  test('what could not be told for a day is no news any more', async () => {
    await pushed.register(clerk);
    const id = await pushed.tell(clerk, 'overdue');
    host.clockMs += 24 * hourMs;
    expect(await sendPushes(host)).toBe(0);
    expect(await pushed.standing(clerk, id)).toBe('skipped');
  });
});

describe('nobody is disturbed in quiet hours, unless it is critical (SLA-4)', () => {
  test('what happens in the night is told in the morning, all of it in one message', async () => {
    await pushed.register(clerk);
    host.clockMs = eveningMs;
    const ids = [await pushed.tell(clerk, 'assignedToYou'), await pushed.tell(clerk, 'refundNeedsYou')];
    expect(await sendPushes(host)).toBe(0);
    host.clockMs = nextMorningMs - 1;
    ids.push(await pushed.tell(clerk, 'customerRated'));
    expect(await sendPushes(host)).toBe(0);
    expect(await Promise.all(ids.map((id) => pushed.standing(clerk, id)))).toEqual(['pending', 'pending', 'pending']);
    host.clockMs = nextMorningMs;
    expect(await sendPushes(host)).toBe(1);
    expect(pushed.titles()).toEqual(['1 件新指派，1 件有客户回应，1 件退费或账务']);
  });

  test('one minute before the quiet hours it is told', async () => {
    await pushed.register(clerk);
    host.clockMs = Date.parse('2026-11-20T21:59:00+08:00');
    await pushed.tell(clerk, 'assignedToYou');
    expect(await sendPushes(host)).toBe(1);
  });

  test('what the pack calls critical is told at night, and the rest does not come along', async () => {
    await pushed.register(clerk);
    host.clockMs = eveningMs;
    const ordinary = await pushed.tell(clerk, 'assignedToYou');
    await pushed.tell(clerk, 'overdue', { isCritical: true });
    expect(await sendPushes(host)).toBe(1);
    expect(pushed.titles()).toEqual([`投诉 ${noticeNumber} 已超时`]);
    expect(await pushed.standing(clerk, ordinary)).toBe('pending');
  });

  test('a critical network complaint of the night reaches whoever gets it, an ordinary complaint waits (NET-1)', async () => {
    const before = city.host;
    city.host = host;
    host.clockMs = eveningMs;
    const received = { capturedAtMs: eveningMs, receivedAtMs: eveningMs };
    const critical = await takeIn(city, { category: 'T04-01', urgency: 'critical', homeRegion: '320803', ...received });
    const ordinary = await takeIn(city, { homeRegion: '320826', ...received });
    city.host = before;
    const atNight = async (id: string): Promise<unknown[]> => {
      const items = await city.firestore.collectionGroup('items').where('complaintId', '==', id).get();
      return items.docs.map((item) => item.get('pushAtNight') as unknown);
    };
    expect(new Set(await atNight(critical.id))).toEqual(new Set([true]));
    expect(new Set(await atNight(ordinary.id))).toEqual(new Set([false]));
  });

  test('what waits for the morning does not stand before the others: it is not looked at again before', async () => {
    await pushed.register(clerk);
    host.clockMs = eveningMs;
    await pushed.tell(clerk, 'assignedToYou');
    await sendPushes(host);
    const metered = meteredStore(host.store);
    await sendPushes(Object.assign(pushed.withPush(city.newHost(metered)), { clockMs: eveningMs + 5 * minuteMs }));
    expect(metered.bill).toEqual({ reads: 1, writes: 0, deletes: 0 });
  });
});

describe('where push is not set up', () => {
  test('notices carry nothing of it, and a run reads and writes nothing', async () => {
    const metered = meteredStore(host.store);
    const bare = city.newHost(metered);
    expect(Object.keys(inboxItem(host, { kind: 'overdue', number: noticeNumber }))).toEqual(expect.arrayContaining(['push', 'pushAt', 'pushAtNight']));
    expect(Object.keys(inboxItem(bare, { kind: 'overdue', number: noticeNumber, isCritical: true })).filter((field) => /push|critical/i.test(field))).toEqual(
      [],
    );
    await pushed.tell(clerk, 'overdue');
    expect(await sendPushes(bare)).toBe(0);
    expect(metered.operations).toEqual([]);
  });
});
