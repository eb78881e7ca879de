import { beforeAll, describe, expect, test } from 'vitest';
import type { RulesClient } from '../support/rules-client.ts';
import type { Verdict } from '../support/rules-verdict.ts';
import { assistPathOf } from './assist-documents.ts';
import { colleague, complaintIdOf, organisation, storedComplaints } from './city.ts';
import { closurePathOf, refundPathOf } from './money-documents.ts';
import { storedMoney } from './money-subjects.ts';
import { belowParent, changesAbout, equals, everything, holds, type Listing, listingOf } from './listings.ts';
import { phoneQueries } from './query-shapes.ts';
import { tileQueries } from './tile-queries.ts';

const own = `complaints/${complaintIdOf('own')}`;
const me = { uid: colleague.uid };
const refund = refundPathOf('own');
const closure = closurePathOf('own');
const assist = assistPathOf('own');

interface Bound {
  name: string;
  most: number;
  by?: string;
  listing(limit: number | null): Listing;
}

const bounds: Bound[] = [
  { name: 'complaints of the own unit', most: 200, listing: (limit) => holds('complaints', 'audience', 't-branch', limit) },
  { name: 'complaints that name oneself', most: 200, listing: (limit) => holds('complaints', 'people', me.uid, limit) },
  { name: 'a complaint’s journal', most: 200, listing: (limit) => belowParent(own, 'journal', limit) },
  { name: 'a complaint’s contact views', most: 200, listing: (limit) => belowParent(own, 'contactViews', limit) },
  { name: 'a complaint’s attachments', most: 30, listing: (limit) => ({ ...equals('attachments', 'check', 'passed', limit), parent: own }) },
  { name: 'a complaint’s messages', most: 100, listing: (limit) => belowParent(own, 'messages', limit) },
  { name: 'refunds of the own unit', most: 200, listing: (limit) => holds('refunds', 'audience', 't-branch', limit) },
  { name: 'refunds that name oneself', most: 200, listing: (limit) => holds('refunds', 'people', me.uid, limit) },
  { name: 'refunds that one may decide', most: 200, listing: (limit) => holds('refunds', 'approverUids', me.uid, limit) },
  { name: 'refunds that one asked for', most: 200, listing: (limit) => equals('refunds', 'requesterUid', me.uid, limit) },
  { name: 'a refund’s journal', most: 200, listing: (limit) => belowParent(refund, 'journal', limit) },
  { name: 'closures of the own unit', most: 200, listing: (limit) => holds('closures', 'audience', 't-branch', limit) },
  { name: 'a closure’s journal', most: 200, listing: (limit) => belowParent(closure, 'journal', limit) },
  { name: 'assists that one’s unit sees', most: 200, listing: (limit) => holds('assists', 'audience', 't-branch', limit) },
  { name: 'assists that one’s unit is asked for', most: 200, listing: (limit) => equals('assists', 'toUnitId', 't-branch', limit) },
  { name: 'assists that one asked for', most: 200, listing: (limit) => equals('assists', 'requesterUid', me.uid, limit) },
  { name: 'an assist’s journal', most: 200, listing: (limit) => belowParent(assist, 'journal', limit) },
  ...['ledger', 'reconciliations', 'exports', 'lookups', 'lookupCounts', 'contactCounts', 'doubtfulReplies'].map((name): Bound => ({
    name: `${name} of the own operator`,
    most: 200,
    by: 'auditor',
    listing: (limit) => equals(name, 'pack', 'telecom', limit),
  })),
  { name: 'policy changes of the own operator', most: 100, by: 'auditor', listing: (limit) => equals('policyChanges', 'pack', 'telecom', limit) },
  { name: 'changes of the own operator', most: 100, by: 'auditor', listing: (limit) => equals('changes', 'pack', 'telecom', limit) },
  { name: 'changes about the own unit', most: 100, by: 'unitHead', listing: (limit) => changesAbout('telecom', 't-branch', limit) },
  { name: 'staff of the own operator', most: 30, listing: (limit) => equals('staff', 'pack', 'telecom', limit) },
  { name: 'one’s own inbox', most: 200, listing: (limit) => belowParent(`inbox/${me.uid}`, 'items', limit) },
];

