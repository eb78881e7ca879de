/** Integer fen as exact decimal text in yuan: 123450 is 1234.50. */
export function yuanOf(fen: number): `${number}` {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}` as `${number}`;
}
