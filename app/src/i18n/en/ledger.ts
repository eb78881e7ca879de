import type { ledger as original } from '../zh-CN/ledger.ts';
import type { Translation } from '../translation.ts';

export const ledger = {
  bucket: { cash: 'Cash', rechargeCard: 'Recharge card', promotional: 'Promotional credit' },
  company: {
    refunds: 'Refunds paid',
    cashDesk: 'Cash desk',
    rechargeCards: 'Recharge cards',
    lapsed: 'Lapsed credit',
    arrears: 'Arrears kept',
    opening: 'Opening balance',
  },
  several: 'Several accounts',
  unknown: 'Another account',
  accountKind: { goTone: 'GoTone (postpaid)', prepaid: 'Prepaid' },
  accountState: { open: 'Open', blocked: 'Blocked', closed: 'Closed' },
} satisfies Translation<typeof original>;
