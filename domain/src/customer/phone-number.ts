import { foldedText } from '../kernel/folded-text.ts';

/** `service` is a business’s own number (400, 800, 95…, 96…), `thing` one of a device, of thirteen digits; whatever has another country’s or region’s code is `foreign`. */
export type PhoneKind = 'mobile' | 'landline' | 'service' | 'thing' | 'foreign';

/** A number at which somebody can be reached. */
export interface PhoneNumber {
  kind: PhoneKind;
  /** As one dials it at home, digits alone; one from abroad begins with + and its code. */
  number: string;
  /** What is dialled after the number has answered. */
  extension: string | null;
}

/** What keeps something typed from being such a number (REC-2). */
export type PhoneProblem =
  | { kind: 'empty' | 'hotline' | 'several' | 'unreadable' | 'unknown' }
  | { kind: 'areaCodeMissing'; local: string }
  | { kind: 'wrongLength'; digits: number; wanted: 'mobile' | 'landline' | 'thing' };

export type PhoneReading = PhoneNumber | PhoneProblem;

/** Reads a number as people type it. Nothing of it is left out in silence: what cannot be read is told. */
export function readPhone(typed: string): PhoneReading {
  const text = plainPhone(typed);
  if (text === '') return { kind: 'empty' };
  if (isSeveral(text)) return { kind: 'several' };
  const [number, extension] = parted(text);
  if (/[^\d+() ./-]|\+.*\+|\d\+/.test(number)) return { kind: 'unreadable' };
  const read = readNumber(number.replace(/[^\d+]/g, ''));
  if (!isNumber(read)) return read;
  const isTooLong = extension !== null && read.number.length + extension.length >= mostWritten;
  return isTooLong ? { kind: 'unknown' } : { ...read, extension };
}

/** Characters of a number as it is kept. */
const mostWritten = 20;

/** The number, or null where it is none. */
export function phoneOf(typed: string): PhoneNumber | null {
  const read = readPhone(typed);
  return isNumber(read) ? read : null;
}

/** A number that a customer can be called at: in the country or abroad, with its area code. */
export function isPhone(typed: string): boolean {
  return phoneOf(typed) !== null;
}

/** What two ways of typing one number have in common, extensions aside: 13800000000, +86 138-0000-0000, 0086…, 0138… and １３８… are one customer. */
export function normalisePhone(typed: string): string {
  return phoneOf(typed)?.number ?? foldedText(typed).replace(/\D/g, '');
}

/** As it is kept: what has to be dialled after it stands behind a hyphen. */
export function writtenPhone(typed: string): string {
  const extension = phoneOf(typed)?.extension ?? null;
  return extension === null ? normalisePhone(typed) : `${normalisePhone(typed)}-${extension}`;
}

/** For a telephone to dial: the extension after a pause. */
export function dialledPhone(written: string): string {
  return written.replace('-', ',');
}

function isNumber(read: PhoneReading): read is PhoneNumber {
  return 'number' in read;
}

