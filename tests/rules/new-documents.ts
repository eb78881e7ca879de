import type { Creation } from '../support/rules-questions.ts';
import type { Fields } from '../support/rules-values.ts';
import type { Verdict } from '../support/rules-verdict.ts';
import { type FieldPolicy, samples, type ValueType } from './field-policy.ts';

/** A kind of document that clients create, with what each field of it may be. */
export interface NewDocument {
  name: string;
  policy: Record<string, FieldPolicy>;
  valid(): Fields;
  /** The request that creates it; each call uses an id that is still free. */
  creation(fields: Fields): Creation[];
  isPublic?: boolean;
  /** Whether a function can make sense of what the rules let in; else it would be put aside and wait for a person. */
  isReadable?(fields: Fields): boolean;
  /** Fields that the same function of the rules looks at in another kind of document, which is tried with everything. */
  shownElsewhere?: readonly string[];
}

/** Every field as long as it may be: what its policy accepts last. */
export function longestOf({ policy, valid }: Pick<NewDocument, 'policy' | 'valid'>): Fields {
  const longest = Object.entries(policy).flatMap(([field, { accepts = {} }]) => {
    const values = Object.values(accepts);
    return values.length === 0 ? [] : [[field, values.at(-1)]];
  });
  return { ...valid(), ...Object.fromEntries(longest) };
}

/** As many fields as before, one of them unknown. */
export function withInstead(fields: Fields, name: string): Fields {
  const { [name]: _left, ...others } = fields;
  return { ...others, anything: 'else' };
}

/** A document that differs from a valid one in one field, and what is to be said to it. */
export interface Variant {
  says: string;
  fields: Fields;
  expected: Verdict;
  /** Tried on every field alike, so that it need not be measured every time. */
  isUsual: boolean;
}

/** The field missing, of every other type, and as the policy says. */
export function variantsOf({ policy, valid }: Pick<NewDocument, 'policy' | 'valid'>, field: string): Variant[] {
  const { types, mayBeMissing, accepts = {}, refuses = {} }: FieldPolicy = policy[field] ?? { types: [] };
  const { [field]: _removed, ...without } = valid();
  const ofOtherType = (Object.keys(samples) as ValueType[]).filter((type) => !types.includes(type));
  return [
    { says: 'missing', fields: without, expected: mayBeMissing ? 'allowed' : 'refused', isUsual: false },
    ...ofOtherType.map((type, index): Variant => ({
      says: `of the type ${type}`,
      fields: { ...valid(), [field]: samples[type] },
      expected: 'refused',
      isUsual: index > 0,
    })),
    ...Object.entries(refuses).map(([says, value]): Variant => ({ says, fields: { ...valid(), [field]: value }, expected: 'refused', isUsual: false })),
    ...Object.entries(accepts).map(([says, value]): Variant => ({ says, fields: { ...valid(), [field]: value }, expected: 'allowed', isUsual: false })),
  ];
}
