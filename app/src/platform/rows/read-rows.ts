import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import { readableOrNull } from '@shouwen/domain/kernel/state-document';
import type { DocumentSnapshot } from 'firebase/firestore';
import { type Row, rowOf } from './row.ts';

/** Rows of documents as they are stored. A complaint that cannot be read is left out rather than hiding the others; functions have put it aside for somebody to look at. */
export function rowsOf(documents: readonly DocumentSnapshot[]): Row[] {
  return documents.flatMap((document) => readableOrNull(complaintFromStored, document.id, document.data() ?? {}) ?? []).map((complaint) => rowOf(complaint));
}
