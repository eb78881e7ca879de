import { closureFromStored } from '@shouwen/domain/closure/closure';
import { decideClosure } from '@shouwen/domain/closure/decide';
import { accountAfter, evolveClosure } from '@shouwen/domain/closure/evolve';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import type { Account } from '@shouwen/domain/ledger/account';
import type { Posting } from '@shouwen/domain/ledger/posting';
import type { Pack } from '@shouwen/domain/policy/pack';
import type { RefundEvent } from '@shouwen/domain/refund/event';
import { refundNoticesOf } from '@shouwen/domain/refund/notices';
import { type Refund, refundNumber } from '@shouwen/domain/refund/refund';
import { standingOf } from '@shouwen/domain/refund/standing';
import { giveOrder } from '../billing/give-order.ts';
import { changedFields } from '../journal/changed-fields.ts';
import { saveClosure } from '../closure/save-closure.ts';
import { decideAndSave } from '../complaint/apply-entry.ts';
import { systemEntry } from '../journal/system-entry.ts';
import type { Host } from '../host.ts';
import { inboxItem } from '../inbox-item.ts';
import { saveAccounts, savePostings } from '../ledger/save-postings.ts';
import type { StoredDocument, Transaction } from '../store.ts';

interface RefundToSave {
  before: Refund;
  after: Refund;
  events: readonly RefundEvent[];
  actorUid: string | null;
  pack: Pack;
  /** What this decision posts, or orders to be posted. */
  postings: readonly Posting[];
  /** The accounts that the postings can move, as read. */
  accounts: readonly Account[];
}

/** Writes what a decision changed. All reads come first, because a transaction of the database wants it so. */
export async function saveRefund(host: Host, transaction: Transaction, saved: RefundToSave): Promise<void> {
  const { before, after, events, postings } = saved;
  const [complaint, closure] = await Promise.all([readComplaint(transaction, before, after), readClosure(transaction, after, postings)]);
  transaction.update(`refunds/${after.id}`, changedFields(host, before, after));
  if (after.state === 'executing') giveOrder(host, transaction, { kind: 'refund', subjectId: after.id, attempt: after.execution?.attempt ?? 1, postings });
  else if (postings.length > 0) savePosted(host, transaction, saved, closure);
  if (complaint) await noteOnComplaint(host, transaction, complaint, after);
  for (const notice of refundNoticesOf(before, after, events, saved.actorUid)) {
    transaction.set(
      `inbox/${notice.uid}/items/${after.id}_${after.seq}_${notice.kind}`,
      inboxItem(host, {
        kind: notice.kind,
        complaintId: after.complaintId,
        refundId: after.id,
        closureId: after.closureId,
        number: after.basis?.complaintNumber ?? refundNumber(after.id),
        category: after.basis?.category ?? null,
        amountFen: after.amountFen,
      }),
    );
  }
}

/** Ledger, balances, and what else a posting settles: the card's serial number, the cash line of a closing account. */
function savePosted(host: Host, transaction: Transaction, { after, postings, accounts, pack }: RefundToSave, closureDocument: StoredDocument | null): void {
  const moved = savePostings(host, transaction, postings, accounts);
  if (after.form === 'rechargeCard' && after.state === 'posted' && after.cardSerial !== null) {
    transaction.create(`rechargeCards/${after.cardSerial}`, { refundId: after.id });
  }
  if (!closureDocument) {
    saveAccounts(host, transaction, accounts, moved);
    return;
  }
  const closure = closureFromStored(closureDocument.id, closureDocument.data);
  const command = { type: 'cashPaid' as const, amountFen: after.amountFen, postingId: postings[0]?.id ?? '' };
  const facts = { pack, requester: null, account: null, target: null, ordered: [] };
  const decision = decideClosure(closure, command, { actor: { kind: 'system' }, nowMs: host.nowMs(), facts });
  const paid = decision.ok ? evolveClosure(closure, decision.events) : closure;
  saveAccounts(
    host,
    transaction,
    accounts,
    moved.map((account) => (account.accountNo === closure.accountNo ? accountAfter(account, closure, paid) : account)),
  );
  saveClosure(host, transaction, { before: closure, after: paid, events: decision.ok ? decision.events : [], headUid: null });
  transaction.create(`closures/${closure.id}/journal/cash-paid`, systemEntry(host, 'cashPaid', { refundId: after.id }, paid.seq));
}

/** The complaint is read only where its people have something new to know. */
async function readComplaint(transaction: Transaction, before: Refund, after: Refund): Promise<Complaint | null> {
  const isNews = JSON.stringify(standingOf(before, 0)) !== JSON.stringify(standingOf(after, 0)) || before.state === 'requested';
  if (after.complaintId === null || !isNews || (before.state === 'requested' && after.state === 'refused')) return null;
  const stored = await transaction.get(`complaints/${after.complaintId}`);
  return stored && complaintFromStored(stored.id, stored.data);
}

function readClosure(transaction: Transaction, after: Refund, postings: readonly Posting[]): Promise<StoredDocument | null> {
  return after.closureId !== null && after.state === 'posted' && postings.length > 0 ? transaction.get(`closures/${after.closureId}`) : Promise.resolve(null);
}

async function noteOnComplaint(host: Host, transaction: Transaction, complaint: Complaint, refund: Refund): Promise<void> {
  const pack = await host.reference.pack(complaint.pack, complaint.packVersion);
  const standing = standingOf(refund, host.nowMs());
  const noted = await decideAndSave(host, transaction, complaint, { type: 'noteRefund', refund: standing }, { kind: 'system' }, pack, host.nowMs());
  if (!noted.ok || !noted.changed) return;
  const { refundId, amountFen, form, standing: state } = standing;
  const entry = systemEntry(host, 'noteRefund', { refundId, amountFen, form, standing: state }, noted.seq);
  transaction.create(`complaints/${complaint.id}/journal/refund-${refundId}-${refund.seq}`, entry);
}
