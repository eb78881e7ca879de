import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fromRoot } from '../project-paths.ts';
import { cityFiles, packFile, readCity } from './city-files.ts';
import { wrongReferences } from './city-references.ts';

const readReal = (file: string): string => readFileSync(fromRoot(file), 'utf8');

function readWith(file: string, change: (content: string) => string) {
  return readCity((asked) => (asked === file ? change(readReal(asked)) : readReal(asked)));
}

/** Changes the field of the entry with that index, the way a slip of the keyboard would. */
function withField(index: number, field: string, value: unknown) {
  return (content: string): string => {
    const entries = JSON.parse(content) as Record<string, unknown>[];
    return JSON.stringify(entries.map((entry, at) => (at === index ? { ...entry, [field]: value } : entry)));
  };
}

describe('the files of the city', () => {
  test('given the files as they are, then they parse and fit together', () => {
    const city = readCity();
    expect(city.packs.map((pack) => pack.id)).toEqual(['telecom', 'post']);
    expect(wrongReferences(city)).toEqual([]);
  });

  test('given a role that does not exist, then the error names the file, the place in it and the reason', () => {
    expect(() => readWith(cityFiles.staff, withField(3, 'role', 'wizard'))).toThrow(/tools\/seed\/city\/staff\.json at \[3\]\.role: Invalid option/);
  });

  test('given a field too many, then it is named', () => {
    expect(() => readWith(cityFiles.regions, withField(0, 'nmae', 'x'))).toThrow(/regions\.json at \[0\]: Unrecognized key: "nmae"/);
  });

  test('given a file that is no JSON, then it is named', () => {
    expect(() => readWith(packFile('telecom'), () => '{ "id": ')).toThrow(/domain\/packs\/telecom\.json: /);
  });

  test('given mistakes in two files, then both are told at once', () => {
    const broken = (file: string): string => (file === cityFiles.calendar || file === cityFiles.units ? '[1]' : readReal(file));
    expect(() => readCity(broken)).toThrow(/calendar\.json at \[0\][\s\S]*units\.json at \[0\]/);
  });
});

describe('what one file says about another', () => {
  test('given a head who is nobody on staff, then the unit is named', () => {
    const city = readWith(cityFiles.units, withField(1, 'headUid', 'nobody-1'));
    expect(wrongReferences(city)).toEqual(['tools/seed/city/units.json at [1].headUid: nobody-1 is nobody on staff']);
  });

  test('given a member of staff in a unit that does not exist, then they are named', () => {
    const city = readWith(cityFiles.staff, withField(2, 'unitId', 't-nowhere'));
    expect(wrongReferences(city)).toEqual(['tools/seed/city/staff.json at [2].unitId: t-nowhere is no unit']);
  });

  test('given a customer with a tier of the other operator, then the customer is named', () => {
    const city = readWith(cityFiles.customers, withField(0, 'tier', 'keyAccount'));
    expect(wrongReferences(city)).toEqual(['tools/seed/city/customers.json at [0].tier: keyAccount is no tier of telecom']);
  });

  test('given an account of somebody who is no customer, or a number twice, or of the operator that keeps none, then the account is named', () => {
    const of = (field: string, value: string) => wrongReferences(readWith(cityFiles.accounts, withField(1, field, value)));
    expect(of('customerPhone', '13800001099')).toEqual(['tools/seed/city/accounts.json at [1].customerPhone: 13800001099 is no customer']);
    expect(of('accountNo', 'A2003-0417')).toEqual(['tools/seed/city/accounts.json at [1].accountNo: A2003-0417 is there twice']);
    expect(of('customerPhone', '13800002001')).toEqual(['tools/seed/city/accounts.json at [1].customerPhone: post keeps no accounts']);
  });

  test('given a balance in yuan instead of whole fen, then it is named', () => {
    const yuan = withField(0, 'openingFen', { cash: 86.5, rechargeCard: 0, promotional: 0 });
    expect(() => readWith(cityFiles.accounts, yuan)).toThrow(/accounts\.json at \[0\]\.openingFen\.cash: Invalid input/);
  });
});
