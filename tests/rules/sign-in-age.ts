import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RulesClient } from '../support/rules-client.ts';
import { Double, type Fields } from '../support/rules-values.ts';
import type { Verdict } from '../support/rules-verdict.ts';
import { complaintIdOf, organisation, storedComplaints } from './city.ts';
import { newEntry, newId } from './documents.ts';
import { longestRefundCommands } from './longest-commands.ts';
import { newRefundEntry, pins, refundPathOf } from './money-documents.ts';
import { storedMoney } from './money-subjects.ts';

const uid = 'unitHead';
const agesLimitSeconds = 600;
/** A hundred yuan more than an old sign-in is good for. */
const large = { ...pins, amountFen: 600_00 };
const moving: Record<string, Fields> = { approve: { ...large, isBatch: false }, execute: large, reverse: { ...large, reason: '退错了人。' } };
const notMoving = ['refuse', 'askMore', 'handToDeputy', 'amend', 'withdraw'] as const;

/** Above 500 yuan an unlocked phone left on a desk is not enough to approve, pay or take back: the password was entered in the last ten minutes. */
export function describeSignInAge(rules: () => RulesClient): void {
  const send = (type: string, payload: Fields, authTime: number | 'unsaid' = 'unsaid'): Promise<Verdict> =>
    rules().create({ uid, authTime }, [{ path: `${refundPathOf('own')}/journal/${newId()}`, fields: { ...newRefundEntry(uid), type, payload } }]);
  const signedInAgo = (seconds: number): number => Math.floor(Date.now() / 1000) - seconds;

  /** Sends with a sign-in that is to the second as old as that, however long the request takes: it is tried again when a second has passed meanwhile. */
  async function sendAtAge(type: string, seconds: number): Promise<Verdict> {
    for (;;) {
      await sleep(1000 - (Date.now() % 1000));
      const authTime = signedInAgo(seconds);
      const verdict = await send(type, moving[type] ?? {}, authTime);
      if (signedInAgo(seconds) === authTime) return verdict;
    }
  }

  describe('a decision that moves more than 500 yuan', () => {
    beforeAll(() => rules().seed({ ...organisation, ...storedComplaints, ...storedMoney }));

    test.each(Object.keys(moving))('%s goes through with a sign-in 599 seconds old, and not with one 600 or 601 seconds old', async (type) => {
      expect(await sendAtAge(type, agesLimitSeconds - 1)).toBe('allowed');
      expect(await sendAtAge(type, agesLimitSeconds)).toBe('refused');
      expect(await sendAtAge(type, agesLimitSeconds + 1)).toBe('refused');
    });

    test.each(Object.keys(moving))('%s is refused with a token that does not say when, and with one of yesterday', async (type) => {
      const payload = moving[type] ?? {};
      expect(await send(type, payload)).toBe('refused');
      expect(await send(type, payload, signedInAgo(86_400))).toBe('refused');
      expect(await send(type, payload, signedInAgo(5))).toBe('allowed');
    });

    test.each(Object.keys(moving))('%s of exactly 500 yuan needs none, of one fen more it does', async (type) => {
      const payload = moving[type] ?? {};
      expect(await send(type, { ...payload, amountFen: 500_00 }, signedInAgo(86_400))).toBe('allowed');
      expect(await send(type, { ...payload, amountFen: 500_01 }, signedInAgo(86_400))).toBe('refused');
      expect(await send(type, { ...payload, amountFen: 500_01 }, signedInAgo(5))).toBe('allowed');
    });

    test.each(Object.keys(moving))('%s does not get round it by leaving the amount out or by an amount that is no whole number', async (type) => {
      const { amountFen: _left, ...without } = moving[type] ?? {};
      const old = signedInAgo(86_400);
      expect(await send(type, without, old)).toBe('refused');
      const dodges = [
        '60000',
        null,
        new Double(1),
        new Double(60_000),
        new Double(Number.NaN),
        new Double(Number.NEGATIVE_INFINITY),
        -60_000,
        0,
        [1],
        { fen: 1 },
        true,
      ];
      const verdicts = await Promise.all(dodges.map((amountFen) => send(type, { ...without, amountFen }, old)));
      expect(verdicts).toEqual(dodges.map(() => 'refused'));
      expect(await send(type, { ...without, amountFen: 1 }, old)).toBe('allowed');
    });

    test('does not get round it by a type written otherwise', async () => {
      const types = ['Approve', 'approve ', ' approve', 'approve\n', 'APPROVE', 'approved', 'confirmPosting', 'receive'];
      expect(await Promise.all(types.map((type) => send(type, moving['approve'] ?? {}, signedInAgo(5))))).toEqual(types.map(() => 'refused'));
      expect(await send('approve', moving['approve'] ?? {}, signedInAgo(5))).toBe('allowed');
    });

    test.each(notMoving)('%s moves no money, and an old sign-in is good enough for it', async (type) => {
      expect(await send(type, longestRefundCommands[type], signedInAgo(86_400))).toBe('allowed');
    });

    test.each(Object.keys(moving))('%s goes through as long as its schema allows', async (type) => {
      const payload = longestRefundCommands[type as keyof typeof longestRefundCommands];
      expect(await send(type, payload, signedInAgo(5))).toBe('allowed');
    });
  });
}

