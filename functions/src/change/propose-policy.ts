import type { FigureChange } from '@shouwen/domain/change/change';
import { hourMs } from '@shouwen/domain/calendar/day';
import { refused } from '@shouwen/domain/kernel/decision';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { changePolicy, type PolicyChange, type PolicyRefusal } from '@shouwen/domain/policy/change-policy';
import { cautionOfPolicy } from '@shouwen/domain/policy/policy-caution';
import { policyFields } from '@shouwen/domain/policy/policy-fields';
import { nextVersion } from '@shouwen/domain/policy/version';
import type { Host } from '../host.ts';
import { yearOf } from '../policy/policy-effects.ts';
import { readBasis } from '../policy/policy-in-force.ts';
import { versionWrites } from '../policy/version-writes.ts';
import { ChangedMeanwhile, type Reader } from '../store.ts';
import { save } from '../transaction/write.ts';
import { appliedNotices, awaitingNotices, recordWrite } from './change-writes.ts';

export interface PolicyToPublish {
  /** Made by whoever asks: asked twice is once. */
  id: string;
  /** The version that the administrator looked at. */
  basedOn: string;
  changes: readonly PolicyChange[];
  reason: string;
  applyToOpen: boolean;
}

/** `version` is null while it waits for a second person. */
type Proposed = { ok: true; version: string | null } | { ok: false; refusal: PolicyRefusal };

/**
 * Proposes a new version of the policy, on record (ADM-1). What only tightens comes into force at once; money figures, looser clocks and what is to hold for open
 * matters wait for a second person (ADM-2). Of two who started from the same version one wins.
 *
 * @param readAdministrator the caller as their staff document says inside the transaction; throws when they may not.
 */
export async function proposePolicy(host: Host, readAdministrator: (reader: Reader) => Promise<Staff>, policy: PolicyToPublish): Promise<Proposed> {
  const nowMs = host.nowMs();
  try {
    return await host.store.transaction(async (transaction): Promise<Proposed> => {
      const caller = await readAdministrator(transaction);
      const known = await transaction.get(`changes/${policy.id}`);
      if (known) return { ok: true, version: typeof known.data['version'] === 'string' ? known.data['version'] : null };
      const basis = await readBasis(transaction, caller.pack, policy.basedOn);
      if (!basis) return refused('policyChangedMeanwhile');
      const changed = changePolicy(basis, policy.changes, nextVersion(policy.basedOn, yearOf(host)));
      if (!changed.ok) return changed;
      const needs = cautionOfPolicy(policyFields(basis), changed.differences, policy.applyToOpen);
      const isWaiting = needs !== 'none';
      const change: FigureChange = {
        id: policy.id,
        schemaVersion: 1,
        kind: 'policy',
        pack: caller.pack,
        reason: policy.reason,
        byUid: caller.uid,
        byName: caller.name,
        proposedAtMs: nowMs,
        needs,
        state: isWaiting ? 'awaitingConfirmation' : 'applied',
        verdict: null,
        expiresAtMs: isWaiting ? nowMs + basis.confirmations.expireHours * hourMs : null,
        basedOn: policy.basedOn,
        differences: changed.differences,
        applyToOpen: policy.applyToOpen,
        version: isWaiting ? null : changed.pack.version,
      };
      const notices = await (isWaiting ? awaitingNotices(host, transaction, change) : appliedNotices(host, transaction, change, caller.uid));
      save(transaction, [recordWrite(host, change), ...(isWaiting ? [] : versionWrites(host, changed.pack, change)), ...notices]);
      return { ok: true, version: change.version };
    });
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return refused('policyChangedMeanwhile');
    throw error;
  }
}
