import { onDocumentCreated } from 'firebase-functions/firestore';
import { applyReply } from '../complaint/apply-reply.ts';
import { withDeadLetter } from '../journal/dead-letter.ts';
import { productionHost } from '../production-host.ts';
import { triggerOptions } from './trigger-options.ts';

/** Applies what a customer sent from the status page. */
export const onReplyCreated = onDocumentCreated({ ...triggerOptions, document: 'status/{statusId}/replies/{replyId}' }, async ({ params }) => {
  const host = productionHost();
  const { statusId, replyId } = params;
  await withDeadLetter(host, `status/${statusId}/replies/${replyId}`, () => applyReply(host, statusId, replyId));
});
