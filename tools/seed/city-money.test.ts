import { isPhone } from '@shouwen/domain/customer/phone-number';
import { buckets } from '@shouwen/domain/ledger/account';
import { customerAccount } from '@shouwen/domain/ledger/posting';
import { reconcile } from '@shouwen/domain/books/reconcile';
import { buildUnits } from '@shouwen/domain/organisation/units';
import { workOutChain } from '@shouwen/domain/refund/chain';
import { describe, expect, test } from 'vitest';
import { openBooks } from './city-accounts.ts';
import { readCity } from './city-files.ts';
import { onePersonPerJob } from './create-logins.ts';
import { staffOf } from './store-city.ts';

const openedAtMs = Date.parse('2026-11-20T09:00:00+08:00');
const city = readCity();
const units = buildUnits(city.units);
const staff = staffOf(city);
const packOf = (version: string) => city.packs.find((pack) => pack.version === version);
const books = openBooks(city, openedAtMs);

/** The posts that a refund of that sum climbs to, as `who: unit`. */
function chainOf(requesterUid: string, cumulatedFen: number): string[] {
  const requester = staff.find(({ uid }) => uid === requesterUid);
  const pack = city.packs.find(({ id }) => id === requester?.pack);
  if (!requester || !pack) throw new Error(`${requesterUid} is nobody on staff`);
  const chain = workOutChain({ requester, cumulatedFen, aloneFen: 0, isCauseOwn: false, pack, units, staff });
  return chain.ok ? chain.steps.map(({ holderUids, unitId }) => `${holderUids.join(', ')}: ${unitId}`) : [chain.code];
}

describe('the city’s accounts', () => {
  test('REF-8: the books reconcile from the start, and what is on an account came out of a posting that opened it', () => {
    expect(reconcile({ ...books, refunds: [], closures: [], packOf })).toEqual([]);
    for (const { accountNo, balancesFen, seq } of books.accounts) {
      const own = books.postings.filter(({ accountNos }) => accountNos.includes(accountNo));
      const filled = buckets.filter((bucket) => balancesFen[bucket] !== 0);
      expect([accountNo, seq, own.length]).toEqual([accountNo, filled.length, filled.length]);
    }
  });

  test('REF-8: a balance that no posting explains would be found', () => {
    const [first, ...others] = books.accounts;
    if (!first) throw new Error('the city has no accounts');
    const wrong = { ...first, balancesFen: { ...first.balancesFen, cash: first.balancesFen.cash + 1 } };
    expect(reconcile({ postings: books.postings, accounts: [wrong, ...others], refunds: [], closures: [], packOf })).toMatchObject([
      { code: 'balanceDiffers', subject: customerAccount(first.accountNo, 'cash') },
    ]);
  });

  test('CLO-2: arrears were opened the other way round, as what the customer owes', () => {
    const posting = books.postings.find(({ id }) => id === 'opening-A2003-1378-cash');
    expect(posting?.legs).toEqual([
      { account: 'customer:A2003-1378:cash', side: 'debit', amountFen: 8640 },
      { account: 'company:opening', side: 'credit', amountFen: 8640 },
    ]);
  });

  test('RET-2: neither an account’s number nor anything else of it tells a phone number', () => {
    const phones = [...city.customers.map(({ phone }) => phone), ...city.accounts.flatMap(({ phone }) => phone ?? [])];
    for (const account of books.accounts) {
      expect(isPhone(account.accountNo)).toBe(false);
      expect(account.phoneMasked).toMatch(/^138\*{4}\d{4}$/);
      const stored = JSON.stringify(account);
      expect(phones.filter((phone) => stored.includes(phone))).toEqual([]);
    }
  });

  test('CLO-6: every customer of the operator that keeps accounts has one, except the former owner', () => {
    const without = city.customers.filter(({ phone, pack }) => pack === 'telecom' && !city.accounts.some(({ customerPhone }) => customerPhone === phone));
    const formerOwner = city.cases.find(({ id }) => id === 'case-former-owner')?.customerPhone;
    expect(without.map(({ phone }) => phone)).toEqual([formerOwner]);
  });

  test('CLO-2: an account of a customer’s own number is of the kind of their brand', () => {
    for (const { accountNo, customerPhone, phone, kind } of city.accounts) {
      if (phone !== undefined) continue;
      const { brand } = city.customers.find((customer) => customer.phone === customerPhone) ?? {};
      expect([accountNo, kind]).toEqual([accountNo, brand === '全球通' ? 'goTone' : 'prepaid']);
    }
  });

  test('CLO-2, CLO-3: there is an account of each sort that a closure can meet', () => {
    const open = books.accounts.filter(({ state }) => state === 'open');
    const holders = (candidates: typeof open) => new Set(candidates.map(({ contactKey }) => contactKey));
    const withTarget = open.filter((account) => open.some((other) => other.contactKey === account.contactKey && other.accountNo !== account.accountNo));
    const withBlockedTarget = open.filter(({ contactKey }) => books.accounts.some((other) => other.contactKey === contactKey && other.state === 'blocked'));
    expect(holders(withTarget).size).toBeGreaterThanOrEqual(2);
    expect(withBlockedTarget.length).toBeGreaterThanOrEqual(1);
    expect(open.some(({ balancesFen }) => buckets.every((bucket) => balancesFen[bucket] > 0))).toBe(true);
    expect(open.some(({ kind, balancesFen }) => kind === 'goTone' && balancesFen.cash < 0)).toBe(true);
    expect(books.accounts.some(({ balancesFen }) => buckets.every((bucket) => balancesFen[bucket] === 0))).toBe(true);
  });
});

