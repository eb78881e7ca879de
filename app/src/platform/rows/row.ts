import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { maskNumbersInText } from '@shouwen/domain/customer/mask-numbers';
import { timingOf } from './time-left.ts';

const excerptLength = 120;

const copiedFields = [
  'id',
  'number',
  'packVersion',
  'category',
  'tier',
  'homeRegion',
  'urgency',
  'mailItem',
  'contactMasked',
  'contactLast4',
  'ownerUid',
  'ownerName',
  'receivingUnitId',
  'capturedAtMs',
  'state',
  'open',
  'handlerUid',
  'handlerName',
  'handlingUnitId',
  'people',
  'audience',
  'flags',
  'repeatOf',
  'closedAtMs',
  'updatedAtMs',
  'dueAtMs',
  'escalationLevel',
  'nextContactAtMs',
  'told',
] as const satisfies readonly (keyof Complaint)[];

/** A complaint as far as cards, search and the repeat warning need it: masked, and small enough to keep thousands on a phone. */
export interface Row extends Pick<Complaint, (typeof copiedFields)[number]>, ReturnType<typeof timingOf> {
  /** The beginning of what was told, without anything that looks like a number of a person. */
  excerpt: string;
  /** True while only this phone has it: recorded here and not yet confirmed by the server, which therefore cannot take it off a list. */
  local: boolean;
}

export function rowOf(complaint: Complaint, { local = false } = {}): Row {
  const copied = Object.fromEntries(copiedFields.map((field) => [field, complaint[field]])) as Pick<Complaint, (typeof copiedFields)[number]>;
  return { ...copied, ...timingOf(complaint), excerpt: maskNumbersInText(complaint.what.slice(0, excerptLength)), local };
}

/**
 * A row as it lies on the device, where it is not sealed. What the server has told is there as it is; of what was typed here and not sent yet only
 * the masked part is, and the outbox, which is sealed, fills in the rest at the next start.
 */
export function rowToKeep(row: Row): Row {
  return row.local ? { ...row, excerpt: '', mailItem: null } : row;
}

const beforeThereWereSteps = {
  escalationLevel: 0,
  nearFromMs: null,
  pausedUntilMs: null,
  isAgreed: false,
  told: null,
  nextContactAtMs: null,
} satisfies Partial<Row>;

/** A row that an older version of the app has kept on this device lacks what came later. */
export function keptRow(kept: Row): Row {
  const { contactKey: _former, ...row } = kept as Row & { contactKey?: unknown };
  return { ...beforeThereWereSteps, ...row };
}
