import { onDocumentCreated } from 'firebase-functions/firestore';
import { withDeadLetter } from '../journal/dead-letter.ts';
import { productionHost } from '../production-host.ts';
import { applyRefundEntry } from '../refund/apply-refund-entry.ts';
import { triggerOptions } from './trigger-options.ts';

/** Applies what a person decided about a refund; entries of functions come applied and cost nothing here. */
export const onRefundEntryCreated = onDocumentCreated({ ...triggerOptions, document: 'refunds/{refundId}/journal/{entryId}' }, async ({ data, params }) => {
  if (data && data.get('outcome') !== 'pending') return;
  const host = productionHost();
  const { refundId, entryId } = params;
  await withDeadLetter(host, `refunds/${refundId}/journal/${entryId}`, () => applyRefundEntry(host, refundId, entryId));
});
