import { beforeEach, describe, expect, test } from 'vitest';
import type { RulesClient } from '../support/rules-client.ts';
import { type Fields, Moment } from '../support/rules-values.ts';
import type { Verdict } from '../support/rules-verdict.ts';
import { newMessage, newRating, sha256, storedStatus } from './documents.ts';

const dayMs = 86_400_000;
const page = `status/${sha256('open')}`;
const lateButLive = `status/${sha256('closed lately')}`;
const expired = `status/${sha256('expired')}`;
const missing = `status/${sha256('missing')}`;

/** The customer's page: read and answered by whoever has the link, a bounded number of times, until it expires. */
export function describeReplies(rules: () => RulesClient): void {
  const reply = (path: string, id: string, fields: Fields): Promise<Verdict> => rules().create('anonymous', [{ path: `${path}/replies/${id}`, fields }]);
  const contentOf: Record<string, () => Fields> = {
    rate: newRating,
    addInformation: () => newMessage('addInformation'),
    disagree: () => newMessage('disagree'),
  };
  const counts: Record<string, number> = { rate: 5, addInformation: 10, disagree: 3 };

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

    test('takes replies as long as it can be read', async () => {
      expect(await reply(page, 'disagree-1', newMessage('disagree'))).toBe('allowed');
      expect(await reply(lateButLive, 'disagree-1', newMessage('disagree'))).toBe('allowed');
      expect(await reply(expired, 'disagree-1', newMessage('disagree'))).toBe('refused');
      expect(await reply(missing, 'disagree-1', newMessage('disagree'))).toBe('refused');
    });

    test.each(Object.keys(contentOf))('takes a bounded number of replies of the kind %s', async (kind) => {
      const content = contentOf[kind] ?? newRating;
      const most = counts[kind] ?? 0;
      const ids = Array.from({ length: most }, (_, index) => `${kind}-${index + 1}`);
      expect(await Promise.all(ids.map((id) => reply(lateButLive, id, content())))).toEqual(ids.map(() => 'allowed'));
      const beyond = [
        `${kind}-0`,
        `${kind}-${most + 1}`,
        `${kind}-01`,
        `${kind}-1 `,
        `${kind}-1x`,
        `${kind}--1`,
        `${kind}-`,
        kind,
        `x${kind}-1`,
        `${kind}-1\n`,
      ];
      expect(await Promise.all(beyond.map(async (id) => [id, await reply(lateButLive, id, content())]))).toEqual(beyond.map((id) => [id, 'refused']));
    });

    test('takes no reply of one kind under another kind’s id', async () => {
      expect(await reply(page, 'disagree-2', newRating())).toBe('refused');
      expect(await reply(page, 'disagree-2', newMessage('addInformation'))).toBe('refused');
      expect(await reply(page, 'rate-2', newMessage('disagree'))).toBe('refused');
      expect(await reply(page, 'rate-2', { ...newRating(), type: 'disagree' })).toBe('refused');
      expect(await reply(page, 'rate-2', newRating())).toBe('allowed');
    });

    test('shows replies to nobody and lets nobody change one', async () => {
      expect(await rules().get('anonymous', `${page}/replies/rate-1`)).toBe('refused');
      expect(await rules().overwrite('anonymous', [{ path: `${page}/replies/rate-1`, fields: newRating() }])).toBe('refused');
      expect(await rules().update('anonymous', `${page}/replies/rate-1`, { outcome: 'applied' })).toBe('refused');
    });
  });
}
