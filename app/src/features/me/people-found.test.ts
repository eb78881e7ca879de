import { expect, test } from 'vitest';
import { peopleFound } from './people-found.ts';

const yao = { name: '姚美玲', nameEn: 'Yao Meiling', staffNumber: 'T1601', unitId: 'huaihai' };
const xiang = { name: '向红霞', nameEn: 'Xiang Hongxia', staffNumber: 'T1701', unitId: 'shuidukou' };
const unitNameOf = ({ unitId }: { unitId: string }) => ({ huaihai: '淮海路营业厅', shuidukou: '水渡口营业厅' })[unitId] ?? '';
const found = (typed: string) => peopleFound([yao, xiang], typed, unitNameOf).map(({ name }) => name);

test('REF-6: people are found by name in either language, staff number or unit, every word of it', () => {
  expect(found('')).toHaveLength(2);
  expect(found('美玲')).toEqual(['姚美玲']);
  expect(found(' HONGXIA ')).toEqual(['向红霞']);
  expect(found('Ｔ１６０１')).toEqual(['姚美玲']);
  expect(found('营业厅 水渡口')).toEqual(['向红霞']);
  expect(found('美玲 水渡口')).toEqual([]);
});
