export const workbench = {
  title: '工作台',
  all: '全部',
  asOf: '截至 {{moment}}',
  orMore: '{{number}}+',
  counting: '正在统计',
  unknown: '数目未知',
  failed: '有的数字没有统计出来。',
  offline: '没有网络，数字是上次看到的。',
} as const;
