import type { CustomerCommand } from '@shouwen/domain/complaint/command';
import { encodeFields } from '@shouwen/domain/kernel/rest-value';
import { firestoreAnswer } from '../firestore-answer.ts';
import { timedFetch } from '../timed-fetch.ts';
import { documentName, firestoreUrl } from '../web-config.ts';

/** `unknown`: the line broke, and nobody can tell whether it arrived. `refused`: the page takes no more replies of this kind. */
export type Sent = 'arrived' | 'refused' | 'unknown';

/** How many replies of each kind a page takes; the security rules hold the same numbers. */
const replyLimits: Record<CustomerCommand['type'], number> = { rate: 5, addInformation: 10, disagree: 3 };

/** Creates the customer's reply under the first free id of its kind, found by trying: replies can be written but not read. */
export async function sendReply(statusId: string, command: CustomerCommand): Promise<Sent> {
  for (let attempt = 1; attempt <= replyLimits[command.type]; attempt += 1) {
    const created = await createReply(`/status/${statusId}/replies/${command.type}-${attempt}`, command);
    if (created !== 'taken') return created;
  }
  return 'refused';
}

/** Creating what exists counts as changing it, which the rules forbid: a taken id is answered as a conflict or as a refusal. */
async function createReply(path: string, command: CustomerCommand): Promise<'arrived' | 'taken' | 'unknown'> {
  try {
    const response = await timedFetch(firestoreUrl(':commit'), {
      method: 'POST',
      // As plain text the browser need not ask for permission first, which saves a round trip.
      headers: { 'content-type': 'text/plain;charset=UTF-8' },
      body: JSON.stringify({ writes: [creationOf(path, command)] }),
    });
    const answer = await firestoreAnswer(response);
    if (answer.kind === 'done') return 'writeResults' in answer.body ? 'arrived' : 'unknown';
    return answer.kind === 'failed' && ['PERMISSION_DENIED', 'ALREADY_EXISTS'].includes(answer.code) ? 'taken' : 'unknown';
  } catch {
    return 'unknown';
  }
}

export function creationOf(path: string, command: CustomerCommand): object {
  return {
    update: { name: documentName(path), fields: encodeFields({ ...command, outcome: 'pending' }) },
    updateTransforms: [{ fieldPath: 'createdAt', setToServerValue: 'REQUEST_TIME' }],
    currentDocument: { exists: false },
  };
}
