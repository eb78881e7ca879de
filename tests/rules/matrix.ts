import { beforeAll, describe, expect, test } from 'vitest';
import type { RulesClient } from '../support/rules-client.ts';
import type { Asker, Questions } from '../support/rules-questions.ts';
import type { Verdict } from '../support/rules-verdict.ts';
import { askerOf, everybody, organisation, outsiders, type Standing, storedComplaints, type Who } from './city.ts';
import { type Collection, collections, isPermitted, type Operation, operations, policy } from './expectations.ts';
import { withPartOfLike } from './like-cases.ts';
import type { Subject } from './subject.ts';
import { subjects } from './subjects.ts';

interface Question {
  who: Who;
  standing: Standing;
}

/** Every role and outsider, every collection, every operation, every standing, held against the table of expectations. */
export function describeMatrix(rules: () => RulesClient): void {
  describe.each(collections)('%s', (collection) => {
    const subject = subjects[collection];
    const questions = everybody.flatMap((who) => subject.standings.map((standing): Question => ({ who, standing })));

    beforeAll(() => rules().seed({ ...organisation, ...storedComplaints, ...subject.stored }));

    test.each(operations)(
      '%s: whom the policy allows it is allowed, all others are refused',
      async (operation) => {
        const told = questions.filter(({ standing }) => isTold(collection, operation, standing));
        const asked = withPartOfLike(told, ({ who }) => !isTypical(who));
        const verdicts = await rules().each(asked, (question) =>
          put(isTypical(question.who) ? rules() : rules().unmeasured, subject, operation, question, askerOf(question.who)),
        );
        const deviations = asked.flatMap((question, index) => deviation(collection, operation, question, verdicts[index]));
        expect(deviations).toEqual([]);
      },
      60_000,
    );

    test.each(operations)('%s: the same request goes through with the rights of a function, so it was the rules that refused it', async (operation) => {
      await rules().seed({ ...organisation, ...storedComplaints, ...subject.stored });
      const asFunction = await put(rules(), subject, operation, { who: 'outletClerk', standing: 'own' }, 'function');
      expect(asFunction).toBe('allowed');
    });
  });
}

/** What nobody may do at all is tried on what is nearest and what is farthest. */
function isTold(collection: Collection, operation: Operation, standing: Standing): boolean {
  const isNobodys = policy[collection][operation].length === 0;
  return !isNobodys || ['own', 'otherRegion', 'concerned'].includes(standing);
}

/** Roles that the rules do not tell apart need not all be measured. */
function isTypical(who: Who): boolean {
  return ['outletClerk', 'auditor', 'administrator', 'hotlineDutyLeader', ...outsiders].includes(who);
}

function deviation(collection: Collection, operation: Operation, { who, standing }: Question, verdict: Verdict | undefined): string[] {
  const expected: Verdict = isPermitted(collection, operation, who, standing) ? 'allowed' : 'refused';
  return verdict === expected ? [] : [`${who} ${operation} ${collection} (${standing}): ${expected} by the policy, ${String(verdict)} by the rules`];
}

function put(rules: Questions, subject: Subject, operation: Operation, { who, standing }: Question, asker: Asker): Promise<Verdict> {
  switch (operation) {
    case 'get':
      return rules.get(asker, subject.path(standing, who));
    case 'list': {
      const { parent, structuredQuery } = subject.listing(standing, who);
      return rules.query(asker, structuredQuery, parent);
    }
    case 'create':
      return rules.create(asker, subject.creation(standing, who));
    case 'update':
      return rules.update(asker, subject.path(standing, who), subject.change);
    case 'delete':
      return rules.delete(asker, subject.path(standing, who));
  }
}
