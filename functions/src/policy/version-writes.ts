import type { FigureChange } from '@shouwen/domain/change/change';
import { hourMs } from '@shouwen/domain/calendar/day';
import type { Pack } from '@shouwen/domain/policy/pack';
import type { Host } from '../host.ts';
import type { Write } from '../transaction/write.ts';

/** A version that comes into force, with who wanted it, when, why, and each figure before and after. What was opened under a version keeps it, unless it is asked for. */
export function versionWrites(host: Host, pack: Pack, change: Omit<FigureChange, 'kind'>): Write[] {
  const { basedOn, byUid, byName, reason, differences, applyToOpen, verdict } = change;
  return [
    { do: 'create', path: `policies/${pack.version}`, content: { ...pack } },
    { do: 'update', path: 'policies/current', content: { [pack.id]: pack.version, [`sessionMs.${pack.id}`]: pack.limits.sessionHours * hourMs } },
    {
      do: 'create',
      path: `policyChanges/${pack.version}`,
      content: {
        pack: pack.id,
        version: pack.version,
        basedOn,
        byUid,
        byName,
        at: host.timestamp(host.nowMs()),
        reason,
        changes: differences,
        applyToOpen,
        applying: applyToOpen ? 'running' : 'none',
        afterId: '',
        confirmedByName: verdict?.byName ?? null,
      },
    },
  ];
}
