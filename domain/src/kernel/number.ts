import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { foldedText } from './folded-text.ts';
import { canonicalIdentifier } from './identifier.ts';

/** Crockford's base 32: no I, L, O or U, so that a number read out over the phone is heard right. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const digitCount = 10;

/**
 * The number that people say aloud, worked out from the complaint's id so that it exists before there is a network.
 * Ten characters carry 50 bits: among a million complaints the odds of any two meeting are below 1 in 2,000. It is not a secret.
 *
 * @returns e.g. `7K3M9-QXW2C-4`, the last one being the check character.
 */
export function numberOf(complaintId: string): string {
  const digest = sha256(utf8ToBytes(complaintId));
  const characters = Array.from({ length: digitCount }, (_, index) => alphabet.charAt((digest[index] ?? 0) & 31)).join('');
  return `${characters.slice(0, 5)}-${characters.slice(5)}-${checkCharacter(characters)}`;
}

/** Reads a typed number leniently (spaces, lower case, O for 0, I and L for 1), or finds it in a text that was copied with it; null where there is none. */
export function parseNumber(typed: string): string | null {
  return readWhole(typed) ?? numberInText(typed);
}

/** In parts as it is written, or in one piece that no mere digits make. */
const written = /\b[0-9A-Z]{5}[- ]{1,3}[0-9A-Z]{5}[- ]{1,3}[0-9A-Z]\b|\b(?=\d*[A-Z])[0-9A-Z]{11}\b/g;

function numberInText(typed: string): string | null {
  const found = foldedText(typed).toUpperCase().matchAll(written);
  for (const [text] of found) {
    const number = readWhole(text);
    if (number !== null) return number;
  }
  return null;
}

function readWhole(typed: string): string | null {
  const plain = canonicalIdentifier(typed, { ignoresCase: true, separators: 'leftOut' }).replace(/O/g, '0').replace(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{11}$/.test(plain)) return null;
  const characters = plain.slice(0, digitCount);
  if (checkCharacter(characters) !== plain.charAt(digitCount)) return null;
  return `${characters.slice(0, 5)}-${characters.slice(5)}-${plain.charAt(digitCount)}`;
}

/** Σ aᵢ·xⁱ over the field of 32 elements: every single wrong character and every swap of two is noticed. */
function checkCharacter(characters: string): string {
  let sum = 0;
  for (const character of characters) sum = multiplyByX(sum ^ alphabet.indexOf(character));
  return alphabet.charAt(sum);
}

/** Multiplies by x modulo the primitive polynomial x⁵ + x² + 1. */
function multiplyByX(value: number): number {
  const shifted = value << 1;
  return shifted & 32 ? (shifted ^ 0b100101) & 31 : shifted;
}
