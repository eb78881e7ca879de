import type { Assist } from '@shouwen/domain/assist/assist';
import type { AssistFacts } from '@shouwen/domain/assist/assist-context';
import { arbiterRoles } from '@shouwen/domain/assist/relation';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import type { Uid } from '@shouwen/domain/kernel/brand';
import { readStaff } from '../organisation/read-staff.ts';
import type { Preparing } from '../transaction/preparing.ts';

/** More than a company has of those who decide between units. */
const mostArbiters = 50;

/** Reads what a decision about an assist may go by, as it is for this reader: above all the complaint, which says who asks. */
export async function gatherAssistFacts({ host, reader }: Preparing, assist: Assist): Promise<AssistFacts> {
  const { state, pack: operator, packVersion, complaintId, requesterUid } = assist;
  const isNew = state === 'requested';
  const [pack, calendar, units, stored, requester] = await Promise.all([
    isNew ? host.reference.packInForce(operator, reader) : host.reference.pack(operator, packVersion),
    host.reference.calendar(),
    host.reference.units(),
    reader.get(`complaints/${complaintId}`),
    isNew ? readStaff(reader, requesterUid) : null,
  ]);
  const complaint = stored && complaintFromStored(stored.id, stored.data);
  return { pack, calendar, units, complaint: complaint?.pack === operator ? complaint : null, requester, headUid: null, arbiterUids: [] };
}

/** AST-3: who of customer service decides where units refuse; those above the complaint before others of the operator. */
export async function readArbiters({ reader }: Preparing, { pack, audience }: Assist): Promise<Uid[]> {
  const found = await reader.query({
    collection: 'staff',
    where: [
      ['pack', '==', pack],
      ['role', 'in', [...arbiterRoles]],
    ],
    limit: mostArbiters,
  });
  return found.filter(({ data }) => data['active'] === true && audience.includes(String(data['unitId']))).map(({ id }) => id);
}