describe('the city’s people of money', () => {
  test('REF-3: at each complaint centre two refund clerks can pay, so that one of them may ask; somebody else of each operator audits', () => {
    for (const unitId of ['t-cc', 'p-cc'])
      expect([unitId, staff.filter((person) => person.role === 'refundClerk' && person.unitId === unitId).length]).toEqual([unitId, 2]);
    for (const { id } of city.packs) expect([id, staff.filter(({ role, pack }) => role === 'auditor' && pack === id).length]).toEqual([id, 1]);
  });

  test('REF-6: nobody has a deputy whom they did not name themselves', () => {
    expect(staff.filter(({ deputy }) => deputy !== null)).toEqual([]);
  });

  test.each([
    ['t-qjp-huaihai-clerk-1', ['t-qjp-huaihai-manager-1: t-qjp-huaihai', 't-qjp-head-1: t-qjp', 't-leader-1: t-city']],
    ['t-cc-agent-1', ['t-cc-duty-1: t-cc', 't-cc-director-1, t-cc-supervisor-1, t-cc-supervisor-2: t-cc', 't-service-head-1: t-service', 't-leader-1: t-city']],
    ['p-qjp-huaihai-clerk-1', ['p-qjp-head-1: p-qjp', 'p-leader-1: p-city']],
    ['p-cc-agent-1', ['p-cc-duty-1: p-cc', 'p-cc-director-1, p-cc-supervisor-1: p-cc', 'p-service-head-1: p-service', 'p-leader-1: p-city']],
  ])('REF-2, ORG-3: 1,200 yuan asked for by %s climb the whole ladder', (requesterUid, steps) => {
    expect(chainOf(requesterUid, 120_000)).toEqual(steps);
    expect(chainOf(requesterUid, 10_000)).toEqual([]);
  });

  test('REF-2: everybody whom 1,200 yuan of an outlet take is among the logins that are printed, and so are the clerk who pays and the auditor', () => {
    const printed = onePersonPerJob(city.staff).map(({ uid }) => uid);
    const chain = ['t-qjp-huaihai-clerk-1', 't-qjp-huaihai-manager-1', 't-qjp-head-1', 't-leader-1', 't-cc-refund-1', 't-auditor-1'];
    expect(printed).toEqual(expect.arrayContaining(chain));
  });
});
