import { expect, test } from 'vitest';
import { closureFromStored } from '../closure/closure.ts';
import { complaintFromStored, complaintVersion } from '../complaint/stored.ts';
import { evolveAll } from '../complaint/evolve.ts';
import { fromStored } from '../kernel/stored.ts';
import { accountFromStored } from '../ledger/account.ts';
import { postingFromStored } from '../ledger/posting.ts';
import { staffSchema } from '../organisation/staff.ts';
import { refundFromStored } from '../refund/refund.ts';
import { formerDocuments } from './former.ts';

const documents = Object.entries(formerDocuments((atMs) => ({ toMillis: () => atMs })));
const readers = {
  complaints: complaintFromStored,
  refunds: refundFromStored,
  closures: closureFromStored,
  accounts: accountFromStored,
  ledger: postingFromStored,
};
const states = documents.flatMap(([path, stored]) => {
  const [collection = '', id = '', below] = path.split('/');
  const read = below === undefined && Object.entries(readers).find(([name]) => name === collection)?.[1];
  return read ? [{ path, id, stored, read }] : [];
});

test.each(states)('$path of the former version reads as it did, with no field lost', ({ id, stored, read }) => {
  expect(read(id, stored)).toMatchObject(fromStored(stored));
});

test('there is one of each kind, and complaints in every state that a day leaves behind', () => {
  expect(states.length).toBeGreaterThan(30);
  const complaints = states.filter(({ path }) => path.startsWith('complaints/')).map(({ stored }) => String(stored['state']));
  expect([...new Set(complaints)].sort()).toEqual(['accepted', 'assigned', 'awaitingApproval', 'awaitingCustomer', 'closed', 'recorded', 'reopened']);
});

test('the former version’s staff are the staff of today, of whom nothing more is known', () => {
  const unknown = { away: null, nextDutyAtMs: null, standsUntilMs: null, releaseDue: false };
  const staff = documents.filter(([path]) => path.startsWith('staff/'));
  expect(staff).not.toEqual([]);
  for (const [, stored] of staff) expect(staffSchema.parse(stored)).toEqual({ ...stored, ...unknown });
});

test('one that goes on is of today’s version from then on', () => {
  const [path, stored] = documents.find(([, { state }]) => state === 'accepted') ?? ['', {}];
  const former = complaintFromStored(path.split('/')[1] ?? '', stored);
  expect(former.schemaVersion).toBe(1);
  expect(evolveAll(former, [{ type: 'workStarted', atMs: former.updatedAtMs }])).toMatchObject({ state: 'inProgress', schemaVersion: complaintVersion });
});
