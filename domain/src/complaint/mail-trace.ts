import { dayOf, hourMs, minuteMs, startOfDayMs, wallClockOf } from '../calendar/day.ts';
import { foldedText } from '../kernel/folded-text.ts';
import type { Link, LinkReason } from './responsible-link.ts';

/** One thing that a trace says of an item: when, and where in the chain that was. */
export interface TraceLine {
  atMs: number;
  /** Null where the words say none of the four. */
  link: Exclude<Link, 'outside' | 'notFound'> | null;
  text: string;
}

/** A stretch of a trace in which nothing was seen of the item. */
export interface TraceGap {
  /** The line after which nothing came, by its place in the trace. */
  afterIndex: number;
  hours: number;
}

/** What a trace points to, for a person to take or not (PST-2). */
export interface LinkSuggestion {
  link: Link;
  cause: LinkReason;
  gap: TraceGap;
}

const moment = /(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T,，]*(\d{1,2})\s*[:时]\s*(\d{2})(?:\s*[:分]\s*(\d{2}))?\s*[秒分]?)?/gu;

/** By what is said of an item, which link of the chain has it then; the first that fits counts, for a place that it leaves for is not one that has it. */
const saidOf: readonly [TraceLine['link'], RegExp][] = [
  ['transport', /离开|发往|起飞|运输|转运|封发|出口交航|departed|in transit/iu],
  ['accept', /收寄|揽收|交寄|已收件|posted|accepted/iu],
  ['deliver', /投递|派送|派件|妥投|签收|代收|自提|支局|营业部|揽投部|delivery|delivered/iu],
  ['sort', /到达|处理中心|邮区中心|分拣|封装|arrived|sorting/iu],
];

const ended = /妥投|签收|代收|已领取|delivered/iu;

const causes: readonly [LinkReason, RegExp][] = [
  ['missort', /误发|错发|误投|missort|missent/iu],
  ['damage', /破损|损坏|damaged/iu],
  ['weather', /天气|台风|暴雪|暴雨|weather/iu],
  ['customs', /海关|清关|customs/iu],
  ['address', /地址不详|地址有误|查无此人|address/iu],
];

/** Seven digits and more are somebody's telephone, which is nobody's to keep with a trace (RET-2). */
const telephone = /(^|\D)(?:1\d{10}|0\d{2,3}-?\d{7,8}|\d{7,8})(?!\d)/gu;

/** As many lines as a trace is read for; the newest count. */
const linesRead = 60;

/**
 * Reads the trace of an item as it is pasted from a page or typed: each moment begins a line, and what follows it until the next is what was said. Moments
 * without a year are of this year or, where that would be to come, of the last. Oldest first, telephones taken out. Wall clock of Asia/Shanghai.
 */
export function readTrace(typed: string, nowMs: number): TraceLine[] {
  const text = foldedText(typed.replace(/\r?\n/gu, ' '));
  const found = [...text.matchAll(moment)].flatMap((match) => {
    const atMs = momentOf(match, nowMs);
    return atMs === null ? [] : [{ atMs, from: match.index, until: match.index + match[0].length }];
  });
  const lines = found.map(({ atMs, until }, index) => lineOf(atMs, text.slice(until, found[index + 1]?.from ?? text.length)));
  const isNewestFirst = lines.length > 1 && (lines[0]?.atMs ?? 0) > (lines.at(-1)?.atMs ?? 0);
  return (isNewestFirst ? lines.toReversed() : lines).toSorted((one, other) => one.atMs - other.atMs).slice(-linesRead);
}

/** Two numbers without a year and an hour are a weight or a size as well. */
function momentOf([, year, month, day, writtenHour, minute = '0']: RegExpExecArray, nowMs: number): number | null {
  if (year === undefined && writtenHour === undefined) return null;
  const hour = writtenHour ?? '0';
  const of = (written: string): number | null => {
    const date = `${written}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
    const isDay = !Number.isNaN(Date.parse(`${date}T00:00:00Z`)) && new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
    return isDay && Number(hour) < 24 && Number(minute) < 60 ? startOfDayMs(date) + Number(hour) * hourMs + Number(minute) * minuteMs : null;
  };
  if (year !== undefined) return of(year);
  const thisYear = Number(dayOf(nowMs).slice(0, 4));
  const atMs = of(String(thisYear));
  return atMs !== null && atMs > nowMs + hourMs ? of(String(thisYear - 1)) : atMs;
}

function lineOf(atMs: number, said: string): TraceLine {
  const text = said
    .replace(telephone, '$1***')
    .replace(/^[\s:：,，;；|·-]+|[\s,，;；|·-]+$/gu, '')
    .trim();
  return { atMs, link: saidOf.find(([, words]) => words.test(text))?.[0] ?? null, text };
}

/** Where nothing was seen of the item for longer than the pack allows, the longest first; after the last line up to now, unless it was handed over by then. */
export function gapsIn(lines: readonly TraceLine[], gapHours: number, nowMs: number): TraceGap[] {
  const gaps = lines.map((line, afterIndex) => {
    const untilMs = lines[afterIndex + 1]?.atMs ?? (ended.test(line.text) ? line.atMs : nowMs);
    return { afterIndex, hours: (untilMs - line.atMs) / hourMs };
  });
  return gaps.filter(({ hours }) => hours > gapHours).toSorted((one, other) => other.hours - one.hours);
}

/** PST-2: the link that had the item while it lay longest; at the delivery a round that nobody took over, unless the trace says why. Null where it never lay. */
export function suggestLink(lines: readonly TraceLine[], gapHours: number, nowMs: number): LinkSuggestion | null {
  const gap = gapsIn(lines, gapHours, nowMs).find(({ afterIndex }) => lines[afterIndex]?.link);
  const link = gap && lines[gap.afterIndex]?.link;
  if (!gap || !link) return null;
  const told = [lines[gap.afterIndex], lines[gap.afterIndex + 1]].map((line) => line?.text ?? '').join(' ');
  const cause = causes.find(([, words]) => words.test(told))?.[0] ?? (link === 'deliver' ? 'noCover' : 'other');
  return { link, cause, gap };
}

/** A trace as it is kept: a line each, with its moment. */
export function traceText(lines: readonly TraceLine[]): string {
  return lines.map(({ atMs, text }) => `${wallClockOf(atMs)} ${text}`.trim()).join('\n');
}
