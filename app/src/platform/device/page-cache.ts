/** Databases of this app. */
const ownName = /^shouwen(-|$)/;
/** What is typed, written while the page is being left: one store, one step. */
const typedStores: readonly string[] = ['drafts', 'draftPhotos'];

/**
 * A browser may keep a page that is left for another address, suspended as it is, for the way back. In WebKit a transaction that is open at that moment, be it one
 * that only reads, never ends, because its end is the suspended page's to tell, and every later page that writes there waits for it in vain: what waited on the
 * phone was not shown (REC-4). So a page that is left ends its transactions. What was typed last is committed; all else is undone, as if the page had died, and
 * done again by the next one. After that nothing is begun but what writes what was typed, and a page that comes back starts anew.
 *
 * Called before anything opens a database.
 */
export function leavePageClean(page: Window, databases: { prototype: IDBDatabase }, restart: () => void): void {
  const open = new Set<IDBTransaction>();
  let isLeft = false;
  const begin = databases.prototype.transaction;
  databases.prototype.transaction = function transaction(this: IDBDatabase, ...wanted: Parameters<typeof begin>): IDBTransaction {
    const [stores, mode = 'readonly'] = wanted;
    if (isLeft && !isAllowed(this, stores, mode)) throw new DOMException('The page is being left.', 'InvalidStateError');
    const begun = begin.apply(this, wanted);
    open.add(begun);
    const forget = (): void => void open.delete(begun);
    begun.addEventListener('complete', forget);
    begun.addEventListener('abort', forget);
    // What is written has been handed over before the next microtask.
    if (isLeft && isTyping(stores, mode)) queueMicrotask(() => leave(begun));
    return begun;
  };
  page.addEventListener('pagehide', () => {
    isLeft = true;
    open.forEach(leave);
  });
  page.addEventListener('pageshow', (event) => void (event.persisted && restart()));
}

/** What was typed, and reading the key that seals it. */
function isAllowed({ name }: IDBDatabase, stores: string | Iterable<string>, mode: IDBTransactionMode): boolean {
  return ownName.test(name) && (isTyping(stores, mode) || (mode === 'readonly' && onlyOf(stores) === 'keys'));
}

function isTyping(stores: string | Iterable<string>, mode: IDBTransactionMode): boolean {
  return mode === 'readwrite' && typedStores.includes(onlyOf(stores) ?? '');
}

/** The one store that is asked for; null where there are several. */
function onlyOf(stores: string | Iterable<string>): string | null {
  const [store = null, ...others] = typeof stores === 'string' ? [stores] : [...stores];
  return others.length === 0 ? store : null;
}

/** One that is committing at this very moment ends by itself. */
function leave(transaction: IDBTransaction): void {
  try {
    if (ownName.test(transaction.db.name) && isTyping(transaction.objectStoreNames, transaction.mode)) transaction.commit();
    else transaction.abort();
  } catch {
    return;
  }
}
