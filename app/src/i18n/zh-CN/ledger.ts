export const ledger = {
  bucket: { cash: '现金余额', rechargeCard: '充值卡余额', promotional: '赠送余额' },
  company: {
    refunds: '退费支出',
    cashDesk: '现金柜',
    rechargeCards: '充值卡库存',
    lapsed: '作废收入',
    arrears: '欠费挂账',
    opening: '期初余额',
  },
  several: '多个账户',
  unknown: '其他账户',
  accountKind: { goTone: '全球通（后付费）', prepaid: '预付费' },
  accountState: { open: '正常', blocked: '停用', closed: '已销户' },
} as const;
