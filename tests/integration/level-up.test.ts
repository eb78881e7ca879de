import type { StaffCommand } from '@shouwen/domain/complaint/command';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { applySaid } from '../../functions/src/complaint/apply-said.ts';
import { openCity, type TestCity } from '../support/city.ts';
import { act, newPhone, type Recorded, takeIn } from '../support/recorder.ts';
import { clearComplaints, complaintOf } from '../support/steps.ts';

const lianshui = { homeRegion: '320826' };
const handler = 't-ls-handler-1';
const head = 't-ls-head-1';
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'level-up');
});
beforeEach(() => {
  city.host = city.newHost();
});
afterEach(async () => {
  await city.restoreStaff();
  await clearComplaints(city.firestore);
});
afterAll(() => city.close());

/** Who has it, where, and why. */
async function placed(id: string): Promise<Record<string, unknown>> {
  const { handlerUid, handlingUnitId, poolHeadUid, flags } = await complaintOf(city, id);
  const route: unknown = (await city.firestore.doc(`complaints/${id}/journal/assigned`).get()).get('payload.route');
  return { handlerUid, handlingUnitId, poolHeadUid, flags, route };
}

describe('ATT-4: a matter that comes again goes above those who had it', () => {
  test('to the head of the unit, and the third time to those above the head', async () => {
    const phone = newPhone();
    const first = await takeIn(city, { ...lianshui, phone });
    expect(await placed(first.id)).toMatchObject({ handlerUid: handler, route: 'homeRegion' });
    const second = await takeIn(city, { ...lianshui, phone });
    expect(await placed(second.id)).toEqual({ handlerUid: head, handlingUnitId: 't-ls', poolHeadUid: null, flags: ['repeat'], route: 'levelUp' });
    const third = await takeIn(city, { ...lianshui, phone });
    expect(await placed(third.id)).toMatchObject({ handlerUid: 't-cc-director-1', handlingUnitId: 't-cc', route: 'levelUp' });
  });

  test('another category of the same customer, or the same of another customer, is no repeat and stays with the handlers', async () => {
    const phone = newPhone();
    await takeIn(city, { ...lianshui, phone });
    const other = await takeIn(city, { ...lianshui, phone, category: 'T01-05' });
    const stranger = await takeIn(city, lianshui);
    expect(await placed(other.id)).toMatchObject({ handlerUid: handler, route: 'homeRegion' });
    expect(await placed(stranger.id)).toMatchObject({ handlerUid: handler, route: 'homeRegion' });
  });

  test('TIME, ATT-2: a repeat is one also from a phone whose clock is ten years wrong; a complaint of three months ago is none', async () => {
    const tenYearsMs = 3652 * 86_400_000;
    const phone = newPhone();
    const first = await takeIn(city, { ...lianshui, phone, capturedAtMs: city.host.nowMs() + tenYearsMs });
    const second = await takeIn(city, { ...lianshui, phone, capturedAtMs: city.host.nowMs() - tenYearsMs });
    expect((await complaintOf(city, second.id))['repeatOf']).toEqual([first.id]);
    const other = newPhone();
    const longAgoMs = city.host.nowMs() - 90 * 86_400_000;
    await takeIn(city, { ...lianshui, phone: other, capturedAtMs: longAgoMs, receivedAtMs: longAgoMs });
    expect((await complaintOf(city, (await takeIn(city, { ...lianshui, phone: other })).id))['repeatOf']).toEqual([]);
  });

  test('ORG-4: past a head on leave, further up', async () => {
    const phone = newPhone();
    await takeIn(city, { ...lianshui, phone });
    await city.changeStaff(head, { onDuty: false });
    const second = await takeIn(city, { ...lianshui, phone });
    expect(await placed(second.id)).toMatchObject({ handlerUid: 't-cc-director-1', handlingUnitId: 't-cc', route: 'levelUp' });
  });

  test('with no head there at all it goes where it would have gone: never nobody', async () => {
    const phone = newPhone();
    await takeIn(city, { ...lianshui, phone });
    for (const uid of [head, 't-cc-director-1', 't-leader-1']) await city.changeStaff(uid, { onDuty: false });
    const second = await takeIn(city, { ...lianshui, phone });
    expect(await placed(second.id)).toMatchObject({ handlerUid: handler, route: 'homeRegion', flags: ['repeat'] });
  });

  test('what repeats a complaint that nobody had goes to the handlers as ever', async () => {
    const phone = newPhone();
    await city.changeStaff(handler, { onDuty: false });
    const first = await takeIn(city, { ...lianshui, phone });
    expect(await placed(first.id)).toMatchObject({ handlerUid: null, poolHeadUid: head });
    await city.restoreStaff();
    const second = await takeIn(city, { ...lianshui, phone });
    expect(await placed(second.id)).toMatchObject({ handlerUid: handler, route: 'homeRegion', flags: ['repeat'] });
  });
});

