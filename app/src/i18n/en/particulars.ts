export const particulars = {
  place: { label: 'Where the fault is', urban: 'In town', rural: 'In the country', hint: 'If nobody can tell, leave it open: the time for towns counts.' },
  paidAtMs: {
    label: 'When what was owed was paid',
    hint: 'The service is to be back within 48 hours of that. If nobody can tell, leave it open and add it later.',
    wrong: 'Enter the whole date and time.',
  },
  bills: {
    label: 'Bills in yuan',
    hint: 'All four are needed to judge. Without the bills leave them open and add them later.',
    of: { now: 'This bill', oneBefore: '1 month before', twoBefore: '2 months before', threeBefore: '3 months before' },
    wrong: 'Enter an amount, 0 where there was none.',
  },
  duty: {
    heading: 'Duty of law',
    repair: 'To be mended by {{moment}} ({{place}}).',
    repairOver: 'It was to be mended by {{moment}} ({{place}}): tell the user, and waive the rent for the time of the fault.',
    placeOf: { urban: 'in town {{hours}} hours', rural: 'in the country {{hours}} hours', unknown: 'place not told, {{hours}} hours as in town' },
    restore: 'To be back by {{moment}} ({{hours}} hours after payment).',
    restoreOver: 'It was to be back by {{moment}}: restore it at once, and explain to the user.',
    restoreUnknown: 'The service is to be back within {{hours}} hours of payment. Add when the user paid.',
    abnormal:
      'This bill is {{now}}, the mean of the three months before {{mean}}: more than {{factor}} times. The user has to be told at once, and the cause found.',
    usual: 'This bill is {{now}}, the mean of the three months before {{mean}}: not more than {{factor}} times.',
    billsUnknown:
      'Of a bill more than {{factor}} times the mean of the three months before, the user has to be told at once. Add this bill and the three before it.',
  },
  told: { place: 'Place: {{place}}', paid: 'Paid: {{moment}}', bills: 'Bills: {{bills}}', nothing: 'Nothing to add' },
} as const;
