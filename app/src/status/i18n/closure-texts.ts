import type { ClosureStatusView } from '@shouwen/domain/closure/status-states';
import type { PageLanguage } from './language.ts';

interface ClosureTexts {
  title: string;
  states: Record<ClosureStatusView['state'], string>;
  account: string;
  target: string;
  closedAt: string;
  moves: string;
  paidOut: string;
  lapses: string;
  owed: string;
  cancel: (until: string) => string;
  cancelAsked: string;
  wrong: string;
}

/** What a customer's page about a closing says; loaded with that page alone. */
export const closureTexts: Record<PageLanguage, ClosureTexts> = {
  zh: {
    title: '销户办理进度',
    states: {
      awaitingConfirmation: '已受理，等第二人确认。账户还没有销户。',
      closed: '账户已销户，余额已冻结，等待结转。',
      held: '账户已销户，余额暂时转不出去，正在处理。',
      settled: '账户已销户，余额已结清。',
      refused: '没有办成。账户没有销户，余额没有变动。',
      cancelled: '销户已撤销，账户恢复使用。',
    },
    account: '账户号码',
    target: '转入号码',
    closedAt: '销户时间',
    moves: '转入',
    paidOut: '退现金',
    lapses: '作废',
    owed: '记为欠费',
    cancel: (until) => `${until} 以前可以到营业厅申请撤销。`,
    cancelAsked: '已申请撤销，等待批准。',
    wrong: '如果不是您本人办理，请立即到营业厅或拨打服务热线。',
  },
  en: {
    title: 'Closing your account',
    states: {
      awaitingConfirmation: 'Taken in; a second person has yet to confirm it. The account is not closed.',
      closed: 'The account is closed and what is left is frozen until it moves.',
      held: 'The account is closed; what is left cannot move at the moment and is being seen to.',
      settled: 'The account is closed and nothing is left on it.',
      refused: 'It did not go through. The account is open and nothing has moved.',
      cancelled: 'The closing was cancelled and the account is in use again.',
    },
    account: 'Account',
    target: 'Transfers to',
    closedAt: 'Closed',
    moves: 'Moves',
    paidOut: 'Paid out in cash',
    lapses: 'Lapses',
    owed: 'Kept as a debt',
    cancel: (until) => `Until ${until} it can be cancelled at the outlet.`,
    cancelAsked: 'Cancelling has been asked for and waits to be granted.',
    wrong: 'If this was not you, go to an outlet or call the hotline at once.',
  },
};
