import { onDocumentCreated } from 'firebase-functions/firestore';
import { checkAttachment, photoGivenUp } from '../attachment/check-attachment.ts';
import { withDeadLetter } from '../journal/dead-letter.ts';
import { productionHost } from '../production-host.ts';
import { triggerOptions } from './trigger-options.ts';

/** Looks at a photo before anyone is shown it. */
export const onAttachmentCreated = onDocumentCreated(
  { ...triggerOptions, document: 'complaints/{complaintId}/attachments/{attachmentId}' },
  async ({ params }) => {
    const host = productionHost();
    const { complaintId, attachmentId } = params;
    await withDeadLetter(host, `complaints/${complaintId}/attachments/${attachmentId}`, () => checkAttachment(host, complaintId, attachmentId), photoGivenUp);
  },
);
