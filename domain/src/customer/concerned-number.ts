import { foldedText } from '../kernel/folded-text.ts';
import { maskPhone } from './mask.ts';
import { isPhone, writtenPhone } from './phone-number.ts';

/** Characters of a number concerned as it is kept. */
export const mostConcerned = 40;

/** A number that can be called, or the name of an account: letters and digits, of broadband often with a mark between them or as an address. */
const account = /^(?=.*\d)[\p{L}\d][\p{L}\d._@/#-]{3,}$/u;

/**
 * The number or account that a complaint is about where it is not the contact's own (REC-2), as it is kept: a telephone number as one dials it, an account without
 * its blanks. Null where it is neither.
 */
export function concernedNumber(typed: string): string | null {
  if (isPhone(typed)) return writtenPhone(typed);
  const written = foldedText(typed).replaceAll(/\s/gu, '');
  return written.length <= mostConcerned && account.test(written) ? written : null;
}

/** Enough of it to recognise, not enough to use (RET-2). */
export function maskConcerned(written: string): string {
  if (isPhone(written)) return maskPhone(written);
  return written.length < 8 ? '****' : `${written.slice(0, 2)}****${written.slice(-2)}`;
}