/** RET-2: the server ends a sign-in that is older than the operator lets one be, whether or not the app does. */
export function describeSessionAge(rules: () => RulesClient): void {
  const weekS = 7 * 24 * 3600;
  interface Aged {
    uid: string;
    authTime: number | 'unsaid';
  }
  const aged = (who: string, seconds: number): Aged => ({ uid: who, authTime: Math.floor(Date.now() / 1000) - seconds });
  const path = `complaints/${complaintIdOf('own')}`;
  const read = (who: Aged): Promise<Verdict> => rules().get(who, path);
  const note = (who: Aged): Promise<Verdict> => rules().create(who, [{ path: `${path}/journal/${newId()}`, fields: newEntry('outletClerk') }]);

  describe('a sign-in that has become too old', () => {
    beforeAll(() => rules().seed({ ...organisation, ...storedComplaints }));

    test('reads and writes nothing any more; a minute younger it does', async () => {
      for (const ask of [read, note]) {
        expect(await ask(aged('outletClerk', weekS - 60))).toBe('allowed');
        expect(await ask(aged('outletClerk', weekS))).toBe('refused');
        expect(await ask({ uid: 'outletClerk', authTime: 'unsaid' })).toBe('refused');
      }
    });

    test('is told so: oneself, and how long a sign-in is good for, stay readable, to nobody who is suspended', async () => {
      const old = aged('outletClerk', weekS);
      expect([await rules().get(old, 'staff/outletClerk'), await rules().get(old, 'policies/current')]).toEqual(['allowed', 'allowed']);
      expect([await rules().get(old, 'staff/unitHead'), await rules().get(old, 'policies/telecom-2026.1')]).toEqual(['refused', 'refused']);
      const suspended = aged('suspended', 0);
      expect([await rules().get(suspended, 'staff/suspended'), await rules().get(suspended, 'policies/current')]).toEqual(['refused', 'refused']);
    });

    test('is too old by what one’s own operator says, and by a week where nothing is said', async () => {
      const nightS = 8 * 3600;
      expect(await rules().get(aged('otherOperator', nightS - 60), 'calendar/2026')).toBe('allowed');
      expect(await rules().get(aged('otherOperator', nightS), 'calendar/2026')).toBe('refused');
      await rules().seed({ ...organisation, ...storedComplaints, 'policies/current': { telecom: 'telecom-2026.1' } });
      expect([await read(aged('outletClerk', weekS - 60)), await read(aged('outletClerk', weekS))]).toEqual(['allowed', 'refused']);
    });
  });
}
