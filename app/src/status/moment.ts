import { isMoment, momentWithoutWords } from '@shouwen/domain/kernel/moment';
import type { PageLanguage } from './i18n/language.ts';

const options: Intl.DateTimeFormatOptions = { timeZone: 'Asia/Shanghai', dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' };
const formats: Record<PageLanguage, Intl.DateTimeFormat> = { zh: new Intl.DateTimeFormat('zh-CN', options), en: new Intl.DateTimeFormat('en-GB', options) };

/** A moment in the operator's zone, wherever the reader is. */
export function formatMoment(atMs: number, language: PageLanguage): string {
  return isMoment(atMs) ? formats[language].format(atMs) : momentWithoutWords[language];
}

const currency: Intl.NumberFormatOptions = { style: 'currency', currency: 'CNY', currencyDisplay: 'narrowSymbol' };
const money: Record<PageLanguage, Intl.NumberFormat> = { zh: new Intl.NumberFormat('zh-CN', currency), en: new Intl.NumberFormat('en-GB', currency) };

/** Integer fen in yuan, through text, so that no fraction is ever a floating-point number. */
export function formatMoney(fen: number, language: PageLanguage): string {
  const digits = String(fen).padStart(3, '0');
  return money[language].format(`${digits.slice(0, -2)}.${digits.slice(-2)}` as `${number}`);
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Shanghai', timeStyle: 'short', hourCycle: 'h23' });

/** The time of day, for moments of today. */
export function formatTime(atMs: number): string {
  return isMoment(atMs) ? clock.format(atMs) : '';
}
