import { beforeAll, describe, expect, test } from 'vitest';
import type { RulesClient } from '../support/rules-client.ts';
import type { Questions } from '../support/rules-questions.ts';
import { asRead, type Fields } from '../support/rules-values.ts';
import type { Verdict } from '../support/rules-verdict.ts';
import { organisation, storedComplaints } from './city.ts';
import { journals, justSignedIn, newCommand } from './journals.ts';
import { withPartOfLike } from './like-cases.ts';
import { storedMoney } from './money-subjects.ts';
import { variantsOf, withInstead } from './new-documents.ts';

/** Every command has its own parameters and no others: each is bounded by itself, whatever the others have. */
export function describeCommands(rules: () => RulesClient): void {
  describe.each(journals)('commands in the journal $name', (journal) => {
    const { policies, longest, commandOf } = journal;
    const types = Object.keys(longest);
    const send = (type: string, payload: Fields, database: Questions = rules()): Promise<Verdict> =>
      database.create(justSignedIn(), newCommand(journal, type, payload));
    const isReadable = (type: string, payload: Fields): boolean => commandOf({ type, payload: asRead(payload, 0) }) !== null;

    beforeAll(() => rules().seed({ ...organisation, ...storedComplaints, ...storedMoney }));

    test('are all in the table of expectations, with all their parameters', () => {
      const expected = policies.flatMap((policy) => policy.types.map((type) => [type, Object.keys(policy.parameters).sort()]));
      expect(Object.fromEntries(expected)).toEqual(Object.fromEntries(types.map((type) => [type, Object.keys(longest[type] ?? {}).sort()])));
    });

    test.each(types)('%s is let in as long as it may be, and neither with a parameter of another command nor without one of its own', async (type) => {
      const own = longest[type] ?? {};
      expect(isReadable(type, own)).toBe(true);
      expect(await send(type, own)).toBe('allowed');
      expect(await send(type, { ...own, anything: 'else' })).toBe('refused');
      for (const name of Object.keys(own)) {
        const { [name]: _left, ...less } = own;
        const isLess = policies.find((policy) => policy.types.includes(type))?.parameters[name]?.mayBeMissing ? 'allowed' : 'refused';
        expect([name, await send(type, less), await send(type, withInstead(own, name))]).toEqual([name, isLess, 'refused']);
      }
    });

    test('are no others than there are, with whatever parameters', async () => {
      for (const payload of Object.values(longest)) expect(await send('anything', payload)).toBe('refused');
    });

    const parameters = policies.flatMap((policy) => Object.keys(policy.parameters).map((name) => ({ name, policy, types: policy.types.join(', ') })));
    test.each(parameters)('the parameter $name of $types', async ({ name, policy }) => {
      const [type = ''] = policy.types;
      const all = variantsOf({ policy: policy.parameters, valid: () => longest[type] ?? {} }, name);
      const variants = withPartOfLike(all, ({ isUsual }) => isUsual);
      const verdicts = await rules().each(variants, ({ fields, isUsual }) => send(type, fields, isUsual ? rules().unmeasured : rules()));
      const wrong = variants.filter(({ expected }, index) => verdicts[index] !== expected);
      expect(wrong.map(({ says, expected }) => `${says}: ${expected} by the policy`)).toEqual([]);
      const useless = variants.filter(({ fields }, index) => verdicts[index] === 'allowed' && !isReadable(type, fields));
      expect(useless.map(({ says }) => `${says}: let in by the rules, but no function can read it`)).toEqual([]);
    });
  });
}
