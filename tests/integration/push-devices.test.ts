import { hourMs, minuteMs } from '@shouwen/domain/calendar/day';
import { Timestamp } from 'firebase-admin/firestore';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { inboxItem } from '../../functions/src/inbox-item.ts';
import { mostDevices, dropDevice } from '../../functions/src/push/devices.ts';
import { sendPushes } from '../../functions/src/push/send-pushes.ts';
import { morningMs, type TestCity, type TestHost } from '../support/city.ts';
import { meteredStore } from '../support/metered-store.ts';
import { noticeNumber, openPushedCity, type PushedCity, tokenOf } from '../support/pushed-city.ts';
import type { RecordingPush } from '../support/recording-push.ts';

const clerk = 't-qjp-huaihai-clerk-1';
const other = 't-qjp-shuidukou-manager-1';
let pushed: PushedCity;
let city: TestCity;
let host: TestHost;
let push: RecordingPush;

beforeAll(async () => {
  pushed = await openPushedCity(inject('firestore').host, 'push-devices');
  city = pushed.city;
});
beforeEach(() => {
  ({ host, push } = pushed.begin());
});
afterEach(() => pushed.clear());
afterAll(() => city.close());

describe('devices', () => {
  const holders = async () => (await city.firestore.collection('devices').get()).docs.map((device) => device.get('uid') as unknown);

  test('a phone that two people share reaches whoever registered last, and nobody else', async () => {
    await pushed.register(clerk, 'shared');
    await pushed.register(other, 'shared', 'en');
    await pushed.tell(clerk, 'overdue');
    await pushed.tell(other, 'overdue');
    await sendPushes(host);
    expect(push.sent.map(({ uid, language }) => [uid, language])).toEqual([[other, 'en']]);
  });

  test('signing out removes one’s own; a phone that has become somebody else’s stays theirs', async () => {
    await pushed.register(clerk, 'shared');
    await dropDevice(host, clerk, tokenOf('shared'));
    expect(await holders()).toEqual([]);
    await pushed.register(other, 'shared');
    await dropDevice(host, clerk, tokenOf('shared'));
    expect(await holders()).toEqual([other]);
    await dropDevice(host, other, tokenOf('unheard-of'));
    expect(await holders()).toEqual([other]);
  });

  test('a person has ten at most, and the one registered longest ago goes; registering one again adds none', async () => {
    for (let device = 0; device < mostDevices; device += 1) {
      host.clockMs += minuteMs;
      await pushed.register(clerk, `phone-${device}`);
    }
    host.clockMs += minuteMs;
    await pushed.register(clerk, 'phone-0');
    expect(await holders()).toHaveLength(mostDevices);
    host.clockMs += minuteMs;
    await pushed.register(clerk, 'phone-new');
    const tokens = (await city.firestore.collection('devices').get()).docs.map((device) => String(device.get('token')));
    expect(tokens).toHaveLength(mostDevices);
    expect(tokens).toEqual(expect.arrayContaining([tokenOf('phone-0'), tokenOf('phone-new')]));
    expect(tokens).not.toContain(tokenOf('phone-1'));
  });

  test('one that is gone is forgotten; the others are told all the same', async () => {
    await pushed.register(clerk, 'old');
    await pushed.register(clerk, 'new');
    push.answers.set(tokenOf('old'), 'gone');
    const id = await pushed.tell(clerk, 'overdue');
    expect(await sendPushes(host)).toBe(1);
    expect(await pushed.standing(clerk, id)).toBe('sent');
    await pushed.tell(clerk, 'chased');
    await sendPushes(host);
    expect(push.sent.filter(({ token }) => token === tokenOf('old'))).toHaveLength(1);
    expect(push.sent.filter(({ token }) => token === tokenOf('new'))).toHaveLength(2);
  });
});

