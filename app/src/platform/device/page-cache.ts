/** Databases of this app: their transactions end by themselves, and a draft is written while the page is being left. */
const ownName = /^shouwen(-|$)/;

/**
 * A browser may keep a page that is left for another address, suspended as it is, for the way back. In WebKit a transaction of Firestore or of the
 * login that is open at that moment never ends, and every later page waits for it in vain; and what comes back has lost its connection for good.
 * So those transactions are ended when the page is left, none is begun after that, and a page that comes back starts anew.
 *
 * Called before Firebase opens anything. What is typed is in no danger: it lies in this app's own database.
 */
export function leavePageClean(page: Window, databases: { prototype: IDBDatabase }, restart: () => void): void {
  const open = new Set<IDBTransaction>();
  let isLeft = false;
  const begin = databases.prototype.transaction;
  databases.prototype.transaction = function transaction(this: IDBDatabase, ...wanted: Parameters<typeof begin>): IDBTransaction {
    if (ownName.test(this.name)) return begin.apply(this, wanted);
    if (isLeft) throw new DOMException('The page is being left.', 'InvalidStateError');
    const begun = begin.apply(this, wanted);
    open.add(begun);
    const forget = (): void => void open.delete(begun);
    begun.addEventListener('complete', forget);
    begun.addEventListener('abort', forget);
    return begun;
  };
  page.addEventListener('pagehide', () => {
    isLeft = true;
    open.forEach(end);
  });
  page.addEventListener('pageshow', (event) => void (event.persisted && restart()));
}

/** One that is committing at this very moment cannot be ended, and ends by itself. */
function end(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    return;
  }
}
