import { expect, test } from 'vitest';
import { regionSchema } from './region.ts';

const region = { code: '320812', name: { zh: '清江浦区', en: 'Qingjiangpu District' }, initials: 'qjpq' };

test('OWN-2: a home region has a code of six digits, a name in both languages and initials to type', () => {
  expect(regionSchema.safeParse(region).success).toBe(true);
  for (const wrong of [
    { code: '3208' },
    { code: 'Qingji' },
    { name: { zh: '清江浦区' } },
    { name: { zh: '', en: 'Qingjiangpu' } },
    { initials: 'QJP' },
    { parent: '3208' },
  ]) {
    expect(regionSchema.safeParse({ ...region, ...wrong }).success).toBe(false);
  }
});
