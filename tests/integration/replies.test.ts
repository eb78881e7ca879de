import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { takeLetter } from '../../functions/src/telling/apply-letter.ts';
import { morningMs, openCity, type TestCity } from '../support/city.ts';
import { openOutreachFarSide, type OutreachFarSide } from '../support/outreach-far-side.ts';
import { takeIn } from '../support/recorder.ts';
import { deliverMessages, telling } from '../support/telling.ts';

let city: TestCity;
let farSide: OutreachFarSide;

beforeAll(async () => {
  farSide = await openOutreachFarSide();
  city = await openCity(inject('firestore').host, 'replies');
  telling(city.host, farSide).clockMs = morningMs;
});
afterAll(async () => {
  await city.close();
  await farSide.close();
});

async function operatorsWhoRead(text: string): Promise<string[]> {
  const found = await city.firestore.collection('outreachLetters').where('text', '==', text).get();
  return found.docs.map((one) => String(one.get('pack'))).toSorted();
}

test('TEL-4, RET-2: what is replied to one operator, about whichever of two complaints, does not reach the other', async () => {
  const recorded = await takeIn(city);
  const other = await takeIn(city, { phone: recorded.contact.phone, category: 'T03-01' });
  for (const { id } of [recorded, other]) await deliverMessages(city, city.host, id);
  await takeLetter(city.host, { id: 'r-1', from: recorded.contact.phone, text: '是哪一件？' });
  expect(await operatorsWhoRead('是哪一件？')).toEqual(['telecom']);
});

test('TEL-4: where no operator has written to that number, it lies with each', async () => {
  await takeLetter(city.host, { id: 'r-2', from: '13700000009', text: '打错了' });
  expect(await operatorsWhoRead('打错了')).toEqual(['post', 'telecom']);
});
