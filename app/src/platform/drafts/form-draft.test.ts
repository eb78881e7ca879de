import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openDB } from 'idb';
import { forgetForm, keepForm, keptForm } from './form-draft.ts';

test('what was typed is there again for the same person, and for nobody else, until it is forgotten', async () => {
  await keepForm('clerk', 'refund/1', { amount: '35.00' });
  expect(await keptForm('clerk', 'refund/1')).toEqual({ amount: '35.00' });
  expect(await keptForm('colleague', 'refund/1')).toBeNull();
  expect(await keptForm('clerk', 'refund/2')).toBeNull();
  await forgetForm('refund/1');
  expect(await keptForm('clerk', 'refund/1')).toBeNull();
});

test('it lies on the phone sealed: nobody reads it out of the storage', async () => {
  await keepForm('clerk', 'refund/1', { reason: '误收代收费' });
  const database = await openDB('shouwen-forms', 1);
  const row = (await database.get('forms', 'refund/1')) as { sealed: { data: ArrayBuffer } };
  database.close();
  expect(new TextDecoder().decode(row.sealed.data)).not.toContain('误收');
});
