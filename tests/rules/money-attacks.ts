import { roles } from '@shouwen/domain/organisation/staff';
import { beforeEach, describe, expect, test } from 'vitest';
import type { RulesClient } from '../support/rules-client.ts';
import type { Fields } from '../support/rules-values.ts';
import type { Verdict } from '../support/rules-verdict.ts';
import { colleague, complaintIdOf, organisation, otherHandler, outletClerk, recorder, staffOf, storedComplaints } from './city.ts';
import { newEntry, newId } from './documents.ts';
import { equals, holds } from './listings.ts';
import {
  accountNo,
  closurePathOf,
  newClosure,
  newClosureEntry,
  newRefund,
  newRefundEntry,
  otherOperatorsAccountNo,
  pins,
  refundPathOf,
  storedAccount,
  storedPosting,
  storedReconciliation,
} from './money-documents.ts';
import { storedMoney } from './money-subjects.ts';

const me = { uid: recorder.uid };
const clerk = { uid: 'outletClerk' };
const ledgerPath = 'ledger/refund-one';

const books: Record<string, Fields> = {
  [`accounts/${accountNo}`]: storedAccount('telecom'),
  [`accounts/${otherOperatorsAccountNo}`]: storedAccount('post'),
  [ledgerPath]: storedPosting('telecom'),
  'ledger/refund-two': storedPosting('post'),
  'reconciliations/telecom-2026-09-21': storedReconciliation('telecom'),
  'reconciliations/post-2026-09-21': storedReconciliation('post'),
};

