import { beforeAll, describe, inject } from 'vitest';
import { connectRules, type RulesClient } from '../support/rules-client.ts';
import { describeAmounts } from './amounts.ts';
import { describeAttachments } from './attachments.ts';
import { describeAttacks } from './attacks.ts';
import { describeCommands } from './commands.ts';
import { describeContact } from './contact.ts';
import { describeCoverage } from './coverage.ts';
import { describeFields } from './fields.ts';
import { sayWhichPart } from './like-cases.ts';
import { describeMatrix } from './matrix.ts';
import { describeAssistAttacks } from './assist-attacks.ts';
import { describeMoneyAttacks } from './money-attacks.ts';
import { describeQueries } from './queries.ts';
import { describeReplies } from './replies.ts';
import { describeSessionAge, describeSignInAge } from './sign-in-age.ts';
import { describeStates } from './states.ts';

/** In one file, because coverage is that of all of them together. */
describe('security rules', () => {
  let client: RulesClient | null = null;
  const rules = (): RulesClient => {
    if (!client) throw new Error('The rules are not loaded yet.');
    return client;
  };

  beforeAll(async () => {
    sayWhichPart();
    await awayFromMidnight();
    client = await connectRules(inject('firestore').host, 'demo-shouwen-rules');
  }, 200_000);

  describeMatrix(rules);
  describeFields(rules);
  describeCommands(rules);
  describeContact(rules);
  describeAttachments(rules);
  describeQueries(rules);
  describeReplies(rules);
  describeStates(rules);
  describeAttacks(rules);
  describeMoneyAttacks(rules);
  describeAssistAttacks(rules);
  describeSignInAge(rules);
  describeSessionAge(rules);
  describeAmounts(rules);
  describeCoverage(rules);
});

/** Contact views are for a day; a run must not see two. */
async function awayFromMidnight(): Promise<void> {
  const dayMs = 86_400_000;
  const leftMs = dayMs - (Date.now() % dayMs);
  if (leftMs < 150_000) await new Promise((resolve) => setTimeout(resolve, leftMs + 1000));
}