/** What the journal says of assignments by the product, in the order in which they were written. */
async function raised(id: string): Promise<unknown[]> {
  const entries = await city.firestore.collection(`complaints/${id}/journal`).where('type', '==', 'assign').get();
  return entries.docs
    .map((entry) => entry.data())
    .toSorted((one, other) => Number(one['seq']) - Number(other['seq']))
    .map(({ payload }) => payload as unknown);
}

const correct = { type: 'correct', tier: 'ordinary', urgency: null, need: null, reason: '归类有误' } as const;
const answer: StaffCommand = {
  type: 'answer',
  text: '已解释。',
  howGiven: '次月账单减免',
  checklist: [
    { ask: 'explanation', result: 'met' },
    { ask: 'refund', result: 'met' },
  ],
};

describe('ATT-4: what came from above goes above those who handle, at once', () => {
  test.each(['regulatorTransfer', 'mayorHotline', 'superiorTransfer'])(
    'by the channel %s, to the head of the unit, and the journal says why',
    async (channel) => {
      const { id } = await takeIn(city, { ...lianshui, channel });
      expect(await placed(id)).toMatchObject({ handlerUid: head, handlingUnitId: 't-ls', route: 'levelUp' });
      expect(await raised(id)).toEqual([expect.objectContaining({ handlerUid: head, route: 'levelUp', because: ['escalated'] })]);
    },
  );

  test('an ordinary one goes to the handlers, and no reason is made up', async () => {
    const { id } = await takeIn(city, lianshui);
    expect(await raised(id)).toEqual([{ unitId: 't-ls', handlerUid: handler, handlerName: expect.any(String), route: 'homeRegion' }]);
  });

  test('with no head there it goes where it would have gone: never nobody', async () => {
    for (const uid of [head, 't-cc-director-1', 't-leader-1']) await city.changeStaff(uid, { onDuty: false });
    expect(await placed((await takeIn(city, { ...lianshui, channel: 'regulatorTransfer' })).id)).toMatchObject({ handlerUid: handler, route: 'homeRegion' });
  });

  test('whoever returns it gives it further up, not back down', async () => {
    const { id } = await takeIn(city, { ...lianshui, channel: 'regulatorTransfer' });
    await act(city, id, head, { type: 'return', reason: '需省公司协调' });
    expect(await placed(id)).toMatchObject({ handlerUid: 't-cc-director-1', handlingUnitId: 't-cc' });
    expect((await raised(id)).at(-1)).toMatchObject({ handlerUid: 't-cc-director-1', route: 'levelUp', because: ['escalated'] });
  });
});

describe('ATT-4: an answer that does not hold', () => {
  const disagree = ({ id, recording: { statusId } }: Recorded, saidId: string) =>
    applySaid(city.host, { statusId, shown: { way: 'link' }, saidId, command: { type: 'disagree', text: `没有解决 ${id}` } });

  async function answered(wanted: Parameters<typeof takeIn>[1] = {}): Promise<Recorded> {
    const recorded = await takeIn(city, { ...lianshui, ...wanted });
    const { handlerUid } = await complaintOf(city, recorded.id);
    for (const command of [{ type: 'accept' } as const, answer]) await act(city, recorded.id, String(handlerUid), command);
    return recorded;
  }

  test('once, it stays with whoever answered; the second time it goes to their head at once, the third above the head', async () => {
    const recorded = await answered();
    const holders: unknown[] = [];
    for (const saidId of ['1', '2', '3']) {
      expect(await disagree(recorded, saidId)).toEqual({ outcome: 'applied' });
      const { handlerUid, state } = await complaintOf(city, recorded.id);
      expect(state).toBe('reopened');
      holders.push(handlerUid);
      for (const command of [{ type: 'accept' } as const, answer]) await act(city, recorded.id, String(handlerUid), command);
    }
    expect(holders).toEqual([handler, head, 't-cc-director-1']);
    expect((await raised(recorded.id)).slice(1)).toEqual([
      expect.objectContaining({ handlerUid: head, route: 'levelUp', because: ['reopened'] }),
      expect.objectContaining({ handlerUid: 't-cc-director-1', route: 'levelUp', because: ['reopened'] }),
    ]);
    expect((await city.firestore.collection(`inbox/${head}/items`).get()).docs.map((item) => item.get('kind') as string)).toContain('assignedToYou');
  });

  test('of what came from above, the first time', async () => {
    const recorded = await answered({ channel: 'regulatorTransfer' });
    await disagree(recorded, '1');
    expect(await complaintOf(city, recorded.id)).toMatchObject({ state: 'reopened', handlerUid: 't-cc-director-1' });
  });

  test('where nobody above is there, it stays with whoever had it', async () => {
    const recorded = await answered();
    await disagree(recorded, '1');
    for (const command of [{ type: 'accept' } as const, answer]) await act(city, recorded.id, handler, command);
    for (const uid of [head, 't-cc-director-1', 't-leader-1']) await city.changeStaff(uid, { onDuty: false });
    await disagree(recorded, '2');
    expect(await complaintOf(city, recorded.id)).toMatchObject({ state: 'reopened', handlerUid: handler });
  });
});

