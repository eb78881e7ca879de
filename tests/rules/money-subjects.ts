import type { Creation } from '../support/rules-questions.ts';
import type { Fields } from '../support/rules-values.ts';
import { assistPathOf, newAssist, newAssistEntry, storedAssist } from './assist-documents.ts';
import { audienceOf, colleague, complaintIdOf, receivingUnitOf, type Standing, standings, type Who } from './city.ts';
import { newId } from './documents.ts';
import { belowParent, equals, everything, holds } from './listings.ts';
import {
  accountNo,
  closurePathOf,
  newClosure,
  newClosureEntry,
  newRefund,
  newRefundEntry,
  otherOperatorsAccountNo,
  refundPathOf,
  storedAccount,
  storedClosure,
  storedExport,
  storedPosting,
  storedReconciliation,
  storedRefund,
} from './money-documents.ts';
import type { Subject } from './subject.ts';

/** Refunds, closures and assists as they stand to the branch in each way. */
export const storedMoney: Record<string, Fields> = Object.fromEntries(
  standings.flatMap((standing) => [
    [refundPathOf(standing), storedRefund(standing)],
    [closurePathOf(standing), storedClosure(standing)],
    [assistPathOf(standing), storedAssist(standing)],
  ]),
);

/** A request that somebody claims to stand to the branch in that way; `concerned` is one in somebody else's name. */
function claimed(request: Fields, standing: Standing): Fields {
  if (standing === 'concerned') return { ...request, requesterUid: colleague.uid, people: [colleague.uid] };
  const unitId = receivingUnitOf(standing);
  return { ...request, requesterUnitId: unitId, audience: audienceOf(unitId) };
}

function requests(name: 'refunds' | 'closures' | 'assists', pathOf: (standing: Standing) => string, request: (who: Who) => Fields): Subject {
  return {
    standings,
    stored: storedMoney,
    path: pathOf,
    listing: (standing, who) => (standing === 'concerned' ? holds(name, 'people', who) : holds(name, 'audience', receivingUnitOf(standing))),
    creation: (standing, who) => [{ path: `${name}/${newId()}`, fields: claimed(request(who), standing) }],
    change: { state: 'approved' },
  };
}

function entries(pathOf: (standing: Standing) => string, entry: (who: Who) => Fields): Subject {
  const storedPath = (standing: Standing): string => `${pathOf(standing)}/journal/stored-by-a-colleague`;
  return {
    standings,
    stored: { ...storedMoney, ...Object.fromEntries(standings.map((standing) => [storedPath(standing), { ...entry('outletClerk'), outcome: 'applied' }])) },
    path: storedPath,
    listing: (standing) => belowParent(pathOf(standing), 'journal', 200),
    creation: (standing, who): Creation[] => [{ path: `${pathOf(standing)}/journal/${newId()}`, fields: entry(who) }],
    change: { outcome: 'pending' },
  };
}

/** What belongs to an operator as a whole: `own` is ours, `concerned` the other operator's. */
export function ofOperator(name: string, most: number, content: (pack: 'telecom' | 'post') => Fields, ids: { telecom: string; post: string }): Subject {
  const packOf = (standing: Standing) => (standing === 'own' ? 'telecom' : 'post');
  return {
    standings: ['own', 'concerned'],
    stored: { [`${name}/${ids.telecom}`]: content('telecom'), [`${name}/${ids.post}`]: content('post') },
    path: (standing) => `${name}/${ids[packOf(standing)]}`,
    listing: (standing) => equals(name, 'pack', packOf(standing), most),
    creation: (standing) => [{ path: `${name}/${newId()}`, fields: content(packOf(standing)) }],
    change: { pack: 'telecom' },
  };
}

const closureStatusPath = `closureStatus/${'0'.repeat(64)}`;

export const moneySubjects = {
  refunds: requests('refunds', refundPathOf, (who) => ({ ...newRefund(who), complaintId: complaintIdOf('own') })),
  'refunds/journal': entries(refundPathOf, newRefundEntry),
  closures: requests('closures', closurePathOf, newClosure),
  'closures/journal': entries(closurePathOf, newClosureEntry),
  assists: requests('assists', assistPathOf, newAssist),
  'assists/journal': entries(assistPathOf, newAssistEntry),
  accounts: ofOperator('accounts', 20, storedAccount, { telecom: accountNo, post: otherOperatorsAccountNo }),
  ledger: ofOperator('ledger', 200, storedPosting, { telecom: 'refund-one', post: 'refund-two' }),
  reconciliations: ofOperator('reconciliations', 200, storedReconciliation, { telecom: 'telecom-2026-09-21', post: 'post-2026-09-21' }),
  exports: ofOperator('exports', 200, storedExport, { telecom: 'one', post: 'two' }),
  closureStatus: {
    standings: ['own'],
    stored: { [closureStatusPath]: { pack: 'telecom', state: 'closed' } },
    path: () => closureStatusPath,
    listing: () => everything('closureStatus', 1),
    creation: () => [{ path: `closureStatus/${newId()}`, fields: { pack: 'telecom', state: 'closed' } }],
    change: { state: 'settled' },
  },
  closureEvidence: ofOperator('closureEvidence', 1, (pack) => ({ pack, paperNo: '3208' }), { telecom: 'one', post: 'two' }),
  closureLinks: ofOperator('closureLinks', 1, (pack) => ({ pack, token: 'secret' }), { telecom: 'one', post: 'two' }),
  vouchers: ofOperator('vouchers', 1, (pack) => ({ pack, refundId: 'one' }), { telecom: 'V0001', post: 'V0002' }),
  rechargeCards: ofOperator('rechargeCards', 1, () => ({ refundId: 'one' }), { telecom: 'CARD-0001', post: 'CARD-0002' }),
  billingOrders: ofOperator('billingOrders', 1, (pack) => ({ pack, state: 'waiting' }), { telecom: 'refund-one-1', post: 'refund-two-1' }),
} satisfies Record<string, Subject>;
