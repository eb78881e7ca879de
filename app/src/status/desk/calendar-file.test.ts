import { expect, test } from 'vitest';
import { calendarFile } from './calendar-file.ts';

test('the promise stands in a calendar at its own moment, in lines that every calendar reads', () => {
  const file = calendarFile({
    uid: '7K3M9-QXW2C-4',
    title: '投诉 7K3M9-QXW2C-4; 应答复',
    atMs: Date.UTC(2026, 11, 4, 0, 0),
    madeAtMs: Date.UTC(2026, 11, 1, 15, 30, 5, 250),
  });
  const lines = file.split('\r\n');
  expect(lines).toContain('DTSTART:20261203T234500Z');
  expect(lines).toContain('DTEND:20261204T000000Z');
  expect(lines).toContain('DTSTAMP:20261201T153005Z');
  expect(lines).toContain(String.raw`SUMMARY:投诉 7K3M9-QXW2C-4\; 应答复`);
  expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', '']);
});