/** What may be asked for at once, and with what question. */
export function describeQueries(rules: () => RulesClient): void {
  const ask = ({ parent, structuredQuery }: Listing, asker = me): Promise<Verdict> => rules().query(asker, structuredQuery, parent);

  describe('queries', () => {
    beforeAll(() => rules().seed({ ...organisation, ...storedComplaints, ...storedMoney }));

    test.each(bounds)('$name: at most $most at once, never without a bound', async ({ most, listing, by }) => {
      const asker = { uid: by ?? me.uid };
      expect(await ask(listing(most), asker)).toBe('allowed');
      expect(await ask(listing(1), asker)).toBe('allowed');
      expect(await ask(listing(most + 1), asker)).toBe('refused');
      expect(await ask(listing(null), asker)).toBe('refused');
    });

    test('every query that a phone asks goes through, and to a suspended person none does', async () => {
      const places = { unit: 't-branch', operator: 'telecom', complaint: own, refund, closure, assist };
      const askAs = (person: string) =>
        rules().each(phoneQueries, (shape) => {
          const uid = person === me.uid ? (shape.by ?? me.uid) : person;
          const { parent, structuredQuery } = listingOf(shape, { ...places, me: uid });
          return rules().query({ uid }, structuredQuery, parent);
        });
      const [allowed, refused] = [await askAs(me.uid), await askAs('suspended')];
      expect(phoneQueries.filter((_shape, index) => allowed[index] !== 'allowed' || refused[index] !== 'refused')).toEqual([]);
    });

    test('the numbers of everybody’s workbench can be counted by their job, and not without the bound', async () => {
      const places = { unit: 't-branch', operator: 'telecom', complaint: own, refund, closure, assist };
      const asked = tileQueries.flat();
      const count = (isBounded: boolean) =>
        rules().each(asked, (shape) => {
          const uid = shape.by ?? me.uid;
          const limit = isBounded ? shape.limit : null;
          return rules().count({ uid }, listingOf({ ...shape, limit }, { ...places, me: uid }).structuredQuery);
        });
      const [bounded, unbounded] = [await count(true), await count(false)];
      expect(asked.filter((_shape, index) => bounded[index] !== 'allowed' || unbounded[index] !== 'refused')).toEqual([]);
    });

    test('complaints are not listed without saying whose', async () => {
      expect(await ask(everything('complaints', 1))).toBe('refused');
      expect(await ask(holds('complaints', 'audience', 't-other'))).toBe('refused');
      expect(await ask(holds('complaints', 'people', 'somebody-else'))).toBe('refused');
      expect(await ask(equals('complaints', 'state', 'accepted', 10))).toBe('refused');
      expect(await ask(equals('complaints', 'number', '7K3M9-QXW2C-4', 1))).toBe('refused');
      expect(await ask(holds('complaints', 'audience', 't-branch'))).toBe('allowed');
    });

    test('refunds and closures are not listed without saying whose', async () => {
      const others = [
        everything('refunds', 1),
        holds('refunds', 'audience', 't-other'),
        holds('refunds', 'people', 'somebody-else'),
        holds('refunds', 'approverUids', 'somebody-else'),
        equals('refunds', 'requesterUid', 'somebody-else', 10),
        equals('refunds', 'basis.customerKey', 'key', 10),
        equals('refunds', 'complaintId', complaintIdOf('own'), 10),
        equals('refunds', 'pack', 'telecom', 10),
        everything('closures', 1),
        holds('closures', 'audience', 't-other'),
        equals('closures', 'accountNo', 'T-01', 10),
        everything('accounts', 1),
        equals('accounts', 'contactKey', 'key', 10),
        everything('ledger', 1),
        everything('policyChanges', 1),
        equals('policyChanges', 'pack', 'post', 10),
        everything('changes', 1),
        equals('changes', 'pack', 'post', 10),
      ];
      expect(await Promise.all(others.map((listing) => ask(listing, { uid: 'auditor' })))).toEqual(others.map(() => 'refused'));
      expect(await ask(holds('refunds', 'audience', 't-branch'), { uid: 'auditor' })).toBe('allowed');
    });

    test('ADM-7: a head lists the changes of their own unit, not of another, and not all of them', async () => {
      const by = (uid: string, listing: Listing): Promise<Verdict> => ask(listing, { uid });
      const all = equals('changes', 'pack', 'telecom', 10);
      expect([await by('unitHead', changesAbout('telecom', 't-branch', 10)), await by('auditor', all)]).toEqual(['allowed', 'allowed']);
      const refused = [changesAbout('telecom', 't-other', 10), changesAbout('post', 't-branch', 10), holds('changes', 'unitIds', 't-branch', 10), all];
      for (const listing of refused) expect(await by('unitHead', listing)).toBe('refused');
      expect(await by('outletClerk', changesAbout('telecom', 't-branch', 10))).toBe('refused');
    });

    test('nor counted', async () => {
      const count = (listing: Listing): Promise<Verdict> => rules().count(me, listing.structuredQuery);
      expect(await count(everything('complaints', null))).toBe('refused');
      expect(await count(holds('complaints', 'audience', 't-other'))).toBe('refused');
      expect(await count(holds('complaints', 'audience', 't-branch'))).toBe('allowed');
    });

    test('staff of the other operator are not listed, and units not at all: phones have the directory', async () => {
      expect(await ask(equals('staff', 'pack', 'post', 10))).toBe('refused');
      expect(await ask(equals('units', 'pack', 'telecom', 10))).toBe('refused');
      expect(await rules().query({ uid: 'otherOperator' }, equals('staff', 'pack', 'post', 10).structuredQuery)).toBe('allowed');
    });

    test.each(['journal', 'private', 'contactViews', 'attachments', 'replies', 'items'])(
      '%s of everything at once cannot be asked for',
      async (collectionId) => {
        expect(await ask(everything(collectionId, 10, true))).toBe('refused');
      },
    );

    test.each([
      'status',
      'customers',
      'policies',
      'boards',
      'preferences',
      'devices',
      'rechargeCards',
      'billingOrders',
      'throttles',
      'tickets',
      'accounts',
      'deadLetters',
      'migrations',
      'complaintKeys',
      'installations',
    ])('%s is not listed at all', async (collectionId) => {
      expect(await ask(everything(collectionId, 1))).toBe('refused');
      expect(await rules().query('anonymous', everything(collectionId, 1).structuredQuery)).toBe('refused');
    });
  });
}
