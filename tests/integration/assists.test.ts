import { randomUUID } from 'node:crypto';
import { hourMs, minuteMs } from '@shouwen/domain/calendar/day';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { allDueWork, doDue } from '../../functions/src/schedules/do-due.ts';
import { previewDue } from '../../functions/src/schedules/preview-due.ts';
import { sweepOnce } from '../../functions/src/schedules/sweep.ts';
import { actOnAssist, askAssist, assistBooks, assistOf, toldOfAssist, writeAssist, writeAssistEntry } from '../support/assists.ts';
import { readBooks } from '../support/books.ts';
import { morningMs, openCity, type TestCity, type TestHost } from '../support/city.ts';
import { breakEverywhere, type Delivery, expectTheSameBooks } from '../support/crash-points.ts';
import { applyAssistEntry, receiveAssist } from '../support/delivering.ts';
import { act, type Recorded, takeIn } from '../support/recorder.ts';

const handler = 't-ls-handler-1';
const engineer = 't-net-engineer-1';
const networkHead = 't-net-head-1';
const biller = 't-bill-handler-1';
const supervisor = 't-cc-supervisor-1';
let city: TestCity;

beforeAll(async () => {
  city = await openCity(inject('firestore').host, 'assists');
});
beforeEach(() => {
  city.host = city.newHost();
});
afterEach(() => city.restoreStaff());
afterAll(() => city.close());

/** A complaint that its handler has in hand. */
async function inHand(): Promise<string> {
  return (await acceptedByHandler()).complaint.id;
}

async function complaintOf(id: string): Promise<Record<string, unknown>> {
  return (await readBooks(city.firestore, id)).complaint ?? {};
}

async function acceptedByHandler(): Promise<{ complaint: Recorded; entryId: string }> {
  const complaint = await takeIn(city, { homeRegion: '320826' });
  const entryId = randomUUID();
  await act(city, complaint.id, handler, { type: 'accept' }, { id: entryId });
  return { complaint, entryId };
}

/** A delivery whose books are everything about the complaint and the assist. */
function delivery(complaint: Recorded, otherIds: [assistId: string, ...string[]], deliver: (host: TestHost) => Promise<unknown>): Delivery {
  return { complaints: [complaint], otherIds, deliver, more: () => assistBooks(city, otherIds[0]) };
}

async function runSchedule(): Promise<void> {
  const work = allDueWork().find(({ collection }) => collection === 'assists');
  if (!work) throw new Error('nothing is ever due of assists');
  await doDue(city.host, work);
}

