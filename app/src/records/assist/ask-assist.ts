import type { AssistRequest } from '@shouwen/domain/assist/assist';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Pack } from '@shouwen/domain/policy/pack';
import { clockOffsetMs, phoneNowMs } from '../../platform/device/clock.ts';
import { enqueueNew } from '../../platform/outbox/outbox.ts';

export type AskedAssist = Pick<AssistRequest, 'complaintId' | 'toUnitId' | 'outside' | 'question' | 'shares' | 'wantedAtMs'>;

/** Puts a request for assistance into the outbox: it is sent when there is a network. @returns its id. */
export async function askAssist(asked: AskedAssist, { uid, name, unitId, audience }: Staff, pack: Pack): Promise<string> {
  const id = crypto.randomUUID();
  const requested = { pack: pack.id, packVersion: pack.version, requesterUid: uid, requesterName: name, requesterUnitId: unitId };
  const standing = { state: 'requested', open: true, people: [uid], audience: [...audience] };
  await enqueueNew('assists', id, {
    document: { ...asked, ...requested, ...standing, capturedAtMs: phoneNowMs(), clockOffsetMs: clockOffsetMs() },
    beside: {},
    identifiedBy: ['requesterUid', 'capturedAt', 'question'],
    stamps: { requesterName: 'name', requesterUnitId: 'unitId', audience: 'audience' },
  });
  return id;
}
