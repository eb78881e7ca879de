import type { Role } from '@shouwen/domain/organisation/staff';

type Operator = '==' | '!=' | '<=' | '<' | '>=' | 'in' | 'array-contains';

/** What a value stands for when a phone asks: the rules let a query through only if it is about oneself, one's unit or one's operator. */
type Value = 'me' | 'my unit' | 'my operator' | 'passed' | 'anything';

/** The form of a query, without what it asks for. */
export interface QueryShape {
  /** The only file that asks it. */
  file: string;
  collection: string;
  /** True for all collections of that name together. */
  isGroup?: true;
  where: readonly (readonly [field: string, operator: Operator, value: Value])[];
  orderBy?: readonly [field: string, direction: 'asc' | 'desc'];
  /** What is added up of the documents that it finds. */
  sums?: readonly string[];
}

export interface PhoneQueryShape extends QueryShape {
  /** The document below which the collection lies; at the top when missing. */
  below?: 'a complaint' | 'a refund' | 'a closure' | 'an assist' | 'my inbox';
  /** The job of whoever asks it; anybody's when missing. */
  by?: Role;
  /** Null only where the rules ask for no bound. */
  limit: number | null;
}
