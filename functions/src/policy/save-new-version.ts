import { refused } from '@shouwen/domain/kernel/decision';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { changePolicy, type PolicyChange, type PolicyRefusal } from '@shouwen/domain/policy/change-policy';
import { nextVersion } from '@shouwen/domain/policy/version';
import type { Host } from '../host.ts';
import { ChangedMeanwhile, type Reader } from '../store.ts';
import { readBasis } from './policy-in-force.ts';
import { yearOf } from './policy-effects.ts';

export interface PolicyToPublish {
  /** The version that the administrator looked at. */
  basedOn: string;
  changes: readonly PolicyChange[];
  reason: string;
  applyToOpen: boolean;
}

type Published = { ok: true; version: string } | { ok: false; refusal: PolicyRefusal };

/**
 * Publishes a new version of the policy and puts on record who did it, when, why, and each figure before and after. Of two who started from the same version one wins.
 * What was opened under a version keeps it: only where it is asked for, the sweep puts open complaints under the new one.
 *
 * @param readAdministrator the caller as their staff document says inside the transaction; throws when they may not.
 */
export async function saveNewVersion(host: Host, readAdministrator: (reader: Reader) => Promise<Staff>, policy: PolicyToPublish): Promise<Published> {
  const { store, nowMs, timestamp } = host;
  try {
    return await store.transaction(async (transaction): Promise<Published> => {
      const caller = await readAdministrator(transaction);
      const basis = await readBasis(transaction, caller.pack, policy.basedOn);
      if (!basis) return refused('policyChangedMeanwhile');
      const changed = changePolicy(basis, policy.changes, nextVersion(policy.basedOn, yearOf(host)));
      if (!changed.ok) return changed;
      const { version } = changed.pack;
      transaction.create(`policies/${version}`, { ...changed.pack });
      transaction.update('policies/current', { [caller.pack]: version });
      transaction.create(`policyChanges/${version}`, {
        pack: caller.pack,
        version,
        basedOn: policy.basedOn,
        byUid: caller.uid,
        byName: caller.name,
        at: timestamp(nowMs()),
        reason: policy.reason,
        changes: changed.differences,
        applyToOpen: policy.applyToOpen,
        applying: policy.applyToOpen ? 'running' : 'none',
        afterId: '',
      });
      return { ok: true, version };
    });
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return refused('policyChangedMeanwhile');
    throw error;
  }
}
