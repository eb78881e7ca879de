import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { dayMs, hourMs } from '../../calendar/day.ts';
import { chanceOf } from '../chance.ts';
import { at } from '../organisation.ts';
import { Agenda } from './agenda.ts';
import { newStaff } from './city.ts';
import { playMonth } from './month.ts';
import { isAtWork } from './people.ts';
import { newPhone } from './phones.ts';

vi.setConfig({ testTimeout: 600_000 });

test('the same seed plays the same month, another one another', () => {
  const month = playMonth(11);
  expect(playMonth(11)).toEqual(month);
  expect(playMonth(12)).not.toEqual(month);
});

test('a city has sixty people, each of whom works in two intervals of a day', () => {
  const staff = newStaff();
  expect(new Set(staff.map(({ uid }) => uid)).size).toBe(60);
  const quarters = Array.from({ length: 96 }, (_, index) => at('2026-11-20 00:00') + (index * hourMs) / 4);
  for (const person of staff) {
    const begins = quarters.filter((atMs, index) => isAtWork(person, atMs) && !isAtWork(person, quarters[index - 1] ?? 0));
    expect(begins).toHaveLength(2);
  }
});

test('TIME: phones are wrong by up to ten years and offline for up to three days, many of them by little or not at all', () => {
  const phones = Array.from({ length: 2000 }, (_, seed) => newPhone(chanceOf(seed), 0, 30));
  const wrongByMs = phones.map((phone) => Math.abs(phone.wrongByMs));
  const offlineMs = phones.flatMap(({ offline }) => offline.map(({ fromMs, untilMs }) => untilMs - fromMs));
  expect(Math.max(...wrongByMs)).toBeLessThanOrEqual(3650 * dayMs);
  expect(wrongByMs.some((ms) => ms > 3000 * dayMs)).toBe(true);
  expect(wrongByMs.filter((ms) => ms < hourMs).length).toBeGreaterThan(phones.length / 3);
  expect(Math.max(...offlineMs)).toBeLessThanOrEqual(3 * dayMs);
  expect(Math.max(...offlineMs)).toBeGreaterThan(2 * dayMs);
});

test('an agenda gives things in the order of time, and those of one moment in the order in which they came', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 20 })), (moments) => {
      const agenda = new Agenda<readonly [atMs: number, index: number]>();
      moments.forEach((atMs, index) => agenda.add(atMs, [atMs, index]));
      const taken = moments.map(() => agenda.take());
      expect(taken).toEqual(moments.map((atMs, index) => [atMs, index] as const).toSorted((one, other) => one[0] - other[0] || one[1] - other[1]));
      expect([agenda.take(), agenda.nextAtMs]).toEqual([null, Number.POSITIVE_INFINITY]);
    }),
  );
});
