import { foldedText } from '@shouwen/domain/kernel/folded-text';
import { accountNoPattern } from '@shouwen/domain/ledger/account';
import { writtenNumber } from '@shouwen/domain/kernel/written-id';
import type { Pack } from '@shouwen/domain/policy/pack';
import type { RefundForm } from '@shouwen/domain/refund/refund';
import { type Calculation, calculationSchema, monthsBetween, type Suggestion, suggestRefund } from '@shouwen/domain/refund/sum/suggestion';
import { type AmountFault, readAmount } from '../../../platform/device/amount-typing.ts';
import { oddYearIn } from '../../../platform/device/local-moment.ts';

/** What can be typed; each is a field of its own with a fault of its own. */
export type MoneyField = 'chargedFen' | 'monthlyFen' | 'priceFen' | 'lossFen' | 'postageFen' | 'declaredFen';
export type FormField = MoneyField | 'method' | 'months' | 'from' | 'to' | 'lostPercent' | 'amount' | 'form' | 'accountNo' | 'cardSerial' | 'reason';

export type Method = Calculation['method'];

/** What has been typed so far, as it was typed. `method` is `free` where the amount is not calculated. */
export type RefundDraft = Partial<Record<FormField, string>>;

export type Fault = AmountFault | 'notChosen' | 'notWhole' | 'notPercent' | 'badAccountNo';
export type Faults = Partial<Record<FormField, Fault>>;

interface CalculationField {
  name: MoneyField | 'months' | 'lostPercent';
  kind: 'money' | 'months' | 'percent';
}

const money = (name: MoneyField): CalculationField => ({ name, kind: 'money' });

/** What each way of working an amount out asks for (REF-7). */
export const calculationFields: Record<Method, readonly CalculationField[]> = {
  single: [money('chargedFen')],
  months: [money('monthlyFen'), { name: 'months', kind: 'months' }],
  double: [money('chargedFen')],
  fraud: [money('priceFen')],
  uninsuredMail: [money('lossFen'), money('postageFen')],
  registeredLetter: [money('postageFen')],
  insuredMail: [money('declaredFen'), { name: 'lostPercent', kind: 'percent' }],
};

/** The calculation as far as it is complete; null where the amount is not calculated. */
export type ReadCalculation = { ok: true; calculation: Calculation | null; suggestion: Suggestion | null } | { ok: false; faults: Faults };

export function readCalculation(draft: RefundDraft, pack: Pack): ReadCalculation {
  const method = draft.method ?? '';
  if (method === '') return { ok: false, faults: { method: 'notChosen' } };
  if (method === 'free') return { ok: true, calculation: null, suggestion: null };
  const fields = calculationFields[method as Method];
  const read = fields.map((field) => ({ field, value: readField(field, draft, pack.refunds.mostFen) }));
  const faults: Faults = {};
  for (const { field, value } of read) if (typeof value !== 'number') faults[field.name] = value;
  if (Object.keys(faults).length > 0) return { ok: false, faults };
  const calculation = calculationSchema.parse({ method, ...Object.fromEntries(read.map(({ field, value }) => [field.name, value])) });
  return { ok: true, calculation, suggestion: suggestRefund(calculation, pack) };
}

function readField({ name, kind }: CalculationField, draft: RefundDraft, mostFen: number): number | Fault {
  const typed = draft[name] ?? '';
  if (kind === 'money') {
    const amount = readAmount(typed, mostFen);
    return amount.ok ? amount.fen : amount.fault;
  }
  const text = foldedText(typed);
  if (text === '') return 'missing';
  const most = kind === 'months' ? 600 : 100;
  const isWhole = /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= most;
  return isWhole ? Number(text) : kind === 'months' ? 'notWhole' : 'notPercent';
}

/** Whole months between two chosen ones, for the field that holds their number; null until both make sense. */
export function monthsChosen({ from = '', to = '' }: RefundDraft): number | null {
  if (!/^\d{4}-\d{2}$/.test(from) || !/^\d{4}-\d{2}$/.test(to)) return null;
  if (oddYearIn(from) || oddYearIn(to)) return null;
  const months = monthsBetween(from, to);
  return months >= 1 && months <= 600 ? months : null;
}

/** All that the requester decides. */
export interface RefundContent {
  amountFen: number;
  form: RefundForm;
  accountNo: string | null;
  cardSerial: string | null;
  calculation: Calculation | null;
  reason: string;
}

export type BuiltRefund = { ok: true; content: RefundContent } | { ok: false; faults: Faults };

/** Turns what was typed into a request, or says field by field what is wrong with it. */
export function buildRefund(draft: RefundDraft, pack: Pack): BuiltRefund {
  const calculated = readCalculation(draft, pack);
  const amount = readAmount(draft.amount ?? '', pack.refunds.mostFen);
  const paid = readPayment(draft);
  const reason = (draft.reason ?? '').trim();
  const faults: Faults = {
    ...(calculated.ok ? {} : calculated.faults),
    ...(amount.ok ? {} : { amount: amount.fault }),
    ...(paid.ok ? {} : paid.faults),
    ...(reason === '' ? { reason: 'missing' as const } : {}),
  };
  if (!calculated.ok || !amount.ok || !paid.ok || reason === '') return { ok: false, faults };
  return { ok: true, content: { ...paid.payment, amountFen: amount.fen, calculation: calculated.calculation, reason } };
}

type Payment = Pick<RefundContent, 'form' | 'accountNo' | 'cardSerial'>;

/** How the money reaches the customer (REF-5), with what that form needs. */
export function readPayment({ form = '', accountNo = '', cardSerial = '' }: RefundDraft): { ok: true; payment: Payment } | { ok: false; faults: Faults } {
  const account = foldedText(accountNo);
  const serial = foldedText(cardSerial);
  switch (form) {
    case 'balanceCredit':
      if (account === '') return { ok: false, faults: { accountNo: 'missing' } };
      if (!accountNoPattern.test(account)) return { ok: false, faults: { accountNo: 'badAccountNo' } };
      return { ok: true, payment: { form, accountNo: account, cardSerial: null } };
    case 'cash':
      return { ok: true, payment: { form, accountNo: null, cardSerial: null } };
    case 'rechargeCard':
      return !writtenNumber.safeParse(serial).success
        ? { ok: false, faults: { cardSerial: 'missing' } }
        : { ok: true, payment: { form, accountNo: null, cardSerial: serial } };
    default:
      return { ok: false, faults: { form: 'notChosen' } };
  }
}
