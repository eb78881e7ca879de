import type { Bilingual } from '../kernel/bilingual.ts';
import type { Pack, PackId } from './pack.ts';

/** What an administrator may not go beyond, whatever the figure is now: it may be tightened and never loosened. */
export interface LegalBound {
  least?: number;
  most?: number;
  basis: Bilingual;
}

/** Days within which the law wants an answer (SLA-8): telecom 15; express 7, mail 30, money orders 20, abroad and remote 60. */
const statutoryDays: Record<PackId, Record<string, number>> = {
  telecom: { 'clocks.statutory.days': 15 },
  post: {
    'clocks.statutory.days': 30,
    'mailServices.ems.statutory.days': 7,
    'mailServices.remittance.statutory.days': 20,
    'categories.P01-03.statutory.days': 7,
    'categories.P10-01.statutory.days': 20,
    'categories.P11-01.statutory.days': 60,
    'categories.P11-02.statutory.days': 60,
    'categories.P11-03.statutory.days': 60,
  },
};

/** A time that law sets: at most so long, and no longer than now where this table does not know it. */
export function statutoryBound(pack: Pack, key: string, statutory: { days: number; basis: Bilingual }): LegalBound {
  return { most: statutoryDays[pack.id][key] ?? statutory.days, basis: statutory.basis };
}

/** Money that is due is paid within 15 days. */
export function payWithinBound({ refunds }: Pack): LegalBound {
  return { most: 15, basis: refunds.payWithin.basis };
}

/** Three times the price, and at least 500 yuan. */
export function fraudBound({ refunds }: Pack): Record<'factor' | 'leastFen', LegalBound> {
  return { factor: { least: 3, basis: refunds.fraud.basis }, leastFen: { least: 50_000, basis: refunds.fraud.basis } };
}

/** The rules of the database want a fresh sign-in above 500 yuan, whatever a pack says. */
export const reauthenticationBound: LegalBound = {
  most: 50_000,
  basis: {
    zh: '系统安全规则：超过500元的审批和付款必须重新验证身份',
    en: 'Security rule of the system: approvals and payments above 500 yuan need a fresh sign-in',
  },
};
