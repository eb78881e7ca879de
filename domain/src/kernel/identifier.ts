import { foldedText } from './folded-text.ts';

/** What two spellings of one identifier may differ in. Width and compatibility forms (NFKC), blanks and invisible characters never tell two apart. */
export interface IdentifierForm {
  ignoresCase: boolean;
  /** Dashes, dots, slashes and underscores: left out, or each as good as a hyphen where they belong to the number. */
  separators: 'leftOut' | 'hyphen';
}

/** The identifiers that have to be unique or are compared, and how each is written. */
export type IdentifierForms = Record<'rechargeCard' | 'account' | 'mailItem' | 'voucher' | 'paper', IdentifierForm>;

const bare: IdentifierForm = { ignoresCase: true, separators: 'leftOut' };

/** Of packs that do not say it. */
export const defaultIdentifierForms: IdentifierForms = {
  rechargeCard: bare,
  account: { ignoresCase: true, separators: 'hyphen' },
  mailItem: bare,
  voucher: bare,
  paper: bare,
};

/** Whatever stands between the characters of a number: hyphens and what is drawn for one, dots, slashes, underscores. */
const separators = /[-\u30fc_./\\·•・:]+/gu;

/** Nothing of a number, in whatever text. */
const blanks = /[\p{Z}\p{C}\p{Default_Ignorable_Code_Point}]+/gu;

/** One spelling for all spellings of an identifier: two are the same exactly when these are. */
export function canonicalIdentifier(typed: string, { ignoresCase, separators: treatment }: IdentifierForm): string {
  const plain = foldedText(typed)
    .replace(blanks, '')
    .replace(separators, treatment === 'hyphen' ? '-' : '');
  return ignoresCase ? plain.toUpperCase() : plain;
}
