import type { PageLanguage } from './language.ts';

interface DeskTexts {
  photos: { title: string; send: string; sending: string; sent: string; full: string; refused: string; failed: string; missing: string };
  times: {
    title: string;
    hint: string;
    choices: Record<CallTime, string>;
    said: (times: readonly string[]) => string;
    send: string;
    missing: string;
    arrived: string;
  };
  calendar: { title: string; text: (when: string) => string; save: string; event: (number: string) => string };
}

export const callTimes = ['weekdayMorning', 'weekdayAfternoon', 'evening', 'weekend'] as const;
export type CallTime = (typeof callTimes)[number];

/** What else a customer can do on their page; loaded once they open it. */
export const deskTexts: Record<PageLanguage, DeskTexts> = {
  zh: {
    photos: {
      title: '补充照片',
      send: '上传照片',
      sending: '正在上传，请保持页面打开…',
      sent: '照片已上传，处理人员能看到。',
      full: '这件投诉的照片已经够多了，没有再加上。',
      refused: '这张照片不能用，没有加上。',
      failed: '没有传上去，请稍后再试。',
      missing: '请先选照片。',
    },
    times: {
      title: '方便接电话的时间',
      hint: '可多选。晚上十点到早上八点我们不打电话。',
      choices: { weekdayMorning: '工作日上午', weekdayAfternoon: '工作日下午', evening: '晚上 18–21 点', weekend: '周末' },
      said: (times) => `方便接电话的时间：${times.join('、')}。`,
      send: '告诉处理人员',
      missing: '请至少选一项。',
      arrived: '已告诉处理人员。',
    },
    calendar: {
      title: '记到日历',
      text: (when) => `我们承诺在 ${when} 前答复。`,
      save: '下载日历提醒',
      event: (number) => `投诉 ${number} 应在此前答复`,
    },
  },
  en: {
    photos: {
      title: 'Add photos',
      send: 'Send photos',
      sending: 'Sending; keep this page open…',
      sent: 'The photos have arrived; whoever handles it can see them.',
      full: 'There are as many photos as a complaint takes; no more were added.',
      refused: 'This photo cannot be used and was not added.',
      failed: 'They could not be sent. Please try again later.',
      missing: 'Choose a photo first.',
    },
    times: {
      title: 'When you can take a call',
      hint: 'One or more. We do not call between ten in the evening and eight in the morning.',
      choices: { weekdayMorning: 'Weekday mornings', weekdayAfternoon: 'Weekday afternoons', evening: 'Evenings, 18–21', weekend: 'Weekends' },
      said: (times) => `I can take a call: ${times.join(', ')}.`,
      send: 'Tell whoever handles it',
      missing: 'Choose at least one.',
      arrived: 'They have been told.',
    },
    calendar: {
      title: 'Put it into your calendar',
      text: (when) => `We have promised an answer by ${when}.`,
      save: 'Save a calendar reminder',
      event: (number) => `Complaint ${number} is to be answered by now`,
    },
  },
};
