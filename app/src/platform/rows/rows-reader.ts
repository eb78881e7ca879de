import { loadFirestore } from '../firestore/firebase-firestore.ts';

/** What reads complaints comes behind what fetches them: the first rows, which lie on the device as rows, wait for neither. */
export async function loadRowsReader(): Promise<typeof import('./read-rows.ts')> {
  await loadFirestore();
  return import('./read-rows.ts');
}
