import { describe, expect, test } from 'vitest';
import { concernedNumber, maskConcerned } from './concerned-number.ts';

describe('REC-2: the number concerned, as it is kept', () => {
  test.each([
    ['13900001002', '13900001002'],
    ['+86 139-0000-1002', '13900001002'],
    ['１３９００００１００２', '13900001002'],
    ['0517-83612345 转 801', '051783612345-801'],
    ['ha0517kd8812', 'ha0517kd8812'],
    ['HA 0517 KD 8812', 'HA0517KD8812'],
    ['ｗｌａｎ＿８８＠163.gd', 'wlan_88@163.gd'],
    ['淮安宽带00318', '淮安宽带00318'],
    ['8812345', '8812345'],
  ])('%s is %s', (typed, written) => {
    expect(concernedNumber(typed)).toBe(written);
  });

  test.each([[''], ['   '], ['他爱人的号码'], ['abc'], ['12'], ['<b>12345</b>'], ['1'.repeat(41)]])('“%s” is none', (typed) => {
    expect(concernedNumber(typed)).toBeNull();
  });
});

test.each([
  ['13900001002', '139****1002'],
  ['ha0517kd8812', 'ha****12'],
  ['8812345', '****'],
])('RET-2: of %s staff see %s', (written, shown) => {
  expect(maskConcerned(written)).toBe(shown);
});
