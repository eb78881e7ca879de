import type { TileQuestion } from '@shouwen/domain/journal/tile';
import { type Asker, askTile } from '@shouwen/domain/workbench/ask-tile';
import { loadFirestore } from '../../platform/firestore/firebase-firestore.ts';

/** Asks the server for a number, and for no more than that. @throws without a network, or when it is none of this person's to know. */
export async function countTile(question: TileQuestion, asker: Asker, nowMs: number): Promise<number> {
  const { db, api } = await loadFirestore();
  const conditions = askTile(question, asker, nowMs).map(([field, operator, value]) =>
    api.where(field, operator, typeof value === 'object' && value !== null ? api.Timestamp.fromMillis(value.atMs) : value),
  );
  const counted = api.query(api.collection(db, question.collection), ...conditions, api.orderBy(...question.orderBy), api.limit(question.limit));
  return (await api.getCountFromServer(counted)).data().count;
}
