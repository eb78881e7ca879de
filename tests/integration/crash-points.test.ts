import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { documentOf } from '../../functions/src/adapters/firestore-store.ts';
import { checkAttachment } from '../../functions/src/attachment/check-attachment.ts';
import { applySaid } from '../../functions/src/complaint/apply-said.ts';
import { releaseWork } from '../../functions/src/schedules/release-work.ts';
import type { StoredDocument } from '../../functions/src/store.ts';
import { openCity, type TestCity } from '../support/city.ts';
import { breakEverywhere, expectTheSameBooks, type Scenario } from '../support/crash-points.ts';
import { jpeg } from '../support/photos.ts';
import { act, record, takeIn, write } from '../support/recorder.ts';
import { applyEntry, receiveComplaint } from '../support/delivering.ts';

const handler = 't-ls-handler-1';
const lianshui = { homeRegion: '320826' };
const patienceMs = 300_000;
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'crash-points');
});
afterAll(() => city.close());

async function known(path: string): Promise<StoredDocument | undefined> {
  return documentOf(await city.firestore.doc(path).get()) ?? undefined;
}

describe('a delivery that breaks off anywhere and is repeated leaves what one undisturbed delivery leaves', { timeout: patienceMs }, () => {
  test.each([
    ['with what its event brought', true],
    ['with nothing but its id', false],
  ])('intake of a complaint, %s', async (_what, isKnown) => {
    const report = await breakEverywhere(city, {
      prepare: async () => {
        const recorded = await record(city, lianshui);
        const event = isKnown ? await known(`complaints/${recorded.id}`) : undefined;
        return { complaints: [recorded], deliver: (host) => receiveComplaint(host, recorded.id, event) };
      },
    });
    expectTheSameBooks(report, 20);
    expect(report.undisturbed).toMatchObject({ books: [{ complaint: { seq: 1, handlerUid: handler }, journal: { assigned: { seq: 1 } } }] });
  });

  test.each([
    ['with what its event brought', true],
    ['with nothing but its id', false],
  ])('an entry that gives the complaint to somebody else, %s', async (_what, isKnown) => {
    const report = await breakEverywhere(city, {
      prepare: async () => {
        const recorded = await takeIn(city, lianshui);
        const entryId = await write(city, recorded.id, handler, { type: 'return', reason: '不归我管' });
        const event = isKnown ? await known(`complaints/${recorded.id}/journal/${entryId}`) : undefined;
        return { complaints: [recorded], otherIds: [entryId], deliver: (host) => applyEntry(host, recorded.id, entryId, event) };
      },
    });
    expectTheSameBooks(report, 12);
    expect(report.undisturbed).toMatchObject({ books: [{ complaint: { seq: 2, handlerUid: null, bounceCount: 1 } }] });
  });

  test('the second of two entries, delivered first, of a complaint that was never taken in', async () => {
    const report = await breakEverywhere(city, {
      prepare: async () => {
        const recorded = await record(city, lianshui);
        const first = await write(city, recorded.id, handler, { type: 'accept' });
        const second = await write(city, recorded.id, handler, { type: 'contactAttempt', result: 'reached', text: '', nextSlotAtMs: null }, { after: first });
        const event = await known(`complaints/${recorded.id}/journal/${second}`);
        return { complaints: [recorded], otherIds: [first, second], deliver: (host) => applyEntry(host, recorded.id, second, event) };
      },
    });
    expectTheSameBooks(report, 45);
    expect(report.undisturbed).toMatchObject({ books: [{ complaint: { seq: 3, state: 'inProgress', contactAttemptCount: 1 } }] });
  });

  test.each([
    { by: 'the link', shown: { way: 'link' } as const, points: 8, doubts: 0 },
    { by: 'number and phone after the contact was opened', shown: { way: 'ticket', lookedUpAtMs: 0 } as const, points: 10, doubts: 1 },
  ])('a customer’s disagreement by $by', async ({ shown, points, doubts }) => {
    const report = await breakEverywhere(city, {
      prepare: async () => {
        const recorded = await takeIn(city, lianshui);
        const answerId = randomUUID();
        await act(
          city,
          recorded.id,
          handler,
          {
            type: 'answer',
            text: '已退。',
            howGiven: '次月账单减免',
            checklist: [
              { ask: 'explanation', result: 'met' },
              { ask: 'refund', result: 'met' },
            ],
          },
          { id: answerId },
        );
        await city.firestore.doc(`complaints/${recorded.id}/contactViews/${handler}`).set({ uid: handler, at: city.host.timestamp(city.host.nowMs()) });
        const said = { statusId: recorded.recording.statusId, shown, saidId: '1', command: { type: 'disagree' as const, text: '没有退' } };
        return { complaints: [recorded], otherIds: [answerId], deliver: (host) => applySaid(host, said) };
      },
    });
    expectTheSameBooks(report, points);
    expect(report.undisturbed).toMatchObject({
      books: [{ complaint: { reopenCount: 1, seq: 3 }, replies: { 'disagree-1': { outcome: 'applied', saidBy: shown.way } } }],
    });
    // One for each operation after which it broke off and was delivered again, and for the one that did not.
    expect((await city.firestore.collection('doubtfulReplies').get()).size).toBe(doubts * (points / 2 + 1));
  });

  test('the release of all that someone held who left', async () => {
    const leaver = 'p-ha-handler-1';
    const report = await breakEverywhere(city, {
      prepare: async () => {
        await city.restoreStaff();
        const held = await takeIn(city, { recorderUid: leaver, homeRegion: '320803' });
        const owned = await takeIn(city, { recorderUid: leaver, homeRegion: '320804' });
        await city.changeStaff(leaver, { active: false });
        return { complaints: [held, owned], deliver: (host) => releaseWork(host, leaver) };
      },
      tidy: closeAll,
    });
    await city.restoreStaff();
    expectTheSameBooks(report, 40);
    expect(report.undisturbed).toMatchObject({
      books: [{ complaint: { handlerUid: null, ownerUid: 'p-ha-head-1', seq: 3 } }, { complaint: { ownerUid: 'p-ha-head-1', seq: 2 } }],
    });
  });

  test('the look at a photo', async () => {
    const bytes = Buffer.concat([jpeg(), Buffer.from('hidden')]);
    const report = await breakEverywhere(city, photoScenario(bytes));
    for (const { hasBroken, books } of report.repeated) expect({ hasBroken, books }).toEqual({ hasBroken: true, books: report.undisturbed });
    expect(report.operations).toHaveLength(2);
    expect(report.undisturbed).toMatchObject({ more: { check: 'refused', fault: 'trailingContent', bytes: null } });
  });
});

function photoScenario(bytes: Buffer): Scenario {
  return {
    prepare: async () => {
      const [complaintId, id] = [randomUUID(), randomUUID()];
      const photo = city.firestore.doc(`complaints/${complaintId}/attachments/${id}`);
      await photo.create({ bytes, sha256: createHash('sha256').update(bytes).digest('hex'), check: 'pending' });
      return { complaints: [], deliver: (host) => checkAttachment(host, complaintId, id), more: async () => (await photo.get()).data() };
    },
  };
}

async function closeAll(): Promise<void> {
  const open = await city.firestore.collection('complaints').where('open', '==', true).get();
  await Promise.all(open.docs.map((complaint) => complaint.ref.update({ open: false, people: [] })));
}
