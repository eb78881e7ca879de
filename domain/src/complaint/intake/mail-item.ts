import { canonicalIdentifier, defaultIdentifierForms } from '../../kernel/identifier.ts';
import type { Pack } from '../../policy/pack.ts';

const weights = [8, 6, 4, 2, 3, 5, 9, 7];

/**
 * What a typed mail item number turns out to be (PST-1). Nothing is refused: couriers have numbers of their own. `mistyped` has a letter where a digit belongs or the other way
 * round, and says what it was meant to be where that comes out right.
 */
export type MailItemCheck =
  | { kind: 'valid' | 'wrongCheckDigit' | 'unknownCountry' | 'missingLetter' | 'domestic' | 'unfinished' | 'notS10' }
  | { kind: 'missingDigits' | 'extraDigits'; count: number }
  | { kind: 'domesticLength'; digits: number }
  | { kind: 'mistyped'; meant: string | null };

const s10 = /^[A-Z]{2}\d{9}[A-Z]{2}$/;
const s10Length = 13;
/** Numbers of domestic parcels and letters are digits alone, without a check digit that everybody could work out. */
const domesticLength = 13;

/** Checks a number against UPU S10: two letters, eight digits, check digit, two letters of the country; domestic express ends in CS. */
export function checkMailItem(typed: string): MailItemCheck {
  const number = normaliseMailItem(typed);
  if (s10.test(number)) return { kind: checkOfS10(number) };
  if (/^\d+$/.test(number)) return checkOfDigits(number);
  return slipOf(number) ?? { kind: /^[A-Z]{0,2}\d{0,9}$|^[A-Z]{2}\d{9}[A-Z]$/.test(number) ? 'unfinished' : 'notS10' };
}

export function normaliseMailItem(typed: string): string {
  return canonicalIdentifier(typed, defaultIdentifierForms.mailItem);
}

/** The service that an item's number says by how it begins (REC-2); null where it says none. */
export function serviceOfItem(pack: Pick<Pack, 'mailServices'>, mailItem: string | null): string | null {
  const number = normaliseMailItem(mailItem ?? '');
  if (!s10.test(number)) return null;
  return pack.mailServices.find(({ itemPrefix }) => itemPrefix !== undefined && number.startsWith(itemPrefix))?.id ?? null;
}

/** The check digit over the eight serial digits: 11 − (Σ mod 11), where 10 becomes 0 and 11 becomes 5. */
export function s10CheckDigit(serial: string): number {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(serial.charAt(index)), 0);
  const check = 11 - (sum % 11);
  if (check === 10) return 0;
  return check === 11 ? 5 : check;
}

function checkOfS10(number: string): 'valid' | 'wrongCheckDigit' | 'unknownCountry' {
  if (Number(number.charAt(10)) !== s10CheckDigit(number.slice(2, 10))) return 'wrongCheckDigit';
  return countries.has(number.slice(11)) ? 'valid' : 'unknownCountry';
}

function checkOfDigits(number: string): MailItemCheck {
  if (number.length === domesticLength) return { kind: 'domestic' };
  return number.length >= 10 ? { kind: 'domesticLength', digits: number.length } : { kind: 'unfinished' };
}

/** What people do to a number of S10 without noticing. */
function slipOf(number: string): MailItemCheck | null {
  const digits = /^[A-Z]{2}(\d+)[A-Z]{2}$/.exec(number)?.[1]?.length ?? 9;
  if (digits >= 5 && digits < 9) return { kind: 'missingDigits', count: 9 - digits };
  if (digits > 9 && digits <= 12) return { kind: 'extraDigits', count: digits - 9 };
  if (/^[A-Z]?\d{9}[A-Z]{2}$/.test(number)) return { kind: 'missingLetter' };
  if (number.length !== s10Length) return null;
  const meant = [...number].map((sign, at) => (at < 2 || at > 10 ? letterFor(sign) : digitFor(sign))).join('');
  if (!s10.test(meant)) return null;
  return { kind: 'mistyped', meant: checkOfS10(meant) === 'valid' ? meant : null };
}

const lookAlikes = ['O0', 'Q0', 'D0', 'I1', 'L1', 'Z2', 'S5', 'G6', 'B8'];

function digitFor(sign: string): string {
  return lookAlikes.find(([letter]) => letter === sign)?.[1] ?? sign;
}

function letterFor(sign: string): string {
  return lookAlikes.find(([, digit]) => digit === sign)?.[0] ?? sign;
}

/** Whose posts put their country behind a number: ISO 3166-1 in two letters, and CS for express within China. */
const countries = new Set(
  (
    'CS AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ ' +
    'DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP ' +
    'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM ' +
    'PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ ' +
    'UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'
  ).split(' '),
);