describe('AST-1: another unit is asked, and the complaint stays where it is', () => {
  test('two are asked and one is late: the complaint’s clocks are untouched, and the fact names the unit that is late', async () => {
    const complaintId = await inHand();
    const before = await complaintOf(complaintId);
    const [network, billing] = [await askAssist(city, complaintId, handler), await askAssist(city, complaintId, handler, { toUnitId: 't-bill' })];
    await actOnAssist(city, billing, biller, { type: 'accept' });
    city.host.clockMs = morningMs + 2 * hourMs + minuteMs;
    await runSchedule();
    await runSchedule();
    expect((await assistOf(city, network)).overdues).toEqual([{ clock: 'accept', dueAtMs: morningMs + 2 * hourMs, unitId: 't-net' }]);
    expect((await assistOf(city, billing)).overdues).toEqual([]);
    expect(await toldOfAssist(city, network)).toEqual(['t-net-engineer-2: assistAsked', `${networkHead}: assistOverdue`]);
    const after = await complaintOf(complaintId);
    const untouched = ['clocks', 'dueAt', 'nextDueAt', 'overdues', 'handlerUid', 'ownerUid', 'people', 'audience', 'state', 'pauses'];
    expect(untouched.map((field) => after[field])).toEqual(untouched.map((field) => before[field]));
    expect(after['assists']).toMatchObject([
      { assistId: network, standing: 'asked' },
      { assistId: billing, standing: 'accepted' },
    ]);
  });

  test('an answer wakes the handler once and ends the wait, however often it is delivered', async () => {
    const complaintId = await inHand();
    const id = await askAssist(city, complaintId, handler);
    expect(await act(city, complaintId, handler, { type: 'awaitAssists' })).toMatchObject({ outcome: 'applied' });
    expect(await complaintOf(complaintId)).toMatchObject({ state: 'awaitingOther', waiting: { isForAssists: true } });
    const entryId = await writeAssistEntry(city, id, engineer, { type: 'answer', text: '基站已恢复', saidBy: null });
    await Promise.all([applyAssistEntry(city.host, id, entryId), applyAssistEntry(city.newHost(), id, entryId)]);
    await applyAssistEntry(city.host, id, entryId);
    expect((await toldOfAssist(city, id)).filter((told) => told.endsWith('assistAnswered'))).toEqual([`${handler}: assistAnswered`]);
    expect(await complaintOf(complaintId)).toMatchObject({ state: 'inProgress', waiting: null, assists: [{ assistId: id, standing: 'answered' }] });
  });

  test('of two who accept at once one has it and the other takes it over, and an answer and a cancellation at once leave one of the two', async () => {
    const complaintId = await inHand();
    const id = await askAssist(city, complaintId, handler);
    const accepting = await Promise.all([engineer, 't-net-engineer-2'].map((uid) => writeAssistEntry(city, id, uid, { type: 'accept' })));
    await Promise.all(accepting.map((entryId) => applyAssistEntry(city.newHost(), id, entryId)));
    expect(await assistOf(city, id)).toMatchObject({ state: 'accepted', seq: 3 });
    const ending = [
      await writeAssistEntry(city, id, engineer, { type: 'answer', text: '已恢复', saidBy: null }),
      await writeAssistEntry(city, id, handler, { type: 'cancel', reason: '客户已自行解决' }),
    ];
    await Promise.all(ending.map((entryId) => applyAssistEntry(city.newHost(), id, entryId)));
    const { state } = await assistOf(city, id);
    const outcomes = await Promise.all(
      ending.map(async (entryId) => (await city.firestore.doc(`assists/${id}/journal/${entryId}`).get()).get('outcome') as unknown),
    );
    expect(outcomes).toEqual(state === 'answered' ? ['applied', 'refused'] : ['refused', 'applied']);
    expect(await complaintOf(complaintId)).toMatchObject({ assists: [{ standing: state }] });
  });

  test('a colleague who only sees the complaint cannot ask, and is told so', async () => {
    const complaintId = await inHand();
    const id = await askAssist(city, complaintId, 't-ls-handler-2');
    expect(await assistOf(city, id)).toMatchObject({ state: 'refused', refusalCode: 'notYours', open: false });
    expect(await toldOfAssist(city, id)).toEqual(['t-ls-handler-2: assistRefused']);
    expect(await complaintOf(complaintId)).toMatchObject({ assists: [] });
  });

  test('the entry and the request whose events never came are found by the sweep', async () => {
    const complaintId = await inHand();
    const id = await writeAssist(city, complaintId, handler);
    await writeAssistEntry(city, id, engineer, { type: 'accept' });
    city.host.clockMs = morningMs + 5 * minuteMs;
    await sweepOnce(city.host);
    expect(await assistOf(city, id)).toMatchObject({ state: 'accepted', assistantUid: engineer });
  });

  test('the dry run says what the schedule would do with it', async () => {
    const complaintId = await inHand();
    const id = await askAssist(city, complaintId, handler);
    const items = await previewDue(city.host, { unitId: 't-ls' }, morningMs + 3 * hourMs);
    expect(items.find((item) => item.id === id)).toMatchObject({ kind: 'assist', would: 'noteOverdue', skip: null, dueAtMs: morningMs + 2 * hourMs });
  });
});

