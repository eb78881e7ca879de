import type { LaterTexts } from '../later-texts.ts';
import type { chinese } from '../zh-CN/all.ts';
import { access } from './access.ts';
import { approvals } from './approvals.ts';
import { assist } from './assist.ts';
import { board } from './board.ts';
import { books } from './books.ts';
import { changes } from './changes.ts';
import { clocks } from './clocks.ts';
import { closure } from './closure.ts';
import { complaint } from './complaint.ts';
import { inbox } from './inbox.ts';
import { ledger } from './ledger.ts';
import { link } from './link.ts';
import { lock } from './lock.ts';
import { me } from './me.ts';
import { messages } from './messages.ts';
import { outbox } from './outbox.ts';
import { particulars } from './particulars.ts';
import { policy } from './policy.ts';
import { presence } from './presence.ts';
import { promises } from './promises.ts';
import { push } from './push.ts';
import { recording } from './recording.ts';
import { refund } from './refund.ts';
import { shell } from './shell.ts';
import { signIn } from './signIn.ts';
import { vocabulary } from './vocabulary.ts';
import { workbench } from './workbench.ts';
import { workOrder } from './workOrder.ts';
import { worklist } from './worklist.ts';

export const english = {
  access,
  approvals,
  assist,
  board,
  books,
  changes,
  clocks,
  closure,
  complaint,
  inbox,
  ledger,
  link,
  lock,
  me,
  messages,
  outbox,
  particulars,
  policy,
  presence,
  promises,
  push,
  recording,
  refund,
  shell,
  signIn,
  vocabulary,
  workbench,
  workOrder,
  worklist,
} satisfies Record<keyof typeof chinese | keyof LaterTexts, object>;
