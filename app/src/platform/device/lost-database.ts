const firestoreName = /^firestore\//;

/**
 * Tells when Firestore's database is taken away under it: by the system, which can end its connection, or by somebody who clears the site's storage.
 * The SDK ends itself then without a word, and everything that is asked afterwards waits for ever. Called before Firebase opens anything.
 */
export function watchLostDatabase(databases: { prototype: IDBDatabase }, onLost: () => void): void {
  const known = new WeakSet<IDBDatabase>();
  const begin = databases.prototype.transaction;
  databases.prototype.transaction = function transaction(this: IDBDatabase, ...wanted: Parameters<typeof begin>): IDBTransaction {
    if (firestoreName.test(this.name) && !known.has(this)) {
      known.add(this);
      this.addEventListener('close', onLost);
      // Nobody upgrades it but a younger SDK, and that comes with an update, which loads the app anew in any case.
      this.addEventListener('versionchange', onLost);
    }
    return begin.apply(this, wanted);
  };
}
