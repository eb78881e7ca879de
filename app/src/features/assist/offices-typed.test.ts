import { expect, test } from 'vitest';
import { mostOffices, officesTyped } from './offices-typed.ts';

const units = [{ id: 'p-qjp-delivery', name: { zh: '清江浦投递站', en: 'Qingjiangpu Delivery Station' } }];

test('PST-2: each line is an office, in its order: a unit of the operator by its name, all else a post office beyond it', () => {
  expect(officesTyped(' 郑州邮区中心局 \n\n清江浦投递站\n郑州邮区中心局', units)).toEqual([
    { toUnitId: null, outside: { kind: 'postOffice', name: '郑州邮区中心局' } },
    { toUnitId: 'p-qjp-delivery', outside: null },
  ]);
  expect(officesTyped('qingjiangpu delivery station', units)).toEqual([{ toUnitId: 'p-qjp-delivery', outside: null }]);
  expect(officesTyped(' \n', units)).toEqual([]);
});

test('more than a chain has, or a name without end, is none', () => {
  const lines = (count: number): string => Array.from({ length: count }, (_, index) => `局${index}`).join('\n');
  expect(officesTyped(lines(mostOffices), units)).toHaveLength(mostOffices);
  expect(officesTyped(lines(mostOffices + 1), units)).toBeNull();
  expect(officesTyped('长'.repeat(61), units)).toBeNull();
});
