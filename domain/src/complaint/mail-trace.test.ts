import { expect, test } from 'vitest';
import { dayMs, hourMs, startOfDayMs } from '../calendar/day.ts';
import { gapsIn, readTrace, suggestLink, traceText } from './mail-trace.ts';

const nowMs = startOfDayMs('2026-11-09') + 10 * hourMs;
const at = (day: string, time: string): number => startOfDayMs(day) + Number(time.slice(0, 2)) * hourMs + Number(time.slice(3)) * 60_000;

const passedAround = `2026-11-03 18:20:05 【深圳市】已收寄,揽投员:李四,电话:13800138000
2026-11-03 22:10:41 离开【深圳处理中心】,下一站【南京邮区中心局】
2026-11-04 23:50:00 到达【南京邮区中心局】
2026-11-05 01:30:00 离开【南京邮区中心局】,下一站【淮安区投递部】
2026-11-05 07:40:12 到达【淮安区投递部】
2026-11-08 09:05:00 【淮安区】安排投递,投递员:张三,电话:0517-85912345`;

test('PST-2: an item that lay three days at the delivery points to the delivery and to a round that nobody took over', () => {
  const lines = readTrace(passedAround, nowMs);
  expect(lines.map(({ link }) => link)).toEqual(['accept', 'transport', 'sort', 'transport', 'deliver', 'deliver']);
  const suggested = suggestLink(lines, 48, nowMs);
  expect(suggested).toMatchObject({ link: 'deliver', cause: 'noCover', gap: { afterIndex: 4 } });
  expect(Math.round(suggested?.gap.hours ?? 0)).toBe(73);
});

test('PST-2: one that lay for no longer than the pack says points to nobody', () => {
  expect(suggestLink(readTrace(passedAround, nowMs), 74, at('2026-11-08', '10:00'))).toBeNull();
  expect(suggestLink([], 48, nowMs)).toBeNull();
});

test('an item of which nothing was seen since lies until now, and one that was handed over does not', () => {
  const left = '11-05 01:30 离开南京邮区中心局';
  expect(suggestLink(readTrace(left, nowMs), 48, nowMs)).toMatchObject({ link: 'transport', cause: 'other' });
  expect(gapsIn(readTrace(`${left} 11-05 20:00 已妥投,本人签收`, nowMs), 48, nowMs)).toEqual([]);
});

test('a reason that the trace itself gives is the one that is suggested', () => {
  const lines = readTrace('2026-11-01 08:00 到达南京邮区中心局 2026-11-05 08:00 误发北京,退回重新分拣', nowMs);
  expect(suggestLink(lines, 48, nowMs)).toMatchObject({ link: 'sort', cause: 'missort' });
});

test.each([
  ['newest first', '2026-11-05 10:00 到达淮安\n2026-11-03 18:20 已收寄'],
  ['moment and words in lines of their own', '2026-11-03 18:20\n已收寄\n2026-11-05 10:00\n到达淮安'],
  ['full-width digits and signs', '２０２６－１１－０３　１８：２０　已收寄　２０２６－１１－０５　１０：００　到达淮安'],
  ['written out', '2026年11月3日 18时20分 已收寄 2026年11月5日 10时00分 到达淮安'],
  ['without a year', '11/03 18:20 已收寄 11/05 10:00 到达淮安'],
  ['without seconds or with them', '2026.11.03 18:20:59 已收寄; 2026.11.05 10:00 到达淮安'],
])('a trace is read as people paste it: %s', (_how, typed) => {
  const lines = readTrace(typed, nowMs);
  expect(lines.map(({ atMs, text }) => [atMs, text])).toEqual([
    [at('2026-11-03', '18:20'), '已收寄'],
    [at('2026-11-05', '10:00'), '到达淮安'],
  ]);
});

test('a moment without a year that would be to come was last year’s', () => {
  expect(readTrace('12-30 08:00 已收寄', nowMs)[0]?.atMs).toBe(at('2025-12-30', '08:00'));
});

test('a day that there is not begins no line, and what holds no moment is no trace', () => {
  expect(readTrace('2026-02-30 08:00 已收寄', nowMs)).toEqual([]);
  expect(readTrace('邮件还没有到,重 3.5 公斤', nowMs)).toEqual([]);
  expect(readTrace('2026-11-03 已收寄,重 3.5 公斤', nowMs)).toHaveLength(1);
});

test('RET-2: nobody’s telephone stays in what is kept of a trace', () => {
  const kept = traceText(readTrace(passedAround, nowMs));
  expect(kept).toContain('2026-11-03');
  expect(kept).not.toMatch(/13800138000|85912345/);
  expect(kept.split('\n')).toHaveLength(6);
});

test('of a trace without end the newest lines are kept', () => {
  const typed = Array.from({ length: 80 }, (_, hour) => `${new Date(nowMs - dayMs + hour * 60_000 + 8 * hourMs).toISOString().slice(0, 16)} 到达`).join('\n');
  expect(readTrace(typed, nowMs)).toHaveLength(60);
});