describe('AST-3: facts, refusals and who decides', () => {
  test('what goes with the question is copied from the complaint as it stands, and no contact with it', async () => {
    const complaintId = await inHand();
    const id = await askAssist(city, complaintId, handler, { shares: ['what'] });
    const { facts } = await assistOf(city, id);
    expect(facts).toMatchObject({ what: '话费里有一笔看不懂的收费。', category: null });
    const { contactMasked } = (await complaintOf(complaintId)) as { contactMasked: { name: string; phone: string } };
    const stored = JSON.stringify((await city.firestore.doc(`assists/${id}`).get()).data());
    for (const personal of ['王小明', contactMasked.phone, '淮海路']) expect(stored).not.toContain(personal);
  });

  test('refused by two units, customer service is told and decides', async () => {
    const complaintId = await inHand();
    const id = await askAssist(city, complaintId, handler);
    await actOnAssist(city, id, engineer, { type: 'return', reason: '无告警' });
    expect(await complaintOf(complaintId)).toMatchObject({ assists: [{ standing: 'returned' }] });
    await actOnAssist(city, id, handler, { type: 'readdress', toUnitId: 't-bill', reason: '请账务核实' });
    await actOnAssist(city, id, biller, { type: 'return', reason: '账务无异常' });
    expect(await assistOf(city, id)).toMatchObject({ state: 'inArbitration' });
    expect(await toldOfAssist(city, id)).toEqual(expect.arrayContaining([`${supervisor}: assistToArbitrate`, 't-cc-director-1: assistToArbitrate']));
    expect(await actOnAssist(city, id, handler, { type: 'arbitrate', toUnitId: 't-net', reason: '网络侧' })).toEqual({ outcome: 'refused', code: 'notYours' });
    expect(await actOnAssist(city, id, supervisor, { type: 'arbitrate', toUnitId: 't-net', reason: '网络侧' })).toEqual({ outcome: 'applied' });
    expect(await actOnAssist(city, id, engineer, { type: 'return', reason: '仍不属' })).toEqual({ outcome: 'refused', code: 'assistDecided' });
  });

  test('ORG-4: what somebody had accepted their unit has again when they leave', async () => {
    const id = await askAssist(city, await inHand(), handler);
    await actOnAssist(city, id, engineer, { type: 'accept' });
    await city.changeStaff(engineer, { active: false });
    await sweepOnce(city.host);
    expect(await assistOf(city, id)).toMatchObject({ state: 'asked', assistantUid: null, toUnitId: 't-net' });
  });
});

describe('what breaks off anywhere and is delivered again leaves what one undisturbed delivery leaves', { timeout: 120_000 }, () => {
  test('an assist that is asked', async () => {
    const report = await breakEverywhere(city, {
      prepare: async () => {
        const { complaint, entryId } = await acceptedByHandler();
        const id = await writeAssist(city, complaint.id, handler);
        return delivery(complaint, [id, entryId], (host) => receiveAssist(host, id));
      },
    });
    expectTheSameBooks(report, 9);
  });

  test('an answer, which ends the complaint’s wait', async () => {
    const report = await breakEverywhere(city, {
      prepare: async () => {
        const { complaint, entryId: accepting } = await acceptedByHandler();
        const id = await askAssist(city, complaint.id, handler);
        const waiting = randomUUID();
        await act(city, complaint.id, handler, { type: 'awaitAssists' }, { id: waiting });
        const entryId = await writeAssistEntry(city, id, engineer, { type: 'answer', text: '基站已恢复', saidBy: null });
        return delivery(complaint, [id, entryId, accepting, waiting], (host) => applyAssistEntry(host, id, entryId));
      },
    });
    expectTheSameBooks(report, 9);
    expect(JSON.stringify(report.undisturbed).match(/assistAnswered/g)).toHaveLength(1);
  });
});
