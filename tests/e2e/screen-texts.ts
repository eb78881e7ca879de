import { english } from '../../app/src/i18n/en/all.ts';
import { chinese } from '../../app/src/i18n/zh-CN/all.ts';
import { access } from '../../app/src/i18n/zh-CN/access.ts';
import { approvals } from '../../app/src/i18n/zh-CN/approvals.ts';
import { assist } from '../../app/src/i18n/zh-CN/assist.ts';
import { board } from '../../app/src/i18n/zh-CN/board.ts';
import { books } from '../../app/src/i18n/zh-CN/books.ts';
import { changes } from '../../app/src/i18n/zh-CN/changes.ts';
import { clocks } from '../../app/src/i18n/zh-CN/clocks.ts';
import { closure } from '../../app/src/i18n/zh-CN/closure.ts';
import { complaint } from '../../app/src/i18n/zh-CN/complaint.ts';
import { lock } from '../../app/src/i18n/zh-CN/lock.ts';
import { link } from '../../app/src/i18n/zh-CN/link.ts';
import { messages } from '../../app/src/i18n/zh-CN/messages.ts';
import { particulars } from '../../app/src/i18n/zh-CN/particulars.ts';
import { policy } from '../../app/src/i18n/zh-CN/policy.ts';
import { promises } from '../../app/src/i18n/zh-CN/promises.ts';
import { recording } from '../../app/src/i18n/zh-CN/recording.ts';
import { refund } from '../../app/src/i18n/zh-CN/refund.ts';
import { workbench } from '../../app/src/i18n/zh-CN/workbench.ts';
import { workOrder } from '../../app/src/i18n/zh-CN/workOrder.ts';

/** In Chinese the words about a complaint, money and time come with their pages, not with the first load. */
const zhCN = {
  ...chinese,
  access,
  approvals,
  assist,
  board,
  books,
  changes,
  clocks,
  closure,
  complaint,
  lock,
  link,
  messages,
  particulars,
  policy,
  promises,
  recording,
  refund,
  workbench,
  workOrder,
};

/** What the staff's screens say, in each language. */
export const textsIn = { 'zh-CN': zhCN, en: english as unknown as typeof zhCN };

/** A text with its values put in, as the page shows it. */
export function filled(text: string, values: Record<string, string>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}
