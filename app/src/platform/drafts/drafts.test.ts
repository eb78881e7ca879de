// @vitest-environment node
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { forgetDraft, keepDraft, keptDraft } from './drafts.ts';
import { withDatabase } from '../storage/local-database.ts';

const refund = (id: string): { form: 'refund'; id: string } => ({ form: 'refund', id: `refund/${id}` });

test('what was typed is there again for the same person, and for nobody else, until it is forgotten', async () => {
  await keepDraft('clerk', refund('1'), { amount: '35.00' });
  expect(await keptDraft('clerk', 'refund/1')).toEqual({ amount: '35.00' });
  expect(await keptDraft('colleague', 'refund/1')).toBeNull();
  expect(await keptDraft('clerk', 'refund/2')).toBeNull();
  await forgetDraft('refund/1');
  expect(await keptDraft('clerk', 'refund/1')).toBeNull();
});

test('it lies on the phone sealed: nobody reads it out of the storage', async () => {
  await keepDraft('clerk', refund('1'), { reason: '误收代收费' });
  const row = await withDatabase((database) => database.get('drafts', 'refund/1'));
  expect(new TextDecoder().decode(row?.sealed.data)).not.toContain('误收');
});
