import { english } from '../../app/src/i18n/en/all.ts';
import { chinese } from '../../app/src/i18n/zh-CN/all.ts';
import { approvals } from '../../app/src/i18n/zh-CN/approvals.ts';
import { books } from '../../app/src/i18n/zh-CN/books.ts';
import { closure } from '../../app/src/i18n/zh-CN/closure.ts';
import { refund } from '../../app/src/i18n/zh-CN/refund.ts';

const zhCN = { ...chinese, approvals, books, closure, refund };

/** The words of the screens about money; in Chinese they come with their pages, not with the first load. */
export const moneyTextsIn = { 'zh-CN': zhCN, en: english as unknown as typeof zhCN };

/** A text with its values put in, as the page shows it. */
export function filled(text: string, values: Record<string, string>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}
