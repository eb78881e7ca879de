import { foldedText } from '../kernel/folded-text.ts';
import { plainTextOf, separator } from './plain-digits.ts';

/**
 * Hides what is a phone, identity or card number in a text that leaves the operator's staff, however it is written, and leaves what is an amount, a day, a
 * span, a mail item, a service number or one of the operator's own (RET-2). What is neither is hidden from seven digits on.
 *
 * @param ownNumbers what is nobody's secret here: the operator's phones and the customer's own mail item.
 */
export function maskNumbersInText(text: string, ownNumbers: readonly string[] = []): string {
  const characters = [...text];
  const plain = plainTextOf(characters);
  const own = ownNumbers.map(compact).filter((number) => number.length >= 5);
  let masked = '';
  let at = 0;
  while (at < characters.length) {
    const kept = keptLength(plain, at, own);
    const hidden = kept === 0 ? hiddenNumber(plain, at) : null;
    const length = hidden?.length ?? Math.max(kept, 1);
    masked += hidden === null ? characters.slice(at, at + length).join('') : starred(hidden.digits);
    at += length;
  }
  return masked;
}

/** 13*******01: enough for whoever knows the number to see which one is meant. */
function starred(digits: string): string {
  return `${digits.slice(0, 2)}${'*'.repeat(digits.length - 4)}${digits.slice(-2)}`;
}

function compact(number: string): string {
  return foldedText(number)
    .replaceAll(/[^0-9A-Za-z]/g, '')
    .toUpperCase();
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[A-Za-z]/.test(character);
}

const year = '(?:19|20)\\d{2}';
const month = '(?:0[1-9]|1[0-2])';
const day = '(?:0[1-9]|[12]\\d|3[01])';
const time = '(?:[01]\\d|2[0-3])[0-5]\\d(?:[0-5]\\d)?';
const unit = '(?:元|圆|块|角|分|万|亿|%|[KMGTkmgt][Bb]?(?![A-Za-z])|兆|条|次|天|日|小时|秒|户|人|件|个|点|积分|米|公里|yuan|fen|RMB|CNY)';

/** What is no person's number, each from its first digit to where digits end. */
const harmless: readonly RegExp[] = [
  `${year} *[-./年] *\\d{1,2} *[-./月] *\\d{1,2}`,
  `${year}${month}${day}(?:${time})?`,
  `\\d{1,9}(?:\\.\\d{1,4})? *${unit}`,
  `\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,4})? *${unit}`,
  `\\d{7,9}\\.\\d{1,2}(?![-.])`,
  `[48]00(?:[- ]?\\d){7}`,
  `9[56]\\d{3,6}`,
  `106\\d{5,17}`,
].map((source) => new RegExp(`${source}(?!\\d)`, 'uy'));
const amount = /(?:\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.\d{1,4})?(?!\d)/uy;
const currencyBefore = /(?:[¥$]|RMB|CNY|人民币) *$/u;
const mailItem = /[A-Za-z]{2}(?: ?\d){9} ?[A-Za-z]{2}(?![A-Za-z])/uy;

/** How many characters from here on are nobody's number; 0 where nothing is known of them. */
function keptLength(plain: string, at: number, own: readonly string[]): number {
  if (isLetter(plain[at]) && !isLetter(plain[at - 1])) return Math.max(matched(mailItem, plain, at), ownLength(plain, at, own));
  if (!isDigit(plain[at]) || isDigit(plain[at - 1])) return 0;
  const patterns = currencyBefore.test(plain.slice(Math.max(0, at - 5), at)) ? [amount, ...harmless] : harmless;
  return Math.max(ownLength(plain, at, own), ...patterns.map((pattern) => matched(pattern, plain, at)));
}

function matched(pattern: RegExp, plain: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(plain)?.[0].length ?? 0;
}

/** A number of the operator's own, however it is parted, and none that only begins like it. */
function ownLength(plain: string, at: number, own: readonly string[]): number {
  const lengths = own.map((number) => matched(new RegExp(`${[...number].join(`${separator}{0,3}`)}(?![0-9A-Za-z])`, 'iuy'), plain, at));
  return Math.max(0, ...lengths);
}

const run = new RegExp(`\\d(?:${separator}{0,3}\\d)*(?:${separator}?[Xx](?![A-Za-z0-9]))?`, 'uy');
const leastDigits = 7;
/** The longest number of a person, told digit by digit. */
const mostParts = 20;

interface Written {
  digits: string;
  /** In characters. */
  length: number;
}

/** The number from here on that is hidden; null where none is. The longest that leads to a person, and otherwise digits in one piece that may. */
function hiddenNumber(plain: string, at: number): Written | null {
  if (!isDigit(plain[at]) || isDigit(plain[at - 1])) return null;
  const whole = plain.slice(at, at + matched(run, plain, at));
  const written = [...whole.matchAll(/[\dX]+/giu)]
    .slice(0, mostParts)
    .map(({ 0: group, index }) => whole.slice(0, index + group.length))
    .map(writtenAs);
  const [first] = written;
  const number = written.findLast((one) => personal.some((shape) => shape.test(one.digits)) && isOneNumber(whole.slice(0, one.length)));
  if (number) return number;
  return first && first.digits.length >= leastDigits ? first : null;
}

function writtenAs(text: string): Written {
  return { digits: compact(text), length: text.length };
}

const groupings = ['3-4-4', '3-8', '7-4', '4-4-3', '4-8', '3-7', '4-7', '6-8-4'];

/** Parts with commas or strokes between them may be several numbers: they are one where they are as long as the parts of a phone, or told digit by digit. */
function isOneNumber(text: string): boolean {
  if (!/[,/]/.test(text)) return true;
  const lengths = text.split(new RegExp(`${separator}+`, 'u')).map((part) => part.length);
  return lengths.every((length) => length <= 2) || groupings.includes(lengths.join('-'));
}

const mobile = '1[3-9]\\d{9}';
const areaCode = '(?:10|2\\d|[3-9]\\d{2})';

/** The shapes of numbers that lead to a person, also where they are written in parts: mobile, land line with area code, identity, bank card. */
const personal: readonly RegExp[] = [
  `(?:(?:00)?86)?0?${mobile}`,
  `(?:0|(?:00)?86)${areaCode}\\d{7,8}\\d{0,4}`,
  `[1-8]\\d{5}${year}${month}${day}\\d{3}[\\dX]`,
  `[1-8]\\d{7}${month}${day}\\d{3}`,
  `[3-6]\\d{14,18}`,
].map((source) => new RegExp(`^(?:${source})$`));
