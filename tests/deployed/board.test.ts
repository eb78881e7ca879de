import { randomInt } from 'node:crypto';
import { type Board, boardSchema, type Counts } from '@shouwen/domain/board/board';
import { linkQuestions, startOfMonthMs } from '@shouwen/domain/board/board-question';
import { boardRows } from '@shouwen/domain/board/board-rows';
import { hourMs } from '@shouwen/domain/calendar/day';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { refreshBoard } from '../../functions/src/board/refresh-board.ts';
import { type Admin, connectAdmin } from '../../tools/emulators/admin.ts';
import { cityAt, openCity, type TestCity } from '../support/city.ts';
import { callDeployed } from '../support/deployed-call.ts';
import { fillWithComplaints, readAllComplaints } from '../support/many-complaints.ts';
import { meteredStore } from '../support/metered-store.ts';
import { seededChance } from '../support/seeded-chance.ts';

const { host: firestoreHost } = inject('firestore');
const { projectId, ports } = inject('emulators');

describe('what a board says, beside a look at every complaint by itself (SLA-6, SLA-7)', { timeout: 180_000 }, () => {
  const seed = Number(process.env['FC_SEED'] ?? randomInt(2 ** 31));
  /** Enough for chance to make some of everything; the emulator looks through all of them for each number. */
  const complaintCount = 300;
  const boardIds = ['t-qjp', 't-ha-huaicheng', 't-city', 't-cc', 'p-ha', 'p-city'] as const;
  let city: TestCity;
  let complaints: Complaint[];

  beforeAll(async () => {
    city = await openCity(firestoreHost, 'board');
    await fillWithComplaints(city, complaintCount, city.host.nowMs(), seededChance(seed));
    complaints = await readAllComplaints(city);
  });
  afterAll(() => city.close());

  test.each(boardIds)(`%s: each number of each line is that of a plain count (seed ${seed})`, async (unitId) => {
    const { unit, units } = await unitOf(city, unitId);
    expect(await refreshBoard(city.host, unit)).toBe(true);
    const board = await boardOf(city, unitId);
    const rows = boardRows(unit, units);
    expect(board.units).toEqual(rows.map((row) => ({ unitId: row.unitId, ...plainCount(complaints, row.handledBy, city.host.nowMs()) })));
    expect(board.total).toEqual(
      plainCount(
        complaints,
        rows.flatMap(({ handledBy }) => handledBy),
        city.host.nowMs(),
      ),
    );
    expect(board).toMatchObject({ unitId, pack: unit.pack, audience: unit.audience, atMs: city.host.nowMs() });
  });

  test('chance has made some of everything', async () => {
    const ofTelecom: Partial<Counts> = (await boardOf(city, 't-city')).total;
    for (const name of linkQuestions) delete ofTelecom[name];
    expect(Math.min(...Object.values(ofTelecom))).toBeGreaterThan(0);
    const { total } = await boardOf(city, 'p-city');
    expect(Math.min(...linkQuestions.map((name) => total[name]))).toBeGreaterThan(0);
  });

  test('within a minute it is not counted again, after it it is', async () => {
    const { unit } = await unitOf(city, 't-hy');
    const host = city.newHost();
    expect(await refreshBoard(host, unit)).toBe(true);
    host.clockMs += 59_999;
    expect(await refreshBoard(host, unit)).toBe(false);
    host.clockMs += 1;
    expect(await refreshBoard(host, unit)).toBe(true);
    expect((await boardOf(city, 't-hy')).atMs).toBe(host.clockMs);
  });

  test('of ten who open it at once, one has it counted, and the others pay for a look at the mark', async () => {
    const { unit } = await unitOf(city, 't-ls');
    const stores = Array.from({ length: 10 }, () => meteredStore(city.host.store));
    const hosts = await Promise.all(
      stores.map(async (store) => {
        const host = city.newHost(store);
        await host.reference.units();
        return host;
      }),
    );
    const counted = await Promise.all(hosts.map((host) => refreshBoard(host, unit)));
    expect(counted.filter(Boolean)).toHaveLength(1);
    const counts = stores.map(({ operations }) => operations.filter((operation) => operation.startsWith('count')).length);
    expect(counts.filter((count) => count > 0)).toHaveLength(1);
  });

  test('a count that took long does not put the past over what was counted since', async () => {
    const { unit } = await unitOf(city, 't-xy');
    const slow = city.newHost();
    const quick = city.newHost();
    quick.clockMs += 2 * 60_000;
    slow.reference.units = async () => {
      await refreshBoard(quick, unit);
      return quick.reference.units();
    };
    expect(await refreshBoard(slow, unit)).toBe(false);
    expect((await boardOf(city, 't-xy')).atMs).toBe(quick.clockMs);
  });

  test('a clock that was put back holds nobody up', async () => {
    const { unit } = await unitOf(city, 't-jh');
    const ahead = city.newHost();
    ahead.clockMs += 24 * hourMs;
    expect(await refreshBoard(ahead, unit)).toBe(true);
    const host = city.newHost();
    host.clockMs = ahead.clockMs - 1;
    expect(await refreshBoard(host, unit)).toBe(true);
    expect((await boardOf(city, 't-jh')).atMs).toBe(host.clockMs);
  });
});

