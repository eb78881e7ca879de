import { refundForms } from '@shouwen/domain/refund/refund';
import type { CommandPolicy } from './command-policies.ts';
import { cardNumber, type FieldPolicy, nonEmptyText, oneOf, only, orNothing, text, whole } from './field-policy.ts';

export const mostFen = 10_000_000;

export const accountNoPolicy: FieldPolicy = {
  types: [],
  accepts: { 'four characters': 'T-01', 'thirty-six characters': 'A'.repeat(36) },
  refuses: {
    'three characters': 'T-1',
    'thirty-seven characters': 'A'.repeat(37),
    'an empty text': '',
    'the operator’s own': 'company:refunds',
    'a path': 'T-01/private/x',
    'a trailing space': 'T-3208010 ',
    'a line break': 'T-3208010\n',
    'letters that are not ASCII': '账号账号账号',
  },
};
export const accountNoOrNullPolicy: FieldPolicy = { ...accountNoPolicy, types: ['nothing'], accepts: { none: null, ...accountNoPolicy.accepts } };

/** An amount that is pinned can be any, for a closed account's cash has no limit. */
const pins = { seq: whole(0, Number.MAX_SAFE_INTEGER), amountFen: whole(1, Number.MAX_SAFE_INTEGER), packVersion: text(30) };
const reason = nonEmptyText(500);

const cashHandOver = { payee: '王小明', shownPaper: 'idCard', voucherNo: 'V-0001', isSigned: true };

export const refundCommandPolicies: readonly CommandPolicy[] = [
  { types: ['refuse', 'askMore', 'reverse'], parameters: { ...pins, reason } },
  { types: ['approve'], parameters: { ...pins, isBatch: { types: ['truth'], accepts: { no: false } } } },
  { types: ['handToDeputy'], parameters: pins },
  {
    types: ['execute'],
    parameters: {
      ...pins,
      cash: {
        mayBeMissing: true,
        types: ['nothing'],
        accepts: {
          'nothing, which is none in cash': null,
          'a name of one sign': { ...cashHandOver, payee: '王' },
          ...Object.fromEntries(['passport', 'residencePermit', 'authorisation'].map((shownPaper) => [shownPaper, { ...cashHandOver, shownPaper }])),
          'as the clerk takes it down': cashHandOver,
        },
        refuses: {
          'no payee at all': { shownPaper: 'idCard', voucherNo: 'V-0001', isSigned: true },
          'a list of payees': { ...cashHandOver, payee: ['王小明'] },
          'a list of vouchers': { ...cashHandOver, voucherNo: ['V-0001'] },
          'something else instead of a signature': { payee: '王小明', shownPaper: 'idCard', voucherNo: 'V-0001', note: '长' },
          'nobody who took it': { ...cashHandOver, payee: '' },
          'too long a name': { ...cashHandOver, payee: '王'.repeat(61) },
          'an unknown paper': { ...cashHandOver, shownPaper: 'libraryCard' },
          'no voucher': { ...cashHandOver, voucherNo: '' },
          'a voucher without a number': { ...cashHandOver, voucherNo: '--' },
          'too long a number': { ...cashHandOver, voucherNo: 'V'.repeat(41) },
          'no signature': { ...cashHandOver, isSigned: false },
          'something more': { ...cashHandOver, note: '长' },
        },
      },
    },
  },
  {
    types: ['amend'],
    parameters: {
      text: nonEmptyText(2000),
      newAmountFen: whole(1, mostFen),
      form: oneOf([...refundForms], { 'an unknown form': 'topUp' }),
      accountNo: accountNoOrNullPolicy,
      cardSerial: orNothing(cardNumber),
    },
  },
  { types: ['withdraw'], parameters: { reason } },
];

export const closureCommandPolicies: readonly CommandPolicy[] = [
  { types: ['confirm'], parameters: { seq: whole(0, Number.MAX_SAFE_INTEGER) } },
  { types: ['refuse', 'cancel'], parameters: { reason } },
  { types: ['confirmCancel', 'refuseCancel'], parameters: {} },
  { types: ['changeTarget'], parameters: { targetAccountNo: accountNoPolicy, identityChecked: only(['truth'], { 'not checked': false }) } },
];
