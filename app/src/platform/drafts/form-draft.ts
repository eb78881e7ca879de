import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { seal, type Sealed, unseal } from '../storage/encryption.ts';

interface FormDraftSchema extends DBSchema {
  forms: { key: string; value: { ownerUid: string; sealed: Sealed } };
}

/** Opened for each use: forms that need it are rare, and no connection lies around to be cut. */
async function withForms<Result>(work: (database: IDBPDatabase<FormDraftSchema>) => Promise<Result>): Promise<Result> {
  const database = await openDB<FormDraftSchema>('shouwen-forms', 1, { upgrade: (fresh) => void fresh.createObjectStore('forms') });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

/** What was typed into a form and not sent, as it was left; null when there is nothing that opens. */
export async function keptForm<Content extends object>(ownerUid: string, name: string): Promise<Content | null> {
  const row = await withForms((database) => database.get('forms', name));
  if (row?.ownerUid !== ownerUid) return null;
  return unseal<Content>(row.sealed, { ownerUid, id: name }).then(
    ({ content }) => content,
    () => null,
  );
}

/** Keeps what is being typed, sealed as all that people write on this phone; an app that is killed loses nothing. */
export async function keepForm(ownerUid: string, name: string, content: object): Promise<void> {
  const sealed = await seal(content, { ownerUid, id: name });
  await withForms((database) => database.put('forms', { ownerUid, sealed }, name));
}

export async function forgetForm(name: string): Promise<void> {
  await withForms((database) => database.delete('forms', name));
}
