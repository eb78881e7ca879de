import { onDocumentCreated } from 'firebase-functions/firestore';
import { documentOf } from '../adapters/firestore-store.ts';
import { applyEntry } from '../complaint/apply-entry.ts';
import { withDeadLetter } from '../journal/dead-letter.ts';
import { productionHost } from '../production-host.ts';
import { triggerOptions } from './trigger-options.ts';

/** Applies an entry that a person wrote; entries of functions come applied and cost nothing here. */
export const onJournalEntryCreated = onDocumentCreated(
  { ...triggerOptions, document: 'complaints/{complaintId}/journal/{entryId}' },
  async ({ data, params }) => {
    const known = (data && documentOf(data)) ?? undefined;
    if (known && known.data['outcome'] !== 'pending') return;
    const host = productionHost();
    const { complaintId, entryId } = params;
    await withDeadLetter(host, `complaints/${complaintId}/journal/${entryId}`, () => applyEntry(host, complaintId, entryId, known));
  },
);
