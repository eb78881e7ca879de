import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * The key that stands for a customer wherever the number itself must not: same number, same key. The pepper of the pack keeps
 * an outsider from trying all numbers; staff of the operator could, so the key is as confidential as a masked number.
 */
export function contactKey(pepper: string, phone: string): string {
  return sha256Hex(`${pepper}|${normalisePhone(phone)}`).slice(0, 40);
}

/** The public id of a status page: the hash of the secret token in the customer's link, so that the database never holds a usable link in the open. */
export function statusIdOf(token: string): string {
  return sha256Hex(token);
}

export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** Digits only, without the country code: +86 138-0000-0000 and 13800000000 are one customer. */
export function normalisePhone(typed: string): string {
  const digits = typed.replace(/\D/g, '');
  return digits.length === 13 && digits.startsWith('86') ? digits.slice(2) : digits;
}

/** A mobile number, or a landline with its area code. */
export function isPhone(typed: string): boolean {
  return /^(1[3-9]\d{9}|0\d{9,11})$/.test(normalisePhone(typed));
}