describe('what goes wrong on the way', () => {
  test('a service that cannot be reached is tried again later, not at once', async () => {
    await pushed.register(clerk);
    push.answers.set(tokenOf(clerk), 'failed');
    const id = await pushed.tell(clerk, 'overdue');
    expect(await sendPushes(host)).toBe(0);
    expect(await sendPushes(host)).toBe(0);
    expect([push.sent.length, await pushed.standing(clerk, id)]).toEqual([1, 'pending']);
    push.answers.clear();
    host.clockMs += 10 * minuteMs;
    expect(await sendPushes(host)).toBe(1);
    expect(await pushed.standing(clerk, id)).toBe('sent');
    expect(host.logged).toContainEqual({ severity: 'WARNING', message: 'push failed', uid: clerk, count: 1 });
  });

  test('wherever a run dies, the next one tells: never lost, and what is told twice takes its own place', async () => {
    await pushed.register(clerk);
    const rehearsal = meteredStore(host.store);
    await pushed.tell(clerk, 'overdue', { id: 'rehearsed' });
    await sendPushes(pushed.withPush(city.newHost(rehearsal)));
    expect(rehearsal.operations.at(-1)).toBe('commit');
    for (let operation = 1; operation <= rehearsal.operations.length; operation += 1) {
      for (const when of ['at', 'after'] as const) {
        push.sent = [];
        const id = await pushed.tell(clerk, 'overdue', { id: `died-${operation}-${when}` });
        const dying = pushed.withPush(city.newHost(meteredStore(host.store, { operation, when, isDeath: true })));
        await sendPushes(dying).catch(() => 0);
        await sendPushes(host);
        expect(await pushed.standing(clerk, id), `${when} ${rehearsal.operations[operation - 1]}`).toBe('sent');
        expect(push.sent.length).toBeGreaterThanOrEqual(1);
        expect(new Set(push.sent.map(({ tag, title }) => `${tag} ${title}`)).size).toBe(1);
      }
    }
  });

  test('two runs beside each other tell everybody', async () => {
    const uids = [clerk, other, 't-leader-1'];
    for (const uid of uids) await pushed.register(uid);
    for (const uid of uids) await pushed.tell(uid, 'overdue');
    await Promise.all([sendPushes(host), sendPushes(pushed.withPush(city.newHost()))]);
    expect(new Set(push.sent.map(({ uid }) => uid))).toEqual(new Set(uids));
    expect(await sendPushes(host)).toBe(0);
  });

  test('a person whose documents cannot be read keeps nobody else from being told', async () => {
    await pushed.register(clerk);
    await pushed.register(other);
    await city.firestore.doc(`preferences/${clerk}`).set({ push: 'perhaps' });
    const id = await pushed.tell(clerk, 'overdue');
    await pushed.tell(other, 'overdue');
    expect(await sendPushes(host)).toBe(1);
    expect(push.sent.map(({ uid }) => uid)).toEqual([other]);
    expect(await pushed.standing(clerk, id)).toBe('pending');
    await city.firestore.doc(`preferences/${clerk}`).delete();
    host.clockMs += hourMs;
    expect(await sendPushes(host)).toBe(1);
  });

  test('a digest that grew while it was being told is told again', async () => {
    await pushed.register(clerk);
    const path = `inbox/${clerk}/items/steps-1`;
    await pushed.tell(clerk, 'digest', { id: 'steps-1', complaintId: null, counts: { overdue: 2 } });
    const send = push.send;
    push.send = async (messages) => {
      push.send = send;
      await city.firestore.doc(path).update({ counts: { overdue: 5 } });
      return push.send(messages);
    };
    await sendPushes(host);
    await sendPushes(host);
    expect(pushed.titles()).toEqual(['2 件已超时', '5 件已超时']);
  });

  test('of a kind that this version has no words for nothing is told', async () => {
    await pushed.register(clerk);
    const id = await pushed.tell(clerk, 'somethingNewer');
    expect(await sendPushes(host)).toBe(0);
    expect(await pushed.standing(clerk, id)).toBe('skipped');
  });

  test('more than one page is told in one run', async () => {
    await pushed.register(clerk);
    const writer = city.firestore.bulkWriter();
    for (let index = 0; index < 501; index += 1) {
      const item = inboxItem(host, { kind: 'assignedToYou', subject: { collection: 'complaints', id: `c${index}` }, number: noticeNumber });
      void writer.set(city.firestore.doc(`inbox/${index < 500 ? other : clerk}/items/${String(index).padStart(4, '0')}`), { ...item, pushAt: later(index) });
    }
    await writer.close();
    expect(await sendPushes(host)).toBe(1);
    expect(push.sent.map(({ uid }) => uid)).toEqual([clerk]);
  });
});

/** Keeps the order in which notices wait. */
function later(index: number): Timestamp {
  return Timestamp.fromMillis(morningMs - hourMs + index);
}
