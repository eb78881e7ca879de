import { addAccount, addClosure, addPosting, addRefund, type Books, type Scope, startBooks } from '@shouwen/domain/books/books';
import { type Closure, closureFromStored, closureRefundId } from '@shouwen/domain/closure/closure';
import { canonicalIdentifier, defaultIdentifierForms } from '@shouwen/domain/kernel/identifier';
import { type Account, accountFromStored } from '@shouwen/domain/ledger/account';
import { type Posting, postingFromStored, postingIdOf } from '@shouwen/domain/ledger/posting';
import { type Refund, refundFromStored } from '@shouwen/domain/refund/refund';
import type { Query, Reader, StoredDocument } from '../store.ts';
import { readPages } from './read-pages.ts';

/** As many accounts as one question can name. */
const mostNamed = 30;

/** What is looked at this time. */
export interface Selected {
  accounts: readonly StoredDocument[];
  refunds: readonly StoredDocument[];
  closures: readonly StoredDocument[];
  postings: readonly StoredDocument[];
}

/**
 * Reads, beside what is looked at, all that it has to agree with: every posting of an account, what caused each posting, what a refund or closure has moved, and the
 * other refunds that count with a paid one. What is read only for that is not looked at itself, because not all of its own surroundings are there.
 */
export async function gatherScope(reader: Reader, selected: Selected): Promise<{ books: Books; scope: Scope }> {
  const gathering = new Gathering(reader);
  await gathering.takeAccounts(selected.accounts.map(({ id, data }) => accountFromStored(id, data)));
  for (const { id, data } of selected.postings) await gathering.takePosting(postingFromStored(id, data));
  for (const { id, data } of selected.closures) await gathering.takeClosure(closureFromStored(id, data));
  for (const { id, data } of selected.refunds) await gathering.takeRefund(refundFromStored(id, data));
  return { books: gathering.books, scope: gathering.scope };
}

class Gathering {
  readonly books = startBooks();
  readonly scope = { accounts: new Set<string>(), refunds: new Set<string>(), closures: new Set<string>(), sought: new Set<string>() };
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  async takeAccounts(accounts: readonly Account[]): Promise<void> {
    for (const account of accounts) {
      this.scope.accounts.add(account.accountNo);
      this.#addAccount(account);
    }
    const numbers = accounts.map(({ accountNo }) => accountNo);
    for (let from = 0; from < numbers.length; from += mostNamed) {
      const query = { collection: 'ledger', where: [['accountNos', 'array-contains-any', numbers.slice(from, from + mostNamed)]] } satisfies Pick<
        Query,
        'collection' | 'where'
      >;
      const found: Posting[] = [];
      await readPages(this.#reader, query, ({ id, data }) => found.push(postingFromStored(id, data)));
      for (const posting of found) await this.takePosting(posting);
    }
    for (const { hold } of accounts) if (hold) await this.#readClosure(hold.closureId);
  }

  /** A posting with what caused it and the accounts that it names. */
  async takePosting(posting: Posting): Promise<void> {
    if (this.books.postings.has(posting.id)) return;
    addPosting(this.books, posting);
    await Promise.all(posting.accountNos.map((accountNo) => this.#readAccount(accountNo)));
    const { cause } = posting;
    if (cause.kind === 'refund') await this.#readRefund(cause.id);
    if (cause.kind === 'closure') await this.#readClosure(cause.id);
  }

  /** A closure with its account, its postings and the refund that pays its cash out. */
  async takeClosure(closure: Closure): Promise<void> {
    this.scope.closures.add(closure.id);
    this.#addClosure(closure);
    await this.#readAccount(closure.accountNo);
    for (const { state, bucket } of closure.lines) if (state === 'posted') await this.#readPosting(postingIdOf({ kind: 'closure', id: closure.id, bucket }));
    if (closure.lines.some(({ action }) => action === 'refund')) await this.#readRefund(closureRefundId(closure.id));
  }

  /** A refund with its posting, where its money went, and, where it was paid, those that count with it. */
  async takeRefund(refund: Refund): Promise<void> {
    this.scope.refunds.add(refund.id);
    this.#addRefund(refund);
    const isPaid = refund.state === 'posted' || refund.state === 'reversed';
    if (!isPaid && refund.state !== 'executing') return;
    if (refund.accountNo !== null) await this.#readAccount(refund.accountNo);
    const followsTo = this.books.accounts.get(refund.accountNo ?? '')?.followsTo ?? null;
    if (followsTo !== null) await this.#readAccount(followsTo);
    const id = postingIdOf(refund.closureId === null ? { kind: 'refund', id: refund.id } : { kind: 'closure', id: refund.closureId, bucket: 'cash' });
    if (isPaid) await this.#readPosting(id);
    if (refund.state === 'reversed') await this.#readPosting(`${id}-reversal`);
    if (refund.closureId === null) await this.#readTied(refund);
    if (refund.cardSerial !== null) await this.#readHolderOfCard(refund.cardSerial);
  }

  async #readTied({ complaintId, basis, accountNo, requesterUid }: Refund): Promise<void> {
    const ties = { complaintId, 'basis.customerKey': basis?.customerKey ?? null, accountNo, requesterUid };
    for (const [field, value] of Object.entries(ties)) {
      if (value === null) continue;
      await readPages(this.#reader, { collection: 'refunds', where: [[field, '==', value]] }, ({ id, data }) => this.#addRefund(refundFromStored(id, data)));
    }
  }

  /** REF-5: whoever has the card by the one spelling of its number. */
  async #readHolderOfCard(cardSerial: string): Promise<void> {
    const serial = canonicalIdentifier(cardSerial, defaultIdentifierForms.rechargeCard);
    const registered = /^[A-Za-z0-9-]{1,40}$/.test(serial) ? await this.#reader.get(`rechargeCards/${serial}`) : null;
    if (registered) await this.#readRefund(String(registered.data['refundId']));
  }

  async #readPosting(id: string): Promise<void> {
    if (this.books.postings.has(id)) return;
    const stored = await this.#reader.get(`ledger/${id}`);
    if (stored) await this.takePosting(postingFromStored(id, stored.data));
  }

  async #readAccount(accountNo: string): Promise<void> {
    if (this.scope.sought.has(accountNo)) return;
    this.scope.sought.add(accountNo);
    const stored = await this.#reader.get(`accounts/${accountNo}`);
    if (stored) this.#addAccount(accountFromStored(accountNo, stored.data));
  }

  async #readRefund(id: string): Promise<void> {
    if (this.books.refunds.has(id)) return;
    const stored = await this.#reader.get(`refunds/${id}`);
    if (stored) this.#addRefund(refundFromStored(id, stored.data));
  }

  async #readClosure(id: string): Promise<void> {
    if (this.books.closures.has(id)) return;
    const stored = await this.#reader.get(`closures/${id}`);
    if (!stored) return;
    const closure = closureFromStored(id, stored.data);
    this.#addClosure(closure);
    if (closure.lines.some(({ action }) => action === 'refund')) await this.#readRefund(closureRefundId(id));
  }

  #addAccount(account: Account): void {
    this.scope.sought.add(account.accountNo);
    addAccount(this.books, account);
  }

  #addRefund(refund: Refund): void {
    if (!this.books.refunds.has(refund.id)) addRefund(this.books, refund);
  }

  #addClosure(closure: Closure): void {
    if (!this.books.closures.has(closure.id)) addClosure(this.books, closure);
  }
}
