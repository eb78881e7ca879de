import { onDocumentCreated } from 'firebase-functions/firestore';
import { withDeadLetter } from '../journal/dead-letter.ts';
import { productionHost } from '../production-host.ts';
import { receiveRefund } from '../refund/receive-refund.ts';
import { triggerOptions } from './trigger-options.ts';

/** Takes in a refund request; the cash of a closed account comes taken in and costs nothing here. */
export const onRefundCreated = onDocumentCreated({ ...triggerOptions, document: 'refunds/{refundId}' }, async ({ data, params }) => {
  if (data && data.get('state') !== 'requested') return;
  const host = productionHost();
  await withDeadLetter(host, `refunds/${params.refundId}`, async () => void (await receiveRefund(host, params.refundId)));
});