describe('ATT-2, ATT-4: a corrected category is looked at again', () => {
  test('it has become a repeat: it says of what, and goes above whoever had that', async () => {
    const phone = newPhone();
    const first = await takeIn(city, { ...lianshui, phone });
    const second = await takeIn(city, { ...lianshui, phone, category: 'T01-05' });
    expect(await placed(second.id)).toMatchObject({ handlerUid: handler, flags: ['regulatory-risk:third-party-service'] });
    await act(city, second.id, handler, { type: 'accept' });
    await act(city, second.id, handler, { ...correct, category: 'T01-01' });
    expect(await complaintOf(city, second.id)).toMatchObject({ flags: ['repeat'], repeatOf: [first.id], handlerUid: head });
    expect((await raised(second.id)).at(-1)).toMatchObject({ handlerUid: head, route: 'levelUp', because: ['repeat'] });
  });

  test('it is none any more: the flag goes, and it stays with whoever has it', async () => {
    const phone = newPhone();
    await takeIn(city, { ...lianshui, phone });
    const second = await takeIn(city, { ...lianshui, phone });
    expect(await complaintOf(city, second.id)).toMatchObject({ flags: ['repeat'], handlerUid: head });
    await act(city, second.id, head, { type: 'accept' });
    await act(city, second.id, head, { ...correct, category: 'T01-08' });
    expect(await complaintOf(city, second.id)).toMatchObject({ flags: [], repeatOf: [], handlerUid: head });
  });

  test('a later one comes to repeat it, and does no more when it is corrected back; its journal says so', async () => {
    const phone = newPhone();
    const first = await takeIn(city, { ...lianshui, phone, category: 'T01-05', capturedAtMs: city.host.nowMs() - 3_600_000 });
    const later = await takeIn(city, { ...lianshui, phone });
    await act(city, first.id, handler, { type: 'accept' });
    await act(city, first.id, handler, { ...correct, category: 'T01-01' });
    expect(await complaintOf(city, later.id)).toMatchObject({ flags: ['repeat'], repeatOf: [first.id], handlerUid: handler });
    expect((await city.firestore.doc(`complaints/${later.id}/journal/repeats-2`).get()).data()).toMatchObject({ payload: { repeatOf: [first.id] } });
    await act(city, first.id, handler, { ...correct, category: 'T01-05' });
    expect(await complaintOf(city, later.id)).toMatchObject({ flags: [], repeatOf: [] });
    expect(await complaintOf(city, first.id)).toMatchObject({ flags: ['regulatory-risk:third-party-service'], repeatOf: [] });
  });

  test('a correction that changes nothing of it leaves the repeat as it was', async () => {
    const phone = newPhone();
    const first = await takeIn(city, { ...lianshui, phone });
    const second = await takeIn(city, { ...lianshui, phone });
    await act(city, second.id, head, { type: 'accept' });
    await act(city, second.id, head, { ...correct, category: 'T01-01', tier: 'vip' });
    expect(await complaintOf(city, second.id)).toMatchObject({ repeatOf: [first.id], flags: ['repeat', 'important'], handlerUid: head });
  });
});
