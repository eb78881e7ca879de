import { changeVersion, type RecordedChange } from '@shouwen/domain/change/change';
import type { UnitId } from '@shouwen/domain/kernel/brand';
import type { Presence } from '@shouwen/domain/organisation/presence';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Host } from '../host.ts';
import type { Write } from '../transaction/write.ts';
import { recordWrite } from './change-writes.ts';

type Noted =
  ({ kind: 'duty' } & Pick<Presence, 'onDuty' | 'away' | 'nextDutyAtMs'>) | { kind: 'deputy'; deputy: Extract<RecordedChange, { kind: 'deputy' }>['deputy'] };

/** What needs nobody's word, on record all the same (ADM-1), for the heads of the person's unit and above as well. */
export function noteWrite(host: Host, by: Staff, target: Staff, unitIds: readonly UnitId[], noted: Noted): Write {
  const nowMs = host.nowMs();
  const change: RecordedChange = {
    ...noted,
    id: `${noted.kind}-${target.uid}-${nowMs}`,
    schemaVersion: changeVersion,
    pack: target.pack,
    unitIds: [...unitIds],
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
  return recordWrite(host, change);
}
