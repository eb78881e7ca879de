import { asks, checklistResults, complaintStates, stages } from '@shouwen/domain/complaint/complaint-values';
import type { Rating } from '@shouwen/domain/complaint/complaint';
import { type Appeal, appealGrounds } from '@shouwen/domain/complaint/view/appeal';
import type { StatusView } from '@shouwen/domain/complaint/view/status-view';
import { formerRegulators } from '@shouwen/domain/policy/former-packs';
import { fromStored } from '@shouwen/domain/kernel/stored';
import { decodeFields } from '@shouwen/domain/kernel/rest-value';

/** Reads a value or throws, naming where it stands. */
type Read<T> = (value: unknown, path: string) => T;

/** Reads the document of a status page; throws an error that names the first field that is not what the contract says. */
export function viewFromRest(document: unknown): StatusView {
  const fields = typeof document === 'object' && document !== null && 'fields' in document ? document.fields : undefined;
  const stored = fromStored(decodeFields(fields));
  // A page from before it named the regulator is one of the first two operators.
  return readView({ regulator: formerRegulators[String(stored['pack'])], ...stored }, 'status');
}

const text: Read<string> = (value, path) => (typeof value === 'string' ? value : fail(path, 'text'));
const flag: Read<boolean> = (value, path) => (typeof value === 'boolean' ? value : fail(path, 'true or false'));
const whole: Read<number> = (value, path) => (typeof value === 'number' && Number.isSafeInteger(value) ? value : fail(path, 'a whole number'));

function oneOf<T extends string>(known: readonly T[]): Read<T> {
  return (value, path) => known.find((candidate) => candidate === value) ?? fail(path, known.join(' | '));
}

/** Absent counts as null. */
function nullable<T>(read: Read<T>): Read<T | null> {
  return (value, path) => (value === null || value === undefined ? null : read(value, path));
}

function list<T>(read: Read<T>): Read<T[]> {
  return (value, path) => (Array.isArray(value) ? value.map((item, index) => read(item, `${path}[${index}]`)) : fail(path, 'a list'));
}

/** A page from before there was such a thing lacks it. */
function flagOrFalse(value: unknown, path: string): boolean {
  return value === null || value === undefined ? false : flag(value, path);
}

/** A page from before there were any lacks it. */
function listOrNone<T>(read: Read<T>): Read<T[]> {
  return (value, path) => (value === null || value === undefined ? [] : list(read)(value, path));
}

function record<T extends object>(reads: { [Name in keyof T]: Read<T[Name]> }): Read<T> {
  return (value, path) => {
    if (typeof value !== 'object' || value === null) return fail(path, 'a record');
    const fields = value as Record<string, unknown>;
    const entries = Object.entries<Read<unknown>>(reads).map(([name, read]) => [name, read(fields[name], `${path}.${name}`)]);
    return Object.fromEntries(entries) as T;
  };
}

function fail(path: string, expected: string): never {
  throw new Error(`${path} is not ${expected}`);
}

const bilingual = record({ zh: text, en: text });

const readAnswerItself = record<Omit<NonNullable<StatusView['answer']>, 'howGiven'>>({
  text,
  checklist: list(record({ ask: oneOf(asks), result: oneOf(checklistResults) })),
  atMs: whole,
});

/** How money was given without a refund is only there where it was. */
const readAnswer: Read<NonNullable<StatusView['answer']>> = (value, path) => {
  const answer = readAnswerItself(value, path);
  const { howGiven } = value as Record<string, unknown>;
  return howGiven === undefined ? answer : { ...answer, howGiven: text(howGiven, `${path}.howGiven`) };
};

const readView = record<StatusView>({
  complaintId: text,
  number: text,
  pack: text,
  operator: bilingual,
  hotline: text,
  regulatorHotline: text,
  regulator: bilingual,
  category: bilingual,
  asks: list(oneOf(asks)),
  what: nullable(text),
  state: oneOf(complaintStates),
  recordedAtMs: whole,
  promisedAtMs: nullable(whole),
  isAgreed: flagOrFalse,
  pausedUntilMs: nullable(whole),
  statutoryAtMs: nullable(whole),
  appeal: nullable(record<Appeal>({ fromMs: whole, ground: oneOf(appealGrounds) })),
  holder: nullable(bilingual),
  milestones: list(record<StatusView['milestones'][number]>({ stage: oneOf(stages), atMs: whole, unit: nullable(bilingual) })),
  hurried: listOrNone(record<StatusView['hurried'][number]>({ who: bilingual, hasAnswered: flag })),
  neededFromCustomer: nullable(text),
  answer: nullable(readAnswer),
  outOfScope: nullable(record<NonNullable<StatusView['outOfScope']>>({ reason: text, whereToTurn: text })),
  refunds: listOrNone(
    record<StatusView['refunds'][number]>({
      amountFen: whole,
      form: oneOf(['balanceCredit', 'cash', 'rechargeCard']),
      standing: oneOf(['approved', 'paid']),
      atMs: whole,
    }),
  ),
  isTold: flagOrFalse,
  rating: nullable(record<Rating>({ stars: whole, reasons: list(text), solved: flag, atMs: whole })),
  reopenUntilMs: nullable(whole),
  expiresAtMs: nullable(whole),
  updatedAtMs: whole,
});
