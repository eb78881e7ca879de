import { canonicalIdentifier, defaultIdentifierForms, type IdentifierForm } from '@shouwen/domain/kernel/identifier';
import { isPhone, normalisePhone } from '@shouwen/domain/customer/phone-number';

export type SearchTerm = { by: 'phone'; phone: string } | { by: 'accountNo'; accountNo: string } | { by: 'missing' } | { by: 'none' };

/** What begins like a phone number and is as long as most of one. */
const startOfPhone = /^(1[3-9]|0\d)\d{6,}$/;

/**
 * Tells a phone number from an account's. One that was mistyped is neither: looked up as an account it would stand in an address, and a number
 * with one wrong digit is still personal (RET-2).
 */
export function searchTermOf(typed: string, form: IdentifierForm = defaultIdentifierForms.account): SearchTerm {
  const plain = typed.trim();
  if (plain === '') return { by: 'missing' };
  const mayBePhone = !/\p{L}/u.test(plain);
  if (mayBePhone && isPhone(plain)) return { by: 'phone', phone: plain };
  return mayBePhone && startOfPhone.test(normalisePhone(plain)) ? { by: 'none' } : { by: 'accountNo', accountNo: canonicalIdentifier(plain, form) };
}
