import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import type { Message } from '@shouwen/domain/outreach/message';
import { whatItTells } from '@shouwen/domain/outreach/message-fate';
import { decidingComplaint } from '../complaint/deciding-complaint.ts';
import { decideOn, system } from '../journal/decide-on.ts';
import type { Preparing } from '../transaction/preparing.ts';
import type { Write } from '../transaction/write.ts';

/**
 * TEL-1, TEL-5: what has become of a message is noted on its complaint where it means something for whether the customer knows: an answer that the centre has taken, and
 * whatever nobody will hear. The complaint is read only then.
 *
 * @param known the complaint where it has been read already.
 */
export async function noteOnComplaint(preparing: Preparing, before: Message, after: Message, known?: Complaint | null): Promise<Write[]> {
  const outcome = whatItTells(before, after);
  const isAnswer = after.kind === 'answered';
  if (outcome === null || (outcome === 'accepted' && !isAnswer)) return [];
  const complaint = known ?? (await readComplaint(preparing, after));
  if (!complaint) return [];
  const { id: messageId, kind, run, reason } = after;
  const command = { type: 'noteMessage' as const, outcome, isAnswer, run };
  const ownEntry = ({ seq }: Complaint) => ({ id: `message-${seq}`, type: 'noteMessage', payload: { messageId, kind, outcome, reason } });
  return (await decideOn(preparing, decidingComplaint, { state: complaint, command, actor: system }, { ownEntry })).writes;
}

async function readComplaint({ reader }: Preparing, { complaintId }: Message): Promise<Complaint | null> {
  const stored = await reader.get(`complaints/${complaintId}`);
  return stored && complaintFromStored(stored.id, stored.data);
}
