import { foldedText } from '@shouwen/domain/kernel/folded-text';

export type AmountFault = 'missing' | 'notAnAmount' | 'tooManyDecimals' | 'notPositive' | 'tooMuch';

export type TypedAmount = { ok: true; fen: number } | { ok: false; fault: AmountFault };

const grouped = /^\d{1,3}(,\d{3})+(\.\d*)?$/;

/**
 * Reads yuan as people type them into integer fen: `35`, `35.5`, `1,200.00`, full-width digits and the Chinese full stop of a phone's keyboard.
 * Works on the digits themselves, so that no fraction is ever a floating-point number.
 */
export function readAmount(typed: string, mostFen: number): TypedAmount {
  const text = foldedText(typed)
    .replaceAll('。', '.')
    .replace(/^[\s¥¥]+|[\s元]+$/g, '');
  if (text === '') return { ok: false, fault: 'missing' };
  const plain = grouped.test(text) ? text.replaceAll(',', '') : text;
  if (/^-\d/.test(plain)) return { ok: false, fault: 'notPositive' };
  const match = /^(\d{1,12})(?:\.(\d*))?$/.exec(plain);
  if (!match) return { ok: false, fault: 'notAnAmount' };
  const [, yuan = '0', decimals = ''] = match;
  if (decimals.length > 2) return { ok: false, fault: 'tooManyDecimals' };
  const fen = Number(`${yuan}${decimals.padEnd(2, '0')}`);
  if (fen === 0) return { ok: false, fault: 'notPositive' };
  return fen > mostFen ? { ok: false, fault: 'tooMuch' } : { ok: true, fen };
}
