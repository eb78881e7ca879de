import { utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, test } from 'vitest';
import { person, units as smallOperator } from '../testing/organisation.ts';
import { compileDirectory, directoryDocuments, mostBytesOfPart } from './compile-directory.ts';
import { directoryPartSchema } from './directory.ts';
import type { Unit } from './unit.ts';

const outlet = [...smallOperator.values()].find(({ id }) => id === 'outlet');
if (!outlet) throw new Error('the small operator has an outlet');
const units: Unit[] = Array.from({ length: 1000 }, (_, index) => {
  const id = `outlet-${String(index)}`;
  return { ...outlet, id, name: { zh: `淮海路第${String(index)}营业厅`, en: `Huaihai Road outlet ${String(index)}` }, path: [id, 'branch', 'city'] };
});
const staff = Array.from({ length: 2501 }, (_, index) =>
  person(`clerk-of-the-outlet-${String(index)}`, 'outletClerk', 'outlet', { name: `欧阳建国${String(index)}`, nameEn: `Ouyang Jianguo ${String(index)}` }),
);
const bytesOf = (value: object): number => utf8ToBytes(JSON.stringify(value)).length;

describe('the directory that phones keep', () => {
  const compiled = compileDirectory(units, staff);
  const documents = directoryDocuments('telecom', compiled, 7, 1);

  test('1,000 units and 2,501 staff lie in a few documents, none above 700 KB, and nobody is left out', () => {
    expect(mostBytesOfPart).toBe(700_000);
    expect(documents.map(([path]) => path)).toEqual([...compiled.parts.map((_, index) => `directories/telecom_${String(index + 1)}`), 'directories/telecom']);
    expect(compiled.parts.length).toBeLessThanOrEqual(3);
    expect(Math.max(...documents.map(([, content]) => bytesOf(content)))).toBeLessThanOrEqual(mostBytesOfPart);
    expect(new Set(compiled.parts.flatMap((part) => part.staff.map(({ uid }) => uid)))).toEqual(new Set(staff.map(({ uid }) => uid)));
    expect(new Set(compiled.parts.flatMap((part) => part.units.map(({ id }) => id)))).toEqual(new Set(units.map(({ id }) => id)));
  });

  test('its documents are what a phone reads', () => {
    const parts = documents.slice(0, -1).map(([, content]) => directoryPartSchema.parse(content));
    expect(parts.flatMap((part) => part.staff)).toHaveLength(2501);
    expect(documents.at(-1)?.[1]).toMatchObject({ pack: 'telecom', version: 7, parts: parts.length });
  });

  test('a smaller bound makes more parts, each within it', () => {
    const small = compileDirectory(units, staff, 50_000);
    expect(small.parts.length).toBeGreaterThan(compiled.parts.length);
    expect(Math.max(...directoryDocuments('telecom', small, 7, 1).map(([, content]) => bytesOf(content)))).toBeLessThanOrEqual(50_000);
  });

  test('the same organisation in another order is the same; another name or unit is another', () => {
    expect(compileDirectory(units.toReversed(), staff.toReversed())).toEqual(compiled);
    const turned = units.map((unit) => ({
      ...(Object.fromEntries(Object.entries(unit).toReversed()) as unknown as Unit),
      audience: unit.audience.toReversed(),
    }));
    expect(compileDirectory(turned, staff).digest, 'so is one whose fields come in another order').toBe(compiled.digest);
    const renamed = staff.map((one, index) => (index === 0 ? { ...one, name: '欧阳建' } : one));
    expect(compileDirectory(units, renamed).digest).not.toBe(compiled.digest);
    expect(compileDirectory(units.slice(1), staff).digest).not.toBe(compiled.digest);
  });

  test('whether somebody is there, who stands in for them and their address are not in it', () => {
    const [part] = compileDirectory([], [person('away', 'outletClerk', 'outlet', { onDuty: false, deputy: { uid: 'other', fromMs: 0, untilMs: 1 } })]).parts;
    expect(part?.staff).toEqual([{ uid: 'away', staffNumber: 'away', name: '员工away', nameEn: 'away', role: 'outletClerk', unitId: 'outlet', active: true }]);
  });

  test('an operator without anybody has a directory all the same', () => {
    expect(directoryDocuments('post', compileDirectory([], []), 1, 1)).toMatchObject([['directories/post', { parts: 0, version: 1 }]]);
  });
});