describe('openBoard: for whoever directs or oversees, their own unit and those below', () => {
  let admin: Admin;
  let city: TestCity;

  beforeAll(() => {
    admin = connectAdmin(projectId, ports);
    city = cityAt(`127.0.0.1:${ports.firestore}`, projectId, admin.firestore);
  });
  afterEach(() => city.restoreStaff());
  afterAll(() => admin.close());

  const open = async (data: unknown, uid?: string): Promise<number> => (await callDeployed({ ports, projectId, city }, 'openBoard', data, uid)).status;

  test.each([
    ['a head, of their own branch', 't-qjp-head-1', 't-qjp', 200],
    ['a head, of an outlet below', 't-qjp-head-1', 't-qjp-huaihai', 200],
    ['a head, of the company above', 't-qjp-head-1', 't-city', 403],
    ['a head, of another branch', 't-qjp-head-1', 't-ha', 403],
    ['an outlet’s manager, of their outlet', 't-qjp-huaihai-manager-1', 't-qjp-huaihai', 200],
    ['an outlet’s manager, of the branch above', 't-qjp-huaihai-manager-1', 't-qjp', 403],
    ['the company’s leader, of any branch', 't-leader-1', 't-ha', 200],
    ['the company’s leader, of the other operator', 't-leader-1', 'p-ha', 403],
    ['the centre’s director, of the company (CRI-2)', 't-cc-director-1', 't-city', 200],
    ['an inspector, of a branch', 't-inspector-1', 't-hz', 200],
    ['a handler, of their own branch', 't-qjp-handler-1', 't-qjp', 403],
    ['a clerk, of their own outlet', 't-qjp-huaihai-clerk-1', 't-qjp-huaihai', 403],
    ['the administrator, of the company', 't-admin-1', 't-city', 403],
    ['a head, of a unit that there is not', 't-qjp-head-1', 't-nowhere', 403],
  ])('%s', async (_who, uid, unitId, status) => {
    await city.firestore.doc(`boards/${unitId}`).delete();
    await city.firestore.doc(`throttles/board-${unitId}`).delete();
    expect(await open({ unitId }, uid)).toBe(status);
    expect((await city.firestore.doc(`boards/${unitId}`).get()).exists).toBe(status === 200);
  });

  test('ORG-4: not whoever was suspended meanwhile', async () => {
    expect(await open({ unitId: 't-qjp' }, 't-qjp-head-1')).toBe(200);
    await city.changeStaff('t-qjp-head-1', { active: false });
    expect(await open({ unitId: 't-qjp' }, 't-qjp-head-1')).toBe(403);
  });

  test('nobody without a sign-in, nothing misshapen', async () => {
    expect(await open({ unitId: 't-qjp' })).toBe(401);
    for (const wrong of [{}, { unitId: 7 }, { unitId: '../staff' }, { unitId: 't-qjp', atMs: 1 }]) expect(await open(wrong, 't-qjp-head-1')).toBe(400);
  });
});

async function unitOf(city: TestCity, unitId: string) {
  const units = await city.host.reference.units();
  const unit = units.get(unitId);
  if (!unit) throw new Error(`There is no unit ${unitId}.`);
  return { unit, units };
}

async function boardOf(city: TestCity, unitId: string): Promise<Board> {
  return boardSchema.parse((await city.firestore.doc(`boards/${unitId}`).get()).data());
}

/** The numbers by looking at every complaint, told in the words of the policy and not in those of the queries. */
function plainCount(complaints: readonly Complaint[], unitIds: readonly string[], nowMs: number): Counts {
  const theirs = complaints.filter(({ handlingUnitId }) => handlingUnitId !== null && unitIds.includes(handlingUnitId));
  const open = theirs.filter(({ open, state }) => open && state !== 'answered');
  const dueIn = (complaint: Complaint): number => (complaint.dueAtMs ?? Infinity) - nowMs;
  const counted = (unitId: string | null | undefined) => unitIds.includes(unitId ?? '');
  const isOfMonth = (atMs: number | null | undefined) => (atMs ?? 0) >= startOfMonthMs(nowMs);
  const inTime = complaints.filter(({ replyTime }) => replyTime?.inTime === true && counted(replyTime.unitId) && isOfMonth(replyTime.atMs));
  const late = complaints.filter(({ lateReply }) => counted(lateReply?.unitId) && isOfMonth(lateReply?.atMs));
  const named = complaints.flatMap(({ responsible }) => (counted(responsible?.unitId) && isOfMonth(responsible?.atMs) ? (responsible ?? []) : []));
  const unanswered = complaints.filter(({ open, state }) => open && state !== 'answered');
  return {
    open: open.length,
    overdue: open.filter((complaint) => dueIn(complaint) <= 0).length,
    nearDue: open.filter((complaint) => dueIn(complaint) > 0 && dueIn(complaint) <= 24 * hourMs).length,
    escalated: open.filter(({ escalationLevel }) => escalationLevel >= 3).length,
    unaccepted: open.filter(({ state }) => ['recorded', 'assigned', 'reopened'].includes(state)).length,
    waiting: open.filter(({ state }) => state.startsWith('awaiting')).length,
    answered: inTime.length + late.length,
    answeredInTime: inTime.length,
    answeredInTimeTold: inTime.filter(({ told }) => told !== null).length,
    promisedAnew: unanswered.filter((complaint) => counted(complaint.brokenPromise?.unitId) && dueIn(complaint) > 0).length,
    reportedLater: complaints.filter(({ reportedLater }) => counted(reportedLater?.unitId) && isOfMonth(reportedLater?.receivedAtMs)).length,
    untold: theirs.filter(({ state, told }) => state === 'answered' && told === null).length,
    linkAccept: named.filter(({ link }) => link === 'accept').length,
    linkSort: named.filter(({ link }) => link === 'sort').length,
    linkTransport: named.filter(({ link }) => link === 'transport').length,
    linkDeliver: named.filter(({ link }) => link === 'deliver').length,
    noCover: named.filter(({ cause }) => cause === 'noCover').length,
  };
}
