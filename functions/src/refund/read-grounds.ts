import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { unverified } from '@shouwen/domain/complaint/intake/marks';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { RefundFacts } from '@shouwen/domain/refund/refund-facts';
import type { RefundGrounds } from '@shouwen/domain/refund/refund';
import type { Reader } from '../store.ts';
import type { CustomerKeys } from './read-customer.ts';

/** REF-1: the complaint with its confirmed cause, as far as it is the requester's business. */
export async function readGrounds(
  reader: Reader,
  complaintId: string | null,
  requester: Staff | null,
  customer: CustomerKeys | null,
): Promise<RefundFacts['basis']> {
  const stored = complaintId !== null && /^[A-Za-z0-9-]{1,36}$/.test(complaintId) ? await reader.get(`complaints/${complaintId}`) : null;
  if (!stored || !requester || !customer) return 'complaintUnknown';
  const complaint = complaintFromStored(stored.id, stored.data);
  const concerns = complaint.people.includes(requester.uid) || complaint.audience.includes(requester.unitId);
  if (complaint.pack !== requester.pack || !concerns) return 'complaintUnknown';
  if (complaint.flags.includes(unverified)) return 'numberUnverified';
  return complaint.cause === null ? 'causeNotConfirmed' : groundsOf(complaint, complaint.cause, customer);
}

function groundsOf(complaint: Complaint, cause: NonNullable<Complaint['cause']>, customer: CustomerKeys): RefundGrounds {
  return {
    complaintNumber: complaint.number,
    category: complaint.category,
    tier: complaint.tier,
    customerKey: customer.ofRefunds,
    customerMasked: complaint.contactMasked,
    causeText: cause.text,
    causeEvidence: cause.evidence,
    causeProof: { photoId: cause.photoId, bill: cause.bill },
    causeBy: { uid: cause.byUid, name: cause.byName, atMs: cause.atMs },
  };
}
