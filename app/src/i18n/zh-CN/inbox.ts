export const inbox = {
  title: '消息',
  unread: '未读',
  empty: { title: '没有消息', text: '派单、催办、转交和客户的回应会通知到这里。' },
  failed: { title: '消息载入失败', text: '请稍后再试；一直这样时，请告诉管理员是哪个页面。' },
  offline: '没有网络，新消息会在恢复后出现。',
} as const;
