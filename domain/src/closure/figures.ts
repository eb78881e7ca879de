import type { Fen } from '../kernel/brand.ts';
import type { Bucket } from '../ledger/account.ts';
import type { Closure, Disposal } from './closure.ts';

/** What becomes of what is in a bucket: it goes to the target, is paid out to the customer, lapses to the operator, stays owed, or nothing was there. */
export type Fate = 'moves' | 'paidOut' | 'lapses' | 'owed' | 'empty';

export interface LineFigure extends Pick<Disposal, 'action' | 'rule' | 'state' | 'postingId'> {
  bucket: Bucket;
  fate: Fate;
  /** Never below nothing. */
  amountFen: Fen;
}

/** What a closure comes to, each amount never below nothing. */
export interface ClosureFigures {
  movesFen: Fen;
  paidOutFen: Fen;
  lapsesFen: Fen;
  owedFen: Fen;
  lines: LineFigure[];
}

/** CLO-2: what a bucket's content does under an action; a debt stays one, whatever the action. */
export function fateOf(action: Disposal['action'], amountFen: Fen): Fate {
  if (amountFen < 0) return 'owed';
  if (amountFen === 0) return 'empty';
  return ({ transfer: 'moves', refund: 'paidOut', nothing: 'lapses' } as const)[action];
}

/** As a balance reads: what is owed is below nothing. */
export function signedFigureFen({ fate, amountFen }: Pick<LineFigure, 'fate' | 'amountFen'>): Fen {
  return fate === 'owed' ? 0 - amountFen : amountFen;
}

/** The one place that says what a closure moves, pays out and lets lapse: form, list, dry run, page, print and posting all go by it. */
export function closureFigures({ lines, leftFen }: Pick<Closure, 'lines' | 'leftFen'>): ClosureFigures {
  const figures = lines.map(({ bucket, action, rule, state, amountFen, postingId }): LineFigure => {
    const left = leftFen[bucket];
    // What has been posted is an amount above nothing; that it was a debt is told by what was left.
    const sizeFen = state === 'waiting' ? Math.abs(left) : (amountFen ?? Math.abs(left));
    return { bucket, action, rule, state, postingId, fate: fateOf(action, left < 0 ? 0 - sizeFen : sizeFen), amountFen: sizeFen };
  });
  const sumOf = (fate: Fate) => figures.reduce((sum, line) => sum + (line.fate === fate ? line.amountFen : 0), 0);
  return { movesFen: sumOf('moves'), paidOutFen: sumOf('paidOut'), lapsesFen: sumOf('lapses'), owedFen: sumOf('owed'), lines: figures };
}
