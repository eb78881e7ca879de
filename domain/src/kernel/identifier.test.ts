import { expect, test } from 'vitest';
import { telecom } from '../testing/organisation.ts';
import { canonicalIdentifier, defaultIdentifierForms } from './identifier.ts';

const { rechargeCard, account } = defaultIdentifierForms;

test.each([
  'ddec5056-71f4',
  'DDEC5056-71F4',
  'ddec505671f4',
  ' DDEC 5056 71F4 ',
  'ｄｄｅｃ５０５６－７１ｆ４',
  'ddec5056–71f4',
  'ddec5056—71f4',
  'ddec5056−71f4',
  'ddec5056_71f4',
  'ddec5056.71f4',
  'ddec5056/71f4',
  'ddec\u200b5056\u00ad71f4',
  'ddec5056\n71f4',
  'ddec5056\u300071f4',
  'ddec\ufe0f5056\u206071f4',
  '\u202eddec505671f4',
])('REF-5: %j is the card DDEC505671F4', (typed) => {
  expect(canonicalIdentifier(typed, rechargeCard)).toBe('DDEC505671F4');
});

test.each(['ddec5056-71f5', 'ddec5056-71f', 'ddec5056-71f44', 'cded5056-71f4'])('%j is another card', (typed) => {
  expect(canonicalIdentifier(typed, rechargeCard)).not.toBe('DDEC505671F4');
});

test('an account keeps the hyphens that belong to its number, whichever dash was typed', () => {
  for (const typed of ['a2003-0417', 'Ａ２００３－０４１７', 'A2003–0417', ' A2003 - 0417 ', 'A2003_0417']) {
    expect(canonicalIdentifier(typed, account)).toBe('A2003-0417');
  }
  expect(canonicalIdentifier('A20-030417', account)).not.toBe('A2003-0417');
});

test('a pack may say that capitals tell numbers apart', () => {
  expect(canonicalIdentifier('ab-1', { ignoresCase: false, separators: 'leftOut' })).toBe('ab1');
});

test('said twice it is what it was', () => {
  for (const form of Object.values(telecom.identifiers)) {
    const once = canonicalIdentifier('ﬀ Straße-ǅ 12½', form);
    expect(canonicalIdentifier(once, form)).toBe(once);
  }
});
