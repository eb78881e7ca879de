import { expect, test } from 'vitest';
import { accessDays, type DailyCount, lookupSchema } from './access-record.ts';

const limits = { contactsPerDay: 200, lookupsPerHour: 60 };
const count = (uid: string, day: string, count: number): DailyCount => ({ pack: 'telecom', uid, unitId: 't-cc', day, count });

test('RET-2: contacts and questions of a person and day stand in one line, the latest day and whoever had most first', () => {
  const contacts = [count('a', '2026-11-30', 3), count('b', '2026-12-01', 1)];
  const lookups = [count('a', '2026-11-30', 5), count('c', '2026-12-01', 9)];
  expect(accessDays(contacts, lookups, limits).map(({ uid, contacts, lookups }) => [uid, contacts, lookups])).toEqual([
    ['c', 0, 9],
    ['b', 1, 0],
    ['a', 3, 5],
  ]);
});

test.each([
  ['half of a day’s contacts', 100, 0, true],
  ['one less', 99, 0, false],
  ['what an hour allows of questions', 0, 60, true],
  ['one less', 0, 59, false],
])('RET-2: whoever has %s on a day stands out, %s/%s: %s', (_what, contacts, lookups, isMuch) => {
  const [day] = accessDays([count('a', '2026-12-01', contacts)], [count('a', '2026-12-01', lookups)], limits);
  expect(day).toMatchObject({ isMuch });
});

test('a record of a look-up from before masked numbers were kept still reads', () => {
  const stored = {
    pack: 'telecom',
    uid: 'a',
    unitId: 't-cc',
    at: { toMillis: () => 5 },
    by: 'phone',
    contactKey: 'k1',
    complaintId: null,
    accountNo: null,
    found: 1,
  };
  expect(lookupSchema.parse(stored)).toMatchObject({ phoneMasked: null, found: 1 });
});
