import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { isPhone, normalisePhone } from './phone-number.ts';

/** Where a key of its own stands for the customer, so that nobody can put the two together who holds both. */
type KeyedCollection = 'accounts' | 'refunds' | 'lookups' | 'outreach';

/** The keys of one operator. Only functions can make them: whoever has the pepper could try all numbers (RET-2). */
export interface ContactKeys {
  /** Stands for a customer wherever the number itself must not: same number, same key. */
  ofPhone(phone: string): string;
  /** What else stood for that number when it was read otherwise, as one from abroad was by its digits alone. Another customer may have it by now. */
  formerlyOfPhone(phone: string): string[];
  /** The same, out of what the first version of the product kept in its place. */
  ofFormer(formerKey: string): string;
  /** What stands for a number or account concerned (REC-2): of a number, the same as for whoever complains by it; of a former owner's, what stands for nobody of today (CLO-6). */
  ofConcerned(concerned: string, isOfFormerOwner: boolean): string;
  /** What stands for that customer within one collection and says nothing about any other. */
  within(collection: KeyedCollection, contactKey: string): string;
}

/** An operator's own pepper, made of the one secret of the deployment: an operator is data, and no secret can be named after one. */
export function packPepper(secret: string, packId: string): string {
  return hmacHex(secret, `pack|${packId}`);
}

/** What may be written down of a pepper, to notice that it has become another one. */
export function pepperCheck(pepper: string): string {
  return hmacHex(pepper, 'check').slice(0, 8);
}

/** @param formerPepper what the first version of the product mixed in, which every phone could read; null for an operator that never had one. */
export function contactKeys(pepper: string, formerPepper: string | null): ContactKeys {
  const keyOf = (text: string): string => `${keyMark}${hmacHex(pepper, text).slice(0, 40)}`;
  const ofFormer = (formerKey: string): string => keyOf(`contact|${formerKey}`);
  const ofDigits = (digits: string): string => ofFormer(hashedNumber(formerPepper ?? '', digits));
  const ofPhone = (phone: string): string => ofDigits(normalisePhone(phone));
  const ofNamed = (concerned: string): string => (isPhone(concerned) ? ofPhone(concerned) : keyOf(`concerned|${concerned.toLowerCase()}`));
  return {
    ofFormer,
    ofPhone,
    ofConcerned: (concerned, isOfFormerOwner) => (isOfFormerOwner ? keyOf(`formerly|${ofNamed(concerned)}`) : ofNamed(concerned)),
    formerlyOfPhone: (phone) => formerReadings(phone).map(ofDigits),
    within: (collection, contactKey) => keyOf(`${collection}|${contactKey}`),
  };
}

/** What keys begin with; those of the first version were hexadecimal digits alone, which come before it in every order. */
const keyMark = 'k1_';

/** The key of the first version of the product: no secret any more, and the step that every key still begins with. */
export function formerContactKey(formerPepper: string, phone: string): string {
  return hashedNumber(formerPepper, normalisePhone(phone));
}

function hashedNumber(formerPepper: string, digits: string): string {
  return sha256Hex(`${formerPepper}|${digits}`).slice(0, 40);
}

export function isFormerKey(key: string): boolean {
  return /^[0-9a-f]{40}$/.test(key);
}

function hmacHex(secret: string, text: string): string {
  return bytesToHex(hmac(sha256, utf8ToBytes(secret), utf8ToBytes(text)));
}

/** The public id of a status page: the hash of the secret token in the customer's link, so that the database never holds a usable link in the open. */
export function statusIdOf(token: string): string {
  return sha256Hex(token);
}

export function sha256Hex(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** How a number was read before extensions and countries were told apart, where that was another one and was taken. */
function formerReadings(typed: string): string[] {
  const number = normalisePhone(typed);
  const abroad = number.startsWith('+') ? [number.slice(1), `00${number.slice(1)}`] : [];
  const read = [typed, ...abroad].map(digitsAlone).filter((digits) => digits !== number && /^(1[3-9]\d{9}|0\d{9,11})$/.test(digits));
  return [...new Set(read)];
}

function digitsAlone(typed: string): string {
  const digits = typed.normalize('NFKC').replace(/\D/g, '');
  const abroad = /^(?:00)?86(1[3-9]\d{9}|0?[1-9]\d{8,10})$/.exec(digits)?.[1];
  const dialled = abroad === undefined || /^(?:0|1[3-9]\d{9}$)/.test(abroad) ? (abroad ?? digits) : `0${abroad}`;
  return /^01[3-9]\d{9}$/.test(dialled) ? dialled.slice(1) : dialled;
}
