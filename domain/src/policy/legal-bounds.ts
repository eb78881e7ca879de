import type { Bilingual } from '../kernel/bilingual.ts';
import type { Pack } from './pack.ts';

/** What an administrator may not go beyond, whatever the figure is now: it may be tightened and never loosened. */
export interface LegalBound {
  least?: number;
  most?: number;
  basis: Bilingual;
}

/** A time that law sets: at most so long, and no longer than now where the pack names no limit. */
export function statutoryBound({ statutoryLimits }: Pack, key: string, statutory: { days: number; basis: Bilingual }): LegalBound {
  return { most: statutoryLimits[key] ?? statutory.days, basis: statutory.basis };
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
