import { onDocumentCreated } from 'firebase-functions/firestore';
import { documentOf } from '../adapters/firestore-store.ts';
import { withDeadLetter } from '../journal/dead-letter.ts';
import { productionHost } from '../production-host.ts';
import { sendMessage } from '../telling/send-message.ts';
import { triggerOptions } from './trigger-options.ts';

/** Sends at once what may be sent at once; what waits for the morning is left to the schedule. */
export const onMessageCreated = onDocumentCreated(
  { ...triggerOptions, document: 'complaints/{complaintId}/messages/{messageId}' },
  async ({ data, params }) => {
    const host = productionHost();
    const path = `complaints/${params.complaintId}/messages/${params.messageId}`;
    const known = (data && documentOf(data)) ?? undefined;
    await withDeadLetter(host, path, async () => void (await sendMessage(host, path, known)));
  },
);
