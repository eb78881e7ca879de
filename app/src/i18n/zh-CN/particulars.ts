export const particulars = {
  place: { label: '故障地点', urban: '城镇', rural: '农村', hint: '说不清可不选，先按城镇的时限办理。' },
  paidAtMs: { label: '缴清欠费的时间', hint: '缴清后 48 小时内应恢复；问不到可不填，以后补充。', wrong: '请填完整的日期和时间。' },
  bills: {
    label: '账单金额（元）',
    hint: '四项都填才能判断；没有账单可不填，以后补充。',
    of: { now: '本期账单', oneBefore: '前一个月', twoBefore: '前两个月', threeBefore: '前三个月' },
    wrong: '请填金额，没有费用填 0。',
  },
  duty: {
    heading: '法定义务',
    repair: '须在 {{moment}} 前修复（{{place}}）。',
    repairOver: '修复期限 {{moment}} 已过（{{place}}）：请告知用户，并免收故障期间的月租费。',
    placeOf: { urban: '城镇 {{hours}} 小时', rural: '农村 {{hours}} 小时', unknown: '未说明地点，按城镇 {{hours}} 小时' },
    restore: '须在 {{moment}} 前恢复服务（缴清后 {{hours}} 小时）。',
    restoreOver: '恢复服务的期限 {{moment}} 已过：请立即恢复，并向用户说明。',
    restoreUnknown: '用户缴清欠费后 {{hours}} 小时内应恢复服务；请补充缴清的时间。',
    abnormal: '本期 {{now}}，前三个月平均 {{mean}}，超过 {{factor}} 倍：必须立即告知用户，并查明原因。',
    usual: '本期 {{now}}，前三个月平均 {{mean}}，没有超过 {{factor}} 倍。',
    billsUnknown: '账单超过前三个月平均 {{factor}} 倍的，必须立即告知用户；请补充本期和前三个月的账单金额。',
  },
  told: { place: '地点：{{place}}', paid: '缴清欠费：{{moment}}', bills: '账单：{{bills}}', nothing: '没有可补充的' },
} as const;
