// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { workOutChain } from '@shouwen/domain/refund/chain';
import { person, telecom, units } from '@shouwen/domain/testing/organisation';
import { chainLinks } from './chain-links.ts';
import { sumOfLine } from './request/calculation-sum.ts';

const clerk = person('clerk', 'outletClerk', 'outlet');
const staff = [clerk, person('manager', 'outletManager', 'outlet'), person('head', 'unitHead', 'branch'), person('leader', 'companyLeader', 'city')];

test('a chain reads as posts with their limits and the names of whoever holds them (REF-2)', () => {
  const chain = workOutChain({ requester: clerk, cumulatedFen: 99_900, aloneFen: 0, isCauseOwn: false, pack: telecom, units, staff });
  expect(chain.ok && chainLinks(chain.steps, staff)).toEqual([
    { role: 'outletManager', unitId: 'outlet', limitFen: 30_000, names: ['员工manager'] },
    { role: 'unitHead', unitId: 'branch', limitFen: 100_000, names: ['员工head'] },
  ]);
});

test('a holder whom the directory does not know leaves the post without a name, not the chain without the post', () => {
  const step = { roles: ['outletManager'], unitId: 'outlet', limitFen: null, holderUids: ['nobody'] };
  expect(chainLinks([step], staff)).toEqual([{ role: 'outletManager', unitId: 'outlet', limitFen: null, names: [] }]);
});

test('the sum of a suggestion can be checked with a pencil (REF-7)', () => {
  expect(sumOfLine({ unitFen: 500, count: 40, amountFen: 20_000 })).toBe('5.00 × 40 = 200.00');
  expect(sumOfLine({ unitFen: 20_000, count: 0.29, amountFen: 5_800 })).toBe('200.00 × 29% = 58.00');
});
