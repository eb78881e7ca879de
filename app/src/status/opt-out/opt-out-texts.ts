import type { PageLanguage } from '../i18n/language.ts';

type OptOutTexts = Record<'asking' | 'unknown' | 'again' | 'notSetUp' | 'isOut' | 'isIn' | 'optOut' | 'comeBack', string>;

/** What the page says of messages; loaded when somebody wants to know. */
export const optOutTexts: Record<PageLanguage, OptOutTexts> = {
  zh: {
    asking: '请稍候…',
    unknown: '没有连上，请稍后再试。',
    again: '重试',
    notSetUp: '进展不发短信，请在本页查看。',
    isOut: '您已不接收短信。进展请在本页查看，答复会打电话告知。',
    isIn: '有进展时会发短信告知您。',
    optOut: '不再接收短信',
    comeBack: '恢复接收短信',
  },
  en: {
    asking: 'One moment…',
    unknown: 'Could not be reached. Try again later.',
    again: 'Try again',
    notSetUp: 'No messages are sent. Look at this page for news.',
    isOut: 'You get no messages. News is on this page, and you will be called with the answer.',
    isIn: 'You get a message when there is news.',
    optOut: 'No more messages',
    comeBack: 'Get messages again',
  },
};
