import '../../platform/device/schemas-without-eval.ts';
import { defaultPreferences, type Preferences, preferencesSchema } from '@shouwen/domain/notice/preferences';
import { call } from '../../platform/callable/callable.ts';
import { loadFirestore } from '../../platform/firestore/firebase-firestore.ts';

/** What a person wants to be told by push, as the server has it. */
export async function readPreferences(uid: string): Promise<Preferences> {
  const { db, api } = await loadFirestore();
  const snapshot = await api.getDocFromServer(api.doc(db, 'preferences', uid));
  return snapshot.exists() ? preferencesSchema.parse(snapshot.data()) : defaultPreferences;
}

export async function savePreferences(preferences: Preferences): Promise<void> {
  await call('setPreferences', { ...preferences });
}
