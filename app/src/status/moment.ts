import type { Language } from './i18n/language.ts';

const options: Intl.DateTimeFormatOptions = { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' };
const formats: Record<Language, Intl.DateTimeFormat> = { zh: new Intl.DateTimeFormat('zh-CN', options), en: new Intl.DateTimeFormat('en-GB', options) };

/** A moment in the operator's zone, wherever the reader is. */
export function formatMoment(atMs: number, language: Language): string {
  return formats[language].format(atMs);
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', timeStyle: 'short', hourCycle: 'h23' });

/** The time of day, for moments of today. */
export function formatTime(atMs: number): string {
  return clock.format(atMs);
}