/** What somebody would try who wants money that is not theirs to give. */
export function describeMoneyAttacks(rules: () => RulesClient): void {
  const ask = (asker: { uid: string }, fields: Fields, id = newId()): Promise<Verdict> => rules().create(asker, [{ path: `refunds/${id}`, fields }]);
  const close = (asker: { uid: string }, fields: Fields): Promise<Verdict> => rules().create(asker, [{ path: `closures/${newId()}`, fields }]);
  const enter = (asker: { uid: string }, parent: string, fields: Fields): Promise<Verdict> =>
    rules().create(asker, [{ path: `${parent}/journal/${newId()}`, fields }]);

  describe('somebody who wants money that is not theirs to give', () => {
    beforeEach(() => rules().seed({ ...organisation, ...storedComplaints, ...storedMoney, ...books }));

    test('asks for none on a complaint that does not concern them, and does on one that does (REF-1)', async () => {
      const about = (standing: 'own' | 'subUnit' | 'concerned' | 'otherRegion' | 'above'): Fields => ({
        ...newRefund(clerk.uid),
        complaintId: complaintIdOf(standing),
      });
      expect(await ask(clerk, about('own'))).toBe('allowed');
      expect(await ask(clerk, about('subUnit'))).toBe('allowed');
      expect(await ask(clerk, about('concerned'))).toBe('allowed');
      expect(await ask(clerk, about('otherRegion'))).toBe('refused');
      expect(await ask(clerk, about('above'))).toBe('refused');
      expect(await ask(clerk, { ...about('own'), complaintId: 'complaint-that-does-not-exist' })).toBe('refused');
      expect(await ask({ uid: otherHandler.uid }, { ...newRefund(otherHandler.uid), complaintId: complaintIdOf('otherRegion') })).toBe('allowed');
    });

    test('loses the right to ask, to decide and to read with the suspension', async () => {
      expect(await ask(clerk, newRefund(clerk.uid))).toBe('allowed');
      expect(await enter(clerk, refundPathOf('concerned'), newRefundEntry(clerk.uid))).toBe('allowed');
      await rules().seed({ ...organisation, ...storedComplaints, ...storedMoney, ...books, [`staff/${clerk.uid}`]: { ...staffOf(clerk.uid), active: false } });
      expect(await ask(clerk, newRefund(clerk.uid))).toBe('refused');
      expect(await enter(clerk, refundPathOf('concerned'), newRefundEntry(clerk.uid))).toBe('refused');
      expect(await rules().get(clerk, refundPathOf('concerned'))).toBe('refused');
    });

    test('takes no id that functions work out: not the payout of a closure’s cash, not a posting that takes another back (CLO-2, REF-8)', async () => {
      const closureId = newId().slice(0, 20);
      const ids = [`closure-${closureId}`, `closure-${newId()}`, `${closureId}-reversal`, `refund-${closureId}`, `customer-${closureId}`];
      expect(await Promise.all(ids.map((id) => ask(me, newRefund(me.uid), id)))).toEqual(ids.map(() => 'refused'));
      expect(await ask(me, newRefund(me.uid), closureId)).toBe('allowed');
      expect(await ask(me, newRefund(me.uid), `disclosure-${closureId}`)).toBe('allowed');
    });

    test('stands in the way of no entry that functions write, in whatever journal', async () => {
      const parents = [`complaints/${complaintIdOf('own')}`, refundPathOf('own'), closurePathOf('own')];
      const entryOf = [newEntry(me.uid), newRefundEntry(me.uid), newClosureEntry(me.uid)];
      const ids = ['customer-addInformation-1', 'customer-addInformation-10', 'refund-aaaaaaaaaaaaaaaaaaaa-3', 'confirmPosting-4', 'cash-paid', 'receive-1'];
      for (const [index, parent] of parents.entries()) {
        const fields = entryOf[index] ?? {};
        const verdicts = await Promise.all(ids.map((id) => rules().create(me, [{ path: `${parent}/journal/${id}`, fields }])));
        expect(verdicts).toEqual(ids.map(() => 'refused'));
        expect(await enter(me, parent, fields)).toBe('allowed');
      }
    });

    test('writes nothing below what does not exist', async () => {
      expect(await enter(me, 'refunds/refund-that-does-not-exist', newRefundEntry(me.uid))).toBe('refused');
      expect(await enter(me, 'closures/closure-that-does-not-exist', newClosureEntry(me.uid))).toBe('refused');
      expect(await rules().get(me, 'refunds/refund-that-does-not-exist/journal/one')).toBe('refused');
      expect(await rules().get(me, 'closures/closure-that-does-not-exist/journal/one')).toBe('refused');
      expect(await rules().get(me, 'assists/assist-that-does-not-exist/journal/one')).toBe('refused');
    });

    test('learns of a missing request only that it is missing, so that a cut-off send can be settled', async () => {
      const paths = ['refunds/refund-that-does-not-exist', 'closures/closure-that-does-not-exist'];
      expect(await Promise.all(paths.map((path) => rules().get(me, path)))).toEqual(paths.map(() => 'allowed'));
      expect(await Promise.all(paths.map((path) => rules().get('anonymous', path)))).toEqual(paths.map(() => 'refused'));
      expect(await Promise.all(paths.map((path) => rules().get({ uid: 'suspended' }, path)))).toEqual(paths.map(() => 'refused'));
      const auditor = { uid: 'auditor' };
      const missing = [
        'ledger/none',
        'reconciliations/none',
        'exports/none',
        'lookups/none',
        'lookupCounts/none',
        'contactCounts/none',
        'doubtfulReplies/none',
      ];
      expect(await Promise.all(missing.map((path) => rules().get(auditor, path)))).toEqual(missing.map(() => 'allowed'));
      expect(await Promise.all(missing.map((path) => rules().get(me, path)))).toEqual(missing.map(() => 'refused'));
    });

    test('brings no decision along with a request: no state, no step, no approver, nobody else among the people (REF-3)', async () => {
      const valid = newRefund(me.uid);
      const changes: Fields[] = [
        { state: 'approved' },
        { state: 'posted', open: false },
        { steps: [{ state: 'approved', decidedByUid: 'companyLeader' }] },
        { approverUids: [me.uid] },
        { people: [me.uid, colleague.uid] },
        { people: [colleague.uid] },
        { audience: ['t-branch', 't-city', 't-service', 't-other'] },
        { closureId: newId() },
        { earlierFen: 0 },
        { basis: { causeText: '查实' } },
        { requesterUid: colleague.uid, requesterName: colleague.name, people: [colleague.uid] },
      ];
      expect(await Promise.all(changes.map((change) => ask(me, { ...valid, ...change })))).toEqual(changes.map(() => 'refused'));
      expect(await ask(me, valid)).toBe('allowed');
    });

    test('writes neither an account nor a posting, whatever their role, not even with a request in the same batch (REF-8)', async () => {
      const verdicts = await rules().each(roles, async (uid) => [
        await rules().unmeasured.update({ uid }, `accounts/${accountNo}`, { balancesFen: { cash: 1, rechargeCard: 0, promotional: 0 } }),
        await rules().unmeasured.increment({ uid }, `accounts/${accountNo}`, 'balancesFen.cash'),
        await rules().unmeasured.create({ uid }, [{ path: `accounts/${newId()}`, fields: storedAccount('telecom') }]),
        await rules().unmeasured.create({ uid }, [{ path: `ledger/refund-${newId()}`, fields: storedPosting('telecom') }]),
        await rules().unmeasured.overwrite({ uid }, [{ path: ledgerPath, fields: storedPosting('telecom') }]),
        await rules().unmeasured.delete({ uid }, ledgerPath),
        await rules().unmeasured.create({ uid }, [{ path: `rechargeCards/${newId()}`, fields: { refundId: 'one' } }]),
        await rules().unmeasured.create({ uid }, [{ path: `billingOrders/${newId()}`, fields: { state: 'waiting' } }]),
        await rules().unmeasured.create({ uid }, [
          { path: `refunds/${newId()}`, fields: newRefund(uid) },
          { path: `ledger/refund-${newId()}`, fields: storedPosting('telecom') },
        ]),
      ]);
      expect(roles.filter((_uid, index) => verdicts[index]?.some((verdict) => verdict !== 'refused'))).toEqual([]);
      expect(await ask({ uid: 'auditor' }, newRefund('auditor'))).toBe('allowed');
    });

    test('alters nothing of a request that they may decide, nor of its entries: state, amount and steps are the functions’', async () => {
      const changes: Fields[] = [
        { state: 'approved' },
        { amountFen: 1 },
        { steps: [] },
        { approverUids: [] },
        { form: 'cash' },
        { accountNo: 'T-99' },
        { reason: '' },
      ];
      const verdicts = await rules().each(roles, (uid) =>
        Promise.all(changes.map((change) => rules().unmeasured.update({ uid }, refundPathOf('concerned'), change))),
      );
      expect(roles.filter((_uid, index) => verdicts[index]?.some((verdict) => verdict !== 'refused'))).toEqual([]);
      expect(await enter({ uid: 'unitHead' }, refundPathOf('concerned'), newRefundEntry('unitHead'))).toBe('allowed');
    });

    test('decides in nobody else’s name and puts down no outcome', async () => {
      const own = newRefundEntry('unitHead');
      const asUnitHead = { uid: 'unitHead' };
      expect(await enter(asUnitHead, refundPathOf('own'), newRefundEntry('companyLeader'))).toBe('refused');
      expect(await enter(asUnitHead, refundPathOf('own'), { ...own, outcome: 'applied' })).toBe('refused');
      expect(await enter(asUnitHead, refundPathOf('own'), { ...own, seq: 4 })).toBe('refused');
      expect(await enter(asUnitHead, refundPathOf('own'), { ...own, payload: { ...pins, byUid: 'companyLeader' } })).toBe('refused');
      expect(await enter(asUnitHead, refundPathOf('otherRegion'), own)).toBe('refused');
      expect(await enter(asUnitHead, refundPathOf('own'), own)).toBe('allowed');
    });

    test('closes no account away from a counter (CLO-1), nor names a target there', async () => {
      const others = roles.filter((role) => role !== 'outletClerk' && role !== 'outletManager');
      const opened = await rules().each(others, (uid) => rules().unmeasured.create({ uid }, [{ path: `closures/${newId()}`, fields: newClosure(uid) }]));
      expect(others.filter((_uid, index) => opened[index] !== 'refused')).toEqual([]);
      const named = await rules().each(others, (uid) =>
        rules().unmeasured.create({ uid }, [{ path: `${closurePathOf('own')}/journal/${newId()}`, fields: newClosureEntry(uid) }]),
      );
      expect(others.filter((_uid, index) => named[index] !== 'refused')).toEqual([]);
      expect(await close({ uid: 'outletManager' }, newClosure('outletManager'))).toBe('allowed');
      expect(await enter({ uid: 'outletManager' }, closurePathOf('own'), newClosureEntry('outletManager'))).toBe('allowed');
      // A head says the second word, and serves nobody at the counter.
      const word = { ...newClosureEntry('unitHead'), type: 'confirm', payload: { seq: 1 } };
      expect(await enter({ uid: 'unitHead' }, closurePathOf('own'), word)).toBe('allowed');
      expect(await enter({ uid: 'unitHead' }, closurePathOf('own'), newClosureEntry('unitHead'))).toBe('refused');
    });

    test('is let into another branch with a move, and loses the old one', async () => {
      const other = { uid: outletClerk.uid };
      expect(await rules().get(other, refundPathOf('subUnit'))).toBe('allowed');
      await rules().seed({ ...organisation, ...storedComplaints, ...storedMoney, [`staff/${other.uid}`]: { ...staffOf(other.uid), unitId: 't-other' } });
      expect(await rules().get(other, refundPathOf('subUnit'))).toBe('refused');
      expect(await rules().get(other, refundPathOf('otherRegion'))).toBe('allowed');
    });

    test('reads no account, whoever asks: neither by its number nor listed (RET-2)', async () => {
      for (const uid of ['outletClerk', 'refundClerk', 'auditor', 'companyLeader', 'administrator']) {
        expect(await rules().get({ uid }, `accounts/${accountNo}`)).toBe('refused');
        expect(await rules().get({ uid }, 'accounts/T-99')).toBe('refused');
        expect(await rules().query({ uid }, equals('accounts', 'pack', 'telecom', 1).structuredQuery)).toBe('refused');
      }
    });

    test('reads no books of the other operator, neither alone nor listed', async () => {
      const auditor = { uid: 'auditor' };
      const theirs = ['ledger/refund-two', 'reconciliations/post-2026-09-21'];
      const ours = [ledgerPath, 'reconciliations/telecom-2026-09-21'];
      expect(await Promise.all(theirs.map((path) => rules().get(auditor, path)))).toEqual(theirs.map(() => 'refused'));
      expect(await Promise.all(ours.map((path) => rules().get(auditor, path)))).toEqual(ours.map(() => 'allowed'));
      const names = ['ledger', 'reconciliations'];
      const listed = (pack: string) => Promise.all(names.map((name) => rules().query(auditor, equals(name, 'pack', pack, 20).structuredQuery)));
      expect(await listed('post')).toEqual(names.map(() => 'refused'));
      expect(await listed('telecom')).toEqual(names.map(() => 'allowed'));
      const all = await Promise.all(names.map((name) => rules().query(auditor, holds(name, 'accountNos', accountNo, 20).structuredQuery)));
      expect(all).toEqual(names.map(() => 'refused'));
    });
  });
}
