import { z } from 'zod';
import { refused, type Refusal } from '../kernel/decision.ts';
import { clockRulesSchema } from './clock-rules.ts';
import { type Pack, packSchema } from './pack.ts';
import { inconsistencyIn } from './policy-consistency.ts';
import { type PolicyField, type PolicyValue, valueAt, withValueAt } from './policy-field.ts';
import { policyFields } from './policy-fields.ts';

const timeSpanSchema = z.strictObject({ from: z.string(), to: z.string() });

/** A change as an administrator asks for it, before anybody has looked whether it may be. */
export const policyChangeSchema = z.strictObject({
  key: z.string().max(80),
  value: z.union([z.number(), z.string().max(40), z.boolean(), z.array(z.string().max(40)).max(10), z.array(timeSpanSchema).max(6)]),
});
export type PolicyChange = z.infer<typeof policyChangeSchema>;

export interface PolicyDifference {
  key: string;
  before: PolicyValue;
  after: PolicyValue;
}

/** `detail` is the key of the figure; the bounds are named where it lies outside them. */
export interface PolicyRefusal extends Refusal {
  least?: number;
  most?: number;
}

export type ChangedPolicy = { ok: true; pack: Pack; differences: PolicyDifference[] } | { ok: false; refusal: PolicyRefusal };

/**
 * A pack with some figures changed, under a version of its own, or why that may not be: a figure that nobody may change, one outside its bounds (those of the law
 * among them, SLA-8), or one that does not go with the others.
 */
export function changePolicy(pack: Pack, changes: readonly PolicyChange[], version: string): ChangedPolicy {
  const fields = new Map(policyFields(pack).map((field) => [field.key, field]));
  const differences: PolicyDifference[] = [];
  const { contactPepper: _known, ...kept } = pack;
  let changed: Pack = { ...kept, version };
  for (const { key, value } of changes) {
    const field = fields.get(key);
    if (!field) return refused('policyUnknownKey', key);
    const refusal = policyRefusalOf(field, value);
    if (refusal) return { ok: false, refusal };
    const before = valueAt(changed, field);
    if (isSame(before, value)) continue;
    changed = withValueAt(changed, field, value);
    differences.push({ key, before, after: value });
  }
  if (new Set(differences.map(({ key }) => key)).size < differences.length) return refused('policyInconsistent');
  if (differences.length === 0) return refused('policyUnchanged');
  const odd = inconsistencyIn(changed);
  if (odd !== null) return refused('policyInconsistent', odd);
  const parsed = packSchema.safeParse(changed);
  return parsed.success ? { ok: true, pack: parsed.data, differences } : refused('policyInconsistent', parsed.error.issues[0]?.path.join('.'));
}

/** Why this value may not stand in this figure; null when it may. */
export function policyRefusalOf({ key, takes }: PolicyField, value: PolicyValue): PolicyRefusal | null {
  const outOfBounds: PolicyRefusal = { code: 'policyOutOfBounds', detail: key };
  switch (takes.kind) {
    case 'number': {
      const isCounted = typeof value === 'number' && Number.isInteger(takes.unit === 'share' ? Math.round(value * 1e6) / 1e4 : value);
      return isCounted && value >= takes.least && value <= takes.most ? null : { ...outOfBounds, least: takes.least, most: takes.most };
    }
    case 'choice':
      return typeof value === 'string' && takes.options.includes(value) ? null : outOfBounds;
    case 'choices':
      return areOptions(value, takes.options) ? null : outOfBounds;
    case 'switch':
      return typeof value === 'boolean' ? null : outOfBounds;
    case 'timeOfDay':
      return clockRulesSchema.shape.quietHours.shape.from.safeParse(value).success ? null : outOfBounds;
    case 'workingTime':
      return clockRulesSchema.shape.workingTime.safeParse(value).success ? null : outOfBounds;
  }
}

function areOptions(value: PolicyValue, options: readonly string[]): boolean {
  if (!Array.isArray(value)) return false;
  const chosen: readonly unknown[] = value;
  return new Set(chosen).size === chosen.length && chosen.every((one) => options.some((option) => option === one));
}

function isSame(one: PolicyValue, other: PolicyValue): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
