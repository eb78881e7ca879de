import type { Bilingual } from '../kernel/bilingual.ts';
import type { HeldReason } from './closure.ts';

/** Why what is left of a closed account cannot move, and what to do about it (CLO-3). */
export const heldWording: Readonly<Record<HeldReason, Bilingual>> = {
  targetMissing: {
    zh: '客户没有指定转入账户。请联系客户到营业厅指定。',
    en: 'The customer has not named a target account. Ask them to come to the outlet and name one.',
  },
  targetUnknown: { zh: '转入账户不存在。请客户另指一个。', en: 'The target account does not exist. Ask the customer for another one.' },
  targetClosed: { zh: '转入账户已销户。请客户另指一个。', en: 'The target account is closed. Ask the customer for another one.' },
  targetBlocked: {
    zh: '转入账户已停用。请客户恢复使用，或另指一个。',
    en: 'The target account is blocked. Ask the customer to have it unblocked, or to name another one.',
  },
  identityNotChecked: {
    zh: '还没有核验客户本人的证件。请客户持有效证件到场，重新确认转入账户。',
    en: 'The customer’s identification has not been checked. Ask them to come with it, then confirm the target account.',
  },
  lapseNotConfirmed: {
    zh: '有余额将作废，还没有第二人确认。请补充证件资料，由营业厅主任确认，或撤销销户。',
    en: 'Part of it would lapse and no second person has confirmed that. File the evidence and have the outlet manager confirm it, or cancel the closing.',
  },
  billingRejected: {
    zh: '计费系统没有接受。系统会再试；一直不成功请联系账务中心。',
    en: 'The billing system did not accept it. It will be tried again; if it keeps failing, ask the billing centre.',
  },
};
