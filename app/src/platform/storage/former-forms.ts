import { phoneNowMs } from '../device/clock.ts';
import { openExisting } from '../device/existing-database.ts';
import type { DraftRow, Sealed } from './local-schema.ts';

/** Where an earlier version kept what was typed into all forms but the recording's. */
export const formerFormsName = 'shouwen-forms';

interface FormerForm {
  ownerUid: string;
  sealed: Sealed;
}

/** What lies there, as drafts; null where there is nothing of the kind. They are sealed for the same owner and id, so they move as they are. */
export async function readFormerForms(): Promise<DraftRow[] | null> {
  const database = await openExisting(formerFormsName);
  if (database === null) return null;
  try {
    const store = database.transaction('forms').objectStore('forms');
    const [names, forms] = await Promise.all([done(store.getAllKeys() as IDBRequest<string[]>), done<FormerForm[]>(store.getAll())]);
    return names.flatMap((name, index) => asDraft(name, forms[index]));
  } catch {
    // Damaged: there is nothing to move, and nothing else may suffer from it.
    return null;
  } finally {
    database.close();
  }
}

function asDraft(name: string, former: FormerForm | undefined): DraftRow[] {
  const [form = name] = name.split('/');
  return former ? [{ id: name, form, updatedAtMs: phoneNowMs(), ...former }] : [];
}

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not readable'));
  });
}
