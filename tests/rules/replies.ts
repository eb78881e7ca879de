import { beforeEach, describe, expect, test } from 'vitest';
import type { RulesClient } from '../support/rules-client.ts';
import { Moment } from '../support/rules-values.ts';
import { newMessage, newRating, sha256, storedStatus } from './documents.ts';

const dayMs = 86_400_000;
const page = `status/${sha256('open')}`;
const lateButLive = `status/${sha256('closed lately')}`;
const expired = `status/${sha256('expired')}`;
const missing = `status/${sha256('missing')}`;

/** The customer's page: read by whoever knows its id until it expires, and answered by nobody here. */
export function describeReplies(rules: () => RulesClient): void {
  describe('the customer’s page', () => {
    beforeEach(() =>
      rules().seed({
        [page]: storedStatus(),
        [lateButLive]: storedStatus(new Moment(Date.now() + dayMs)),
        [expired]: storedStatus(new Moment(Date.now() - 1000)),
        [`${page}/replies/rate-1`]: newRating(),
      }),
    );

    test('is read without a login until it expires', async () => {
      expect(await rules().get('anonymous', page)).toBe('allowed');
      expect(await rules().get('anonymous', lateButLive)).toBe('allowed');
      expect(await rules().get('anonymous', expired)).toBe('refused');
      expect(await rules().get({ uid: 'unitHead' }, expired)).toBe('refused');
    });

    test('that does not exist may be asked for, and there is nothing there', async () => {
      expect(await rules().get('anonymous', missing)).toBe('allowed');
    });

    test.each(['anonymous', { uid: 'unitHead' }, { uid: 'outletClerk' }] as const)(
      'takes no reply from %j, who knows its id: what a customer says goes through a function that wants the secret',
      async (who) => {
        const contents = { 'rate-2': newRating(), 'addInformation-1': newMessage('addInformation'), 'disagree-1': newMessage('disagree') };
        for (const [id, fields] of Object.entries(contents)) expect(await rules().create(who, [{ path: `${page}/replies/${id}`, fields }])).toBe('refused');
      },
    );

    test('shows replies to nobody and lets nobody change one', async () => {
      expect(await rules().get('anonymous', `${page}/replies/rate-1`)).toBe('refused');
      expect(await rules().overwrite('anonymous', [{ path: `${page}/replies/rate-1`, fields: newRating() }])).toBe('refused');
      expect(await rules().update('anonymous', `${page}/replies/rate-1`, { outcome: 'applied' })).toBe('refused');
    });
  });
}
