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

/** Whatever stands between the characters of a number: every dash and line-like mark, dots, slashes, underscores. */
const separators = /[\p{Pd}\u2212\u00af\u02d7\u2043\u30fc_./\\·•・:]+/gu;

/** What is not to be seen, or only as a gap. */
const blanks = /[\p{Z}\p{C}\p{Default_Ignorable_Code_Point}\u2800]+/gu;

/** One spelling for all spellings of an identifier: two are the same exactly when these are. */
export function canonicalIdentifier(typed: string, { ignoresCase, separators: treatment }: IdentifierForm): string {
  const plain = typed
    .normalize('NFKC')
    .replace(blanks, '')
    .replace(separators, treatment === 'hyphen' ? '-' : '');
  return ignoresCase ? plain.toUpperCase() : plain;
}
