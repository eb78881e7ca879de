import i18next from 'i18next';
import { access } from './zh-CN/access.ts';
import { approvals } from './zh-CN/approvals.ts';
import { assist } from './zh-CN/assist.ts';
import { board } from './zh-CN/board.ts';
import { books } from './zh-CN/books.ts';
import { changes } from './zh-CN/changes.ts';
import { clocks } from './zh-CN/clocks.ts';
import { closure } from './zh-CN/closure.ts';
import { complaint } from './zh-CN/complaint.ts';
import { ledger } from './zh-CN/ledger.ts';
import { link } from './zh-CN/link.ts';
import { lock } from './zh-CN/lock.ts';
import { messages } from './zh-CN/messages.ts';
import { particulars } from './zh-CN/particulars.ts';
import { policy } from './zh-CN/policy.ts';
import { presence } from './zh-CN/presence.ts';
import { promises } from './zh-CN/promises.ts';
import { push } from './zh-CN/push.ts';
import { recording } from './zh-CN/recording.ts';
import { refund } from './zh-CN/refund.ts';
import { workbench } from './zh-CN/workbench.ts';
import { workOrder } from './zh-CN/workOrder.ts';

/** Chinese texts that come with the pages that speak them, so that the first screen does not wait for them. English comes as a whole. */
const later = {
  access,
  approvals,
  assist,
  board,
  books,
  changes,
  clocks,
  closure,
  complaint,
  ledger,
  link,
  lock,
  messages,
  particulars,
  policy,
  presence,
  promises,
  push,
  recording,
  refund,
  workbench,
  workOrder,
};
export type LaterTexts = typeof later;

for (const [namespace, texts] of Object.entries(later)) i18next.addResourceBundle('zh-CN', namespace, texts);
