import type { RecordedChange } from '@shouwen/domain/change/change';
import type { Presence } from '@shouwen/domain/organisation/presence';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Host } from '../host.ts';
import type { Write } from '../transaction/write.ts';
import { recordWrite } from './change-writes.ts';

type Noted =
  ({ kind: 'duty' } & Pick<Presence, 'onDuty' | 'away' | 'nextDutyAtMs'>) | { kind: 'deputy'; deputy: Extract<RecordedChange, { kind: 'deputy' }>['deputy'] };

/** What needs nobody's word, on record all the same (ADM-1): in the change's own collection and, as always, beside the person. */
export function noteWrites(host: Host, by: Staff, target: Staff, noted: Noted): Write[] {
  const nowMs = host.nowMs();
  const change: RecordedChange = {
    ...noted,
    id: `${noted.kind}-${target.uid}-${nowMs}`,
    schemaVersion: 1,
    pack: target.pack,
    reason: '',
    byUid: by.uid,
    byName: by.name,
    proposedAtMs: nowMs,
    needs: 'none',
    state: 'applied',
    verdict: null,
    expiresAtMs: null,
    targetUid: target.uid,
    targetName: target.name,
  };
  const { kind, ...what } = noted;
  const content = { byUid: by.uid, at: host.timestamp(nowMs), ...(kind === 'duty' ? what : { deputy: storedDeputy(noted) }) };
  return [recordWrite(host, change), { do: 'create', path: `staff/${target.uid}/changes/${change.id}`, content }];
}

function storedDeputy(noted: Noted) {
  if (noted.kind !== 'deputy' || noted.deputy === null) return null;
  const { uid, fromMs, untilMs } = noted.deputy;
  return { uid, fromMs, untilMs };
}
