import { canonicalIdentifier, defaultIdentifierForms } from '../../kernel/identifier.ts';

const weights = [8, 6, 4, 2, 3, 5, 9, 7];

/** What a typed mail item number turns out to be (PST-1). A number that is not S10 is warned of, never refused: couriers have their own. */
export type MailItemCheck = 'valid' | 'wrongCheckDigit' | 'notS10';

/** Checks a number against UPU S10: two letters, eight digits, check digit, two letters. */
export function checkMailItem(typed: string): MailItemCheck {
  const number = normaliseMailItem(typed);
  if (!/^[A-Z]{2}\d{9}[A-Z]{2}$/.test(number)) return 'notS10';
  return Number(number.charAt(10)) === s10CheckDigit(number.slice(2, 10)) ? 'valid' : 'wrongCheckDigit';
}

export function normaliseMailItem(typed: string): string {
  return canonicalIdentifier(typed, defaultIdentifierForms.mailItem);
}

/** The check digit over the eight serial digits: 11 − (Σ mod 11), where 10 becomes 0 and 11 becomes 5. */
export function s10CheckDigit(serial: string): number {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(serial.charAt(index)), 0);
  const check = 11 - (sum % 11);
  if (check === 10) return 0;
  return check === 11 ? 5 : check;
}
