import { dayOf } from '@shouwen/domain/calendar/day';
import { isMoment, momentWithoutWords } from '@shouwen/domain/kernel/moment';
import { nowMs } from '../platform/device/clock.ts';
import { inLanguage, type Language, useLanguage } from '../platform/device/language.ts';
import { yuanOf } from './yuan-text.ts';

const timeZone = 'Asia/Shanghai';
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const centuryMs = 36_525 * dayMs;

/** Whatever stands in a document, words come of it: a page must not break over a moment that is none. */
export interface Format {
  /** Day and time, with the year where it is not this one: 11月22日 14:05, 2027年1月6日 00:00. */
  moment(atMs: number): string;
  /** With the year, for what is kept: 2026年11月22日 14:05. */
  fullMoment(atMs: number): string;
  day(atMs: number): string;
  month(atMs: number): string;
  /** Day of the week, short. */
  weekday(atMs: number): string;
  time(atMs: number): string;
  /** How far away a moment is: in 3 hours, 2 days ago. */
  distance(atMs: number, fromMs: number): string;
  /** How long something takes, in its two largest units: 3 days 4 hours. */
  duration(spanMs: number): string;
  number(value: number): string;
  /** Integer fen with its sign: ¥1,234.50. Goes through text, so that no fraction is ever a floating-point number. */
  money(fen: number): string;
}

const formats = new Map<Language, Format>();

/** Dates and numbers as the reader writes them, always in the operator's time zone. */
export function formatIn(language: Language): Format {
  const known = formats.get(language);
  if (known) return known;
  const made = makeFormat(language);
  formats.set(language, made);
  return made;
}

export function useFormat(): Format {
  return formatIn(useLanguage());
}

function makeFormat(language: Language): Format {
  const impossible = inLanguage(momentWithoutWords, language);
  const of = (options: Intl.DateTimeFormatOptions): ((atMs: number) => string) => {
    const format = new Intl.DateTimeFormat(language, { timeZone, ...options });
    return (atMs) => (isMoment(atMs) ? format.format(atMs) : impossible);
  };
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
  const number = new Intl.NumberFormat(language);
  const units = (['day', 'hour', 'minute'] as const).map((unit) => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }));
  const list = new Intl.ListFormat(language, { type: 'unit', style: 'narrow' });
  const money = new Intl.NumberFormat(language, { style: 'currency', currency: 'CNY', currencyDisplay: 'narrowSymbol' });
  const ofThisYear = of({ month: 'short', day: 'numeric', ...clock });
  const ofAnyYear = of({ year: 'numeric', month: 'short', day: 'numeric', ...clock });
  return {
    moment: (atMs) => (yearOf(atMs) === yearOf(nowMs()) ? ofThisYear(atMs) : ofAnyYear(atMs)),
    fullMoment: ofAnyYear,
    day: of({ year: 'numeric', month: 'short', day: 'numeric' }),
    month: of({ year: 'numeric', month: 'long' }),
    weekday: of({ weekday: 'short' }),
    time: of(clock),
    distance: (atMs, fromMs) => (isMoment(atMs) && isMoment(fromMs) ? relative.format(...inLargestUnit(atMs - fromMs)) : impossible),
    duration: (spanMs) => {
      if (!(Math.abs(spanMs) <= centuryMs)) return impossible;
      const parts = inUnits(spanMs).map((value, index) => ({ value, text: units[index]?.format(value) ?? '' }));
      const first = parts.findIndex(({ value }) => value > 0);
      const told = first < 0 ? parts.slice(-1) : parts.slice(first, first + 2).filter(({ value }) => value > 0);
      return list.format(told.map(({ text }) => text));
    },
    number: (value) => number.format(value),
    money: (fen) => money.format(yuanOf(fen)),
  };
}

/** In the operator's zone, as all that is shown (TIME). */
function yearOf(atMs: number): string {
  return dayOf(atMs).slice(0, 4);
}

/** Rounded towards now, so that "in 2 hours" never promises more time than there is. */
function inLargestUnit(spanMs: number): [number, Intl.RelativeTimeFormatUnit] {
  const size = Math.abs(spanMs);
  if (size >= 2 * dayMs) return [Math.trunc(spanMs / dayMs), 'day'];
  if (size >= hourMs) return [Math.trunc(spanMs / hourMs), 'hour'];
  return [Math.trunc(spanMs / minuteMs), 'minute'];
}

/** Whole days, hours and minutes. */
function inUnits(spanMs: number): [number, number, number] {
  return [Math.floor(spanMs / dayMs), Math.floor((spanMs % dayMs) / hourMs), Math.floor((spanMs % hourMs) / minuteMs)];
}
