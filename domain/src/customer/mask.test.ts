import { describe, expect, test } from 'vitest';
import { maskName, maskNumbersInText, maskPhone } from './mask.ts';

describe('RET-2: enough to recognise, not enough to call', () => {
  test.each([
    ['13800001001', '138****1001'],
    ['051788888888', '051****8888'],
    ['12345678', '123****5678'],
    ['1234567', '****'],
    ['', '****'],
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

describe('RET-2: numbers in a text that leaves the staff', () => {
  test.each([
    ['a mobile number', '请回电13800001001。', '请回电13*******01。'],
    ['one with spaces', '请回电 138 0000 1001 谢谢', '请回电 13*******01 谢谢'],
    ['one with dashes', '电话138-0000-1001', '电话13*******01'],
    ['one with the country code', '+86 13800001001', '+86*********01'],
    ['a landline', '0517-88888888', '05********88'],
    ['an identity number that ends in X', '身份证32080219900101123X', '身份证32**************3X'],
    ['a bank card', '6222020200012345678', '62***************78'],
    ['two in one text', '13800001001,13800001002', '13*******01,13*******02'],
  ])('%s is hidden', (_told, text, masked) => {
    expect(maskNumbersInText(text)).toBe(masked);
  });

  test.each([
    ['an amount', '已退35元,另补偿100000分'],
    ['a day', '已于2026-11-20处理'],
    ['a day with a time', '2026-11-20 15:30 回访,2026-1-5 9:00 再访'],
    ['a year and a month', '2003年11月至2007年03月'],
    ['a hotline', '可拨打12300或11185'],
  ])('%s is left', (_told, text) => {
    expect(maskNumbersInText(text)).toBe(text);
  });
});