const labels = /^(?:tel|phone|mobile|fax|(?:联系|聯繫|聯絡|客户|客戶)?(?:电话|電話|手机|手機)?(?:号码|號碼|号|號)?) ?:? ?(?=[\d+(])/iu;

/** Without the word for what it is, and with every way of parting digits as one of few; a line drawn for a dash is one between digits. */
function plainPhone(typed: string): string {
  return foldedText(typed)
    .replace(labels, '')
    .replace(/(\d) ?[~_一ー·•\\] ?(?=\d)/gu, '$1-')
    .replace(/[[【〔]/g, '(')
    .replace(/[\]】〕]/g, ')');
}

/** Two numbers, each of which could be called. */
function isSeveral(text: string): boolean {
  const parts = text.split(/[,/、;或和 |]+/u).filter((part) => part !== '');
  return parts.length > 1 && parts.filter((part) => isNumber(readNumber(part.replace(/[^\d+]/g, '')))).length > 1;
}

const extensionSaid = /^(.*\d\)?) ?(?:转|轉|分机|分機|内线|內線|ext(?:ension)?\.?|x|#|,|;) ?:? ?(?:分机|分機)? ?(\d{1,6})$/iu;
/** Behind a whole number and a hyphen; two groups of four are one number in parts. */
const extensionBehind = /^(.*\d{7,})-(\d{1,6})$/u;

/** The number and what is dialled after it. */
function parted(text: string): [string, string | null] {
  const said = extensionSaid.exec(text);
  if (said) return [said[1] ?? '', said[2] ?? null];
  const behind = extensionBehind.exec(text);
  const number = behind?.[1] ?? '';
  return behind && isNumber(readNumber(number.replace(/[^\d+]/g, ''))) ? [number, behind[2] ?? null] : [text, null];
}

const mobile = /^1[3-9]\d{9}$/;
/** 010 and 02x have eight digits, all others seven or eight. */
const landline = /^(?:010|02\d)[1-9]\d{7}$|^0[3-9]\d{2}[1-9]\d{6,7}$/;
/** Numbers of businesses that can be called back, with those that stand for a private one for a while (950…). */
const business = /^[48]00\d{7}$|^9[56]\d{3,6}$|^950\d{9,13}$/;
/** Of operators, authorities and emergencies, from 110 and 10086 to 12345 and 116114: no customer is reached there. */
const hotline = /^1(?:1[0-9]|2[0-9])$|^1(?:0|1|2)\d{3,4}$/;
/** Devices with a card: 140, 141, 144 and 1064 with thirteen digits. Source: the ministry’s numbering plan for mobile and things. */
const thing = /^(?:14[014]\d{10}|1064\d{9})$/;
const startOfThing = /^(?:14[014]\d|1064)\d{6}/;

/** Digits, and + before them, alone. */
function readNumber(dialled: string): PhoneReading {
  const abroad = /^(?:\+?00|\+)(.*)$/.exec(dialled)?.[1];
  if (abroad !== undefined) return abroad.startsWith('86') ? readAtHome(abroad.slice(2), true) : readForeign(abroad);
  const code = /^86(1[3-9]\d{9}|0?[1-9]\d{8,10}|0[1-9]\d{9,10})$/.exec(dialled)?.[1];
  const read = code === undefined ? null : readAtHome(code, true);
  return read && isNumber(read) ? read : readAtHome(dialled, false);
}

function told(kind: PhoneKind, number: string): PhoneNumber {
  return { kind, number, extension: null };
}

/** @param isFromAbroad the country’s code stood before it, after which area codes have no 0. */
function readAtHome(digits: string, isFromAbroad: boolean): PhoneReading {
  const trunk = /^01[3-9]\d{9}$/.test(digits) ? digits.slice(1) : digits;
  if (mobile.test(trunk)) return told('mobile', trunk);
  if (thing.test(digits)) return told('thing', digits);
  if (business.test(digits)) return told('service', digits);
  if (hotline.test(digits)) return { kind: 'hotline' };
  const withArea = isFromAbroad && !digits.startsWith('0') ? `0${digits}` : digits;
  if (landline.test(withArea)) return told('landline', withArea);
  return problemOf(digits);
}

function problemOf(digits: string): PhoneProblem {
  if (/^[2-8]\d{6,7}$/.test(digits)) return { kind: 'areaCodeMissing', local: digits };
  if (startOfThing.test(digits) && digits.length > 11) return { kind: 'wrongLength', digits: digits.length, wanted: 'thing' };
  if (/^0?1[3-9]\d{4,}$/.test(digits)) return { kind: 'wrongLength', digits: digits.replace(/^0/, '').length, wanted: 'mobile' };
  if (/^0[1-9]\d{4,}$/.test(digits)) return { kind: 'wrongLength', digits: digits.length, wanted: 'landline' };
  return { kind: 'unknown' };
}

/** What follows the code of those with which most is spoken; of others only how long a number can be at all (ITU-T E.164). */
const abroadByCode: readonly [code: string, rest: RegExp][] = [
  ['852', /^[2-9]\d{7}$/],
  ['853', /^[268]\d{7}$/],
  ['886', /^0?[2-9]\d{7,8}$/],
  ['1', /^[2-9]\d{2}[2-9]\d{6}$/],
];

function readForeign(digits: string): PhoneReading {
  const known = abroadByCode.find(([code]) => digits.startsWith(code));
  if (!known) return /^[2-9]\d{6,14}$/.test(digits) ? told('foreign', `+${digits}`) : { kind: 'unknown' };
  const [code, shape] = known;
  const rest = digits.slice(code.length);
  return shape.test(rest) ? told('foreign', `+${code}${rest.replace(/^0/, '')}`) : { kind: 'unknown' };
}
