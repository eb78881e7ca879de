import { onDocumentCreated } from 'firebase-functions/firestore';
import { documentOf } from '../adapters/firestore-store.ts';
import { receiveComplaint } from '../complaint/receive-complaint.ts';
import { withDeadLetter } from '../journal/dead-letter.ts';
import { productionHost } from '../production-host.ts';
import { triggerOptions } from './trigger-options.ts';

/** Takes in a new complaint and assigns it. */
export const onComplaintCreated = onDocumentCreated({ ...triggerOptions, document: 'complaints/{complaintId}' }, async ({ data, params }) => {
  const host = productionHost();
  const known = (data && documentOf(data)) ?? undefined;
  await withDeadLetter(host, `complaints/${params.complaintId}`, () => receiveComplaint(host, params.complaintId, known));
});
