import { describe, expect, test } from 'vitest';
import { maskName, maskPhone } from './mask.ts';

describe('RET-2: enough to recognise, not enough to call', () => {
  test.each([
    ['13800001001', '138****1001'],
    ['051788888888', '051****8888'],
    ['12345678', '123****5678'],
    ['1234567', '****'],
    ['+14155550123', '+14****0123'],
    ['', ''],
  ])('the number %s is shown as %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });

  test.each([
    ['王小明', '王**'],
    ['王明', '王*'],
    ['王', '王'],
    ['欧阳小明明', '欧**'],
    ['  王小明 ', '王**'],
    ['𠮷田', '𠮷*'],
    ['', ''],
  ])('the name "%s" is shown as "%s"', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
});
