import type { PageLanguage } from './language.ts';

interface IntakeTexts {
  title: string;
  lead: string;
  operator: string;
  phone: Field;
  name: Field;
  what: Field & { left: (count: number) => string; over: (count: number) => string };
  occurred: Field;
  group: Field;
  asks: Field;
  mailItem: Pick<Field, 'label' | 'hint'>;
  service: { label: string; unknown: string };
  photos: {
    label: string;
    hint: string;
    unreadable: string;
    tooMany: (most: number) => string;
    remove: (place: number) => string;
    named: (place: number) => string;
  };
  submit: string;
  clear: string;
  kept: string;
  sending: string;
  proving: string;
  waiting: string;
  tooMany: string;
  refused: string;
  done: {
    title: string;
    promise: (when: string) => string;
    keep: string;
    code: string;
    open: string;
    copy: string;
    copied: string;
    photosSending: (left: number) => string;
    photosSent: (count: number) => string;
    photosFailed: string;
    another: string;
  };
}

interface Field {
  label: string;
  hint: string;
  missing: string;
}

/** What the page on which customers record by themselves says (REC-5); loaded with that page alone. */
export const intakeTexts: Record<PageLanguage, IntakeTexts> = {
  zh: {
    title: '我要投诉',
    lead: '不用登录。提交后马上得到编号、答复时限和查询链接。',
    operator: '投诉哪一家',
    phone: { label: '您的电话号码', hint: '我们会打这个号码与您联系。', missing: '请填完整的手机号或带区号的座机号。' },
    name: { label: '怎样称呼您', hint: '例如：王先生。', missing: '请填写称呼。' },
    what: {
      label: '发生了什么事',
      hint: '请写明时间、地点和经过。',
      missing: '请写下发生了什么事。',
      left: (count) => `还可输入 ${count} 字。`,
      over: (count) => `超出 ${count} 字，请删减后再提交。`,
    },
    occurred: { label: '什么时候发生的', hint: '记不清的，填大概的时间。', missing: '请填已经过去的日期和时间。' },
    group: { label: '属于哪一类', hint: '拿不准的，选最接近的一类，我们会核对。', missing: '请选一类。' },
    asks: { label: '您希望（可多选）', hint: '答复时会逐项说明结果。', missing: '请至少选一项。' },
    mailItem: { label: '邮件号码（选填）', hint: '面单上的号码，例如 EA123456785CN。' },
    service: { label: '哪种业务', unknown: '说不清' },
    photos: {
      label: '照片（选填）',
      hint: '例如账单、短信截图、包裹外观，最多 3 张。',
      unreadable: '有照片打不开，没有加上。',
      tooMany: (most) => `最多 ${most} 张，多出的没有加上。`,
      remove: (place) => `去掉照片 ${place}`,
      named: (place) => `照片 ${place}`,
    },
    submit: '提交投诉',
    clear: '清除填写的内容',
    kept: '填写的内容暂存在这台设备上（照片除外），提交后或 24 小时后清除。不是自己的设备，离开前请清除。',
    sending: '正在提交…',
    proving: '正在提交，请稍候几秒…',
    waiting: '没有连上网络，还没有提交。请保持页面打开，连上后自动提交。',
    tooMany: '今天用这个号码或在这个网络提交的次数太多了。请明天再试，或拨打服务热线。',
    refused: '没有提交成功，请核对填写的内容，或拨打服务热线。',
    done: {
      title: '已收到您的投诉',
      promise: (when) => `我们会在 ${when} 前答复您。`,
      keep: '请保存下面的链接或编号，凭它查看进度、补充情况。',
      code: '查询进度的二维码',
      open: '查看进度',
      copy: '复制链接',
      copied: '链接已复制。',
      photosSending: (left) => `还有 ${left} 张照片正在上传，请保持页面打开。`,
      photosSent: (count) => `${count} 张照片已上传。`,
      photosFailed: '有照片没有传上去，可在进度页补充说明。',
      another: '再提交一件',
    },
  },
  en: {
    title: 'Make a complaint',
    lead: 'No account is needed. You get a number, the time by which you will be answered and a link at once.',
    operator: 'About whom',
    phone: { label: 'Your phone number', hint: 'We will call you at this number.', missing: 'Enter a whole mobile number, or a landline with its area code.' },
    name: { label: 'Your name', hint: 'As we should address you.', missing: 'Enter your name.' },
    what: {
      label: 'What happened',
      hint: 'Say when and where, and what happened.',
      missing: 'Write down what happened.',
      left: (count) => `${count} characters left.`,
      over: (count) => `${count} characters too many; please shorten it.`,
    },
    occurred: { label: 'When it happened', hint: 'About when, if you are not sure.', missing: 'Enter a date and time that have passed.' },
    group: { label: 'What it is about', hint: 'If you are not sure, choose the closest; we check it.', missing: 'Choose one.' },
    asks: { label: 'What you ask for (one or more)', hint: 'The answer will say for each what became of it.', missing: 'Choose at least one.' },
    mailItem: { label: 'Number of the mail item (optional)', hint: 'As on the label, for example EA123456785CN.' },
    service: { label: 'Which service', unknown: 'I cannot tell' },
    photos: {
      label: 'Photos (optional)',
      hint: 'A bill, a message or a parcel, for example; three at most.',
      unreadable: 'A photo could not be opened and was not added.',
      tooMany: (most) => `${most} at most; the others were not added.`,
      remove: (place) => `Remove photo ${place}`,
      named: (place) => `Photo ${place}`,
    },
    submit: 'Send the complaint',
    clear: 'Clear what I have typed',
    kept: 'What you type is kept on this device, without photos, until it is sent or for 24 hours. On somebody else’s device, clear it before you leave.',
    sending: 'Sending…',
    proving: 'Sending, a few seconds please…',
    waiting: 'There is no connection; it has not been sent. Keep this page open: it is sent as soon as there is one.',
    tooMany: 'Too many have been sent today for this number or from this network. Try again tomorrow, or call the hotline.',
    refused: 'It could not be sent. Check what you have entered, or call the hotline.',
    done: {
      title: 'Your complaint has been received',
      promise: (when) => `You will be answered by ${when}.`,
      keep: 'Keep this link or the number: with it you follow the progress and add information.',
      code: 'Code that leads to the progress',
      open: 'See the progress',
      copy: 'Copy the link',
      copied: 'The link has been copied.',
      photosSending: (left) => `${left} photos are still being sent; keep this page open.`,
      photosSent: (count) => `${count} photos have been sent.`,
      photosFailed: 'Some photos could not be sent; you can add information on the page.',
      another: 'Make another complaint',
    },
  },
};
