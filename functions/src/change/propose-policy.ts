import { proposeFigures } from '@shouwen/domain/change/propose';
import { refused } from '@shouwen/domain/kernel/decision';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { PolicyChange, PolicyRefusal } from '@shouwen/domain/policy/change-policy';
import { nextVersion } from '@shouwen/domain/policy/version';
import type { Host } from '../host.ts';
import { yearOf } from '../policy/policy-effects.ts';
import { readBasis } from '../policy/policy-in-force.ts';
import { versionWrites } from '../policy/version-writes.ts';
import { ChangedMeanwhile, type Reader } from '../store.ts';
import { save } from '../transaction/write.ts';
import { appliedNotices, awaitingNotices, recordWrite } from './change-writes.ts';
import { isOverseen } from './is-overseen.ts';

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
  try {
    return await host.store.transaction(async (transaction): Promise<Proposed> => {
      const caller = await readAdministrator(transaction);
      const known = await transaction.get(`changes/${policy.id}`);
      if (known) return { ok: true, version: typeof known.data['version'] === 'string' ? known.data['version'] : null };
      const basis = await readBasis(transaction, caller.pack, policy.basedOn);
      if (!basis) return refused('policyChangedMeanwhile');
      const facts = { basis, nextVersion: nextVersion(policy.basedOn, yearOf(host)), isOverseen: await isOverseen(transaction, caller.pack) };
      const proposed = proposeFigures({ id: policy.id, by: caller, reason: policy.reason, atMs: host.nowMs() }, policy, facts);
      if (!proposed.ok) return proposed;
      const { change, pack } = proposed;
      const isApplied = change.state === 'applied';
      const notices = await (isApplied ? appliedNotices(host, transaction, change, caller.uid) : awaitingNotices(host, transaction, change));
      save(transaction, [recordWrite(host, change), ...(isApplied ? versionWrites(host, pack, change) : []), ...notices]);
      return { ok: true, version: change.version };
    });
  } catch (error) {
    if (error instanceof ChangedMeanwhile) return refused('policyChangedMeanwhile');
    throw error;
  }
}
