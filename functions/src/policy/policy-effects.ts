import { dayOf } from '@shouwen/domain/calendar/day';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { effectOnComplaint, type PolicyEffect } from '@shouwen/domain/complaint/time/policy-effect';
import { complaintFromStored } from '@shouwen/domain/complaint/stored';
import { refused } from '@shouwen/domain/kernel/decision';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { changePolicy, type PolicyChange, type PolicyDifference, type PolicyRefusal } from '@shouwen/domain/policy/change-policy';
import type { PackId } from '@shouwen/domain/kernel/brand';
import type { Pack } from '@shouwen/domain/policy/pack';
import { nextVersion } from '@shouwen/domain/policy/version';
import type { Host } from '../host.ts';
import type { Query } from '../store.ts';
import { readBasis } from './policy-in-force.ts';

const pageSize = 250;
const mostLookedAt = 1000;
const samplesShown = 10;

export interface PolicyPreview {
  version: string;
  changes: PolicyDifference[];
  /** Of `total` open complaints, `lookedAt` were worked out anew. */
  open: { total: number; lookedAt: number; earlier: number; later: number; overdueNow: number };
  samples: (Pick<Complaint, 'id' | 'number'> & PolicyEffect)[];
}

interface PolicyQuestion {
  basedOn: string;
  changes: readonly PolicyChange[];
}

/** What a change of the policy would be, and what it would do to the complaints that are open if it were applied to them. Changes nothing. */
export async function effectsOfPolicy(
  host: Host,
  caller: Pick<Staff, 'pack'>,
  { basedOn, changes }: PolicyQuestion,
): Promise<{ ok: true; preview: PolicyPreview } | { ok: false; refusal: PolicyRefusal }> {
  const basis = await readBasis(host.store, caller.pack, basedOn);
  if (!basis) return refused('policyChangedMeanwhile');
  const changed = changePolicy(basis, changes, nextVersion(basedOn, yearOf(host)));
  if (!changed.ok) return changed;
  const [total, effects] = await Promise.all([host.store.count(openOf(caller.pack)), readEffects(host, changed.pack)]);
  const moved = effects.filter((effect) => effect.moved !== 'not');
  const open = {
    total: Math.max(total, effects.length),
    lookedAt: effects.length,
    earlier: moved.filter((effect) => effect.moved === 'earlier').length,
    later: moved.filter((effect) => effect.moved === 'later').length,
    overdueNow: moved.filter(({ isOverdueNow }) => isOverdueNow).length,
  };
  const nearest = moved.sort((one, other) => (one.dueAfterMs ?? 0) - (other.dueAfterMs ?? 0));
  return { ok: true, preview: { version: changed.pack.version, changes: changed.differences, open, samples: nearest.slice(0, samplesShown) } };
}

/** The year in which a version is published, by the operator's calendar. */
export function yearOf(host: Pick<Host, 'nowMs'>): number {
  return Number(dayOf(host.nowMs()).slice(0, 4));
}

/** What of an operator is open: complaints of which somebody still owes the customer something, refunds that are not paid yet. */
export function openOf(pack: PackId, collection: 'complaints' | 'refunds' = 'complaints'): Omit<Query, 'limit'> {
  return {
    collection,
    where: [
      ['pack', '==', pack],
      ['open', '==', true],
    ],
  };
}

async function readEffects(host: Host, packAfter: Pack): Promise<PolicyPreview['samples']> {
  const calendar = await host.reference.calendar();
  const effects: PolicyPreview['samples'] = [];
  for (let afterId: string | undefined = ''; afterId !== undefined && effects.length < mostLookedAt;) {
    const page = await host.store.query({ ...openOf(packAfter.id), afterId, limit: pageSize });
    for (const { id, data } of page) {
      const complaint = complaintFromStored(id, data);
      effects.push({ id, number: complaint.number, ...effectOnComplaint(complaint, packAfter, calendar, host.nowMs()) });
    }
    afterId = page.length < pageSize ? undefined : page.at(-1)?.id;
  }
  return effects;
}
