import { type StaffCommand, type StaffCommandType, contactResults, staffCommandSchema, toldWithAnswer } from '@shouwen/domain/complaint/command';
import { mostBilledFen } from '@shouwen/domain/complaint/cause-proof';
import type { Complaint, ResponsibleLink } from '@shouwen/domain/complaint/complaint';
import { checklistResults } from '@shouwen/domain/complaint/complaint-values';
import { moneyWithoutRefund } from '@shouwen/domain/complaint/money-lines';
import { readTrace, traceText } from '@shouwen/domain/complaint/mail-trace';
import { ownLinks } from '@shouwen/domain/complaint/responsible-link';
import { nowMs } from '../../../platform/device/clock.ts';
import { particularsOf, typedOf } from '../../../parts/particulars/typed-particulars.ts';
import { yuanOf } from '../../../i18n/yuan-text.ts';
import { readAmount } from '../../../platform/device/amount-typing.ts';
import { parseLocalMoment } from '../../../platform/device/local-moment.ts';

/** One thing that a form asks for. Its name is the name in the command, so that what the schema finds wrong finds its field. */
export type FieldOfCommand =
  | { kind: 'text'; name: 'reason' | 'text' | 'evidence' | 'whereToTurn' | 'whom'; longest: number; lines: number; optional?: true }
  | { kind: 'choice'; name: 'result' | 'toldBy'; options: readonly string[] }
  | { kind: 'moment'; name: 'nextSlotAtMs' | 'untilAtMs' }
  | { kind: 'unit'; name: 'toUnitId' }
  | { kind: 'person'; name: 'toUid'; of: 'handlingUnit' | 'chosenUnit'; optional?: true }
  | { kind: 'selection'; name: 'category' | 'tier' | 'urgency' | 'need' }
  | { kind: 'checklist'; name: 'checklist' }
  | { kind: 'photo'; name: 'photoId' }
  | { kind: 'bill'; name: 'bill' }
  | { kind: 'particulars'; name: 'particulars' }
  | { kind: 'link'; name: 'link' }
  | { kind: 'complaint'; name: 'intoId' };

const reason: FieldOfCommand = { kind: 'text', name: 'reason', longest: 500, lines: 3 };

/** What each command asks for; one that asks for nothing is given at once, or after a confirmation where it cannot be taken back. */
export const fieldsOf: Record<StaffCommandType, readonly FieldOfCommand[]> = {
  accept: [],
  return: [reason],
  assign: [{ kind: 'person', name: 'toUid', of: 'handlingUnit' }, reason],
  handOver: [{ kind: 'unit', name: 'toUnitId' }, { kind: 'person', name: 'toUid', of: 'chosenUnit', optional: true }, reason],
  acceptHandOver: [],
  declineHandOver: [reason],
  note: [{ kind: 'text', name: 'text', longest: 2000, lines: 5 }],
  contactAttempt: [
    { kind: 'choice', name: 'result', options: contactResults },
    { kind: 'text', name: 'text', longest: 1000, lines: 3, optional: true },
    { kind: 'moment', name: 'nextSlotAtMs' },
  ],
  confirmCause: [
    { kind: 'text', name: 'text', longest: 2000, lines: 4 },
    { kind: 'text', name: 'evidence', longest: 2000, lines: 3 },
    { kind: 'photo', name: 'photoId' },
    { kind: 'bill', name: 'bill' },
  ],
  awaitCustomer: [reason, { kind: 'moment', name: 'untilAtMs' }],
  awaitOther: [{ kind: 'text', name: 'whom', longest: 100, lines: 1 }, reason, { kind: 'moment', name: 'untilAtMs' }],
  awaitAssists: [],
  resume: [],
  answer: [
    { kind: 'text', name: 'text', longest: 2000, lines: 8 },
    { kind: 'checklist', name: 'checklist' },
    { kind: 'choice', name: 'toldBy', options: toldWithAnswer },
  ],
  close: [],
  outOfScope: [reason, { kind: 'text', name: 'whereToTurn', longest: 500, lines: 2 }],
  withdraw: [reason],
  merge: [{ kind: 'complaint', name: 'intoId' }],
  chase: [{ kind: 'text', name: 'text', longest: 2000, lines: 3 }],
  reopen: [reason],
  agreeTime: [{ kind: 'moment', name: 'untilAtMs' }, reason],
  correct: [
    { kind: 'selection', name: 'category' },
    { kind: 'selection', name: 'tier' },
    { kind: 'selection', name: 'urgency' },
    { kind: 'selection', name: 'need' },
    reason,
  ],
  noteParticulars: [{ kind: 'particulars', name: 'particulars' }],
  nameLink: [{ kind: 'link', name: 'link' }],
  escalate: [reason],
  leadToManager: [],
  receiveInPerson: [],
};

/** Given by phones of the former version alone, and read in what they have sent: whoever else is waited for is asked to assist (AST-1). */
export const formerCommands = ['awaitOther'] as const satisfies readonly StaffCommandType[];

/** Given without a form: harmless, and wanted in one tap. */
export const immediateCommands = ['accept', 'acceptHandOver', 'awaitAssists', 'resume', 'receiveInPerson'] as const satisfies readonly StaffCommandType[];

/** What has been typed into a form so far, by field; a line of the checklist is `checklist.<ask>`. */
export type CommandDraft = Record<string, string>;

export type BuiltCommand = { ok: true; command: StaffCommand } | { ok: false; missing: string[] };

/** Turns what was typed into a command, or names the fields that the schema is not content with. */
export function buildCommand(type: StaffCommandType, draft: CommandDraft, complaint: Pick<Complaint, 'asks' | 'refunds'>): BuiltCommand {
  if (type === 'noteParticulars') return builtParticulars(draft);
  if (type === 'nameLink') return builtLink(draft);
  const values = fieldsOf[type].map((field) => [field.name, valueOf(field, draft, complaint)] as const);
  const money = type === 'answer' && isMoneyToldOf(draft, complaint) ? { howGiven: draft['howGiven'] ?? '' } : {};
  const parsed = staffCommandSchema.safeParse({ ...Object.fromEntries(values), ...money, type });
  if (parsed.success) return { ok: true, command: parsed.data };
  return { ok: false, missing: [...new Set(parsed.error.issues.map((issue) => fieldAt(issue.path, complaint)))] };
}

/** What was typed of bills has more to be told about it than a schema can. */
function builtParticulars(draft: CommandDraft): BuiltCommand {
  const read = particularsOf(draft);
  return read.ok ? { ok: true, command: { type: 'noteParticulars', ...read.particulars } } : { ok: false, missing: read.wrong };
}

/** PST-2: of a trace is sent what could be read of it, and nobody's telephone; one that nothing could be read of is told about. */
function builtLink(draft: CommandDraft): BuiltCommand {
  const { link, unitId, cause, evidence = '' } = draft;
  const typed = (draft['trace'] ?? '').trim();
  const trace = typed === '' ? null : traceText(readTrace(typed, nowMs()));
  const isOwn = ownLinks.some((own) => own === link);
  const parsed = staffCommandSchema.safeParse({ type: 'nameLink', link, unitId: isOwn ? unitId || undefined : null, cause, evidence, trace });
  if (parsed.success) return { ok: true, command: parsed.data };
  return { ok: false, missing: [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))] };
}

/** Whether an answer says that money was given although there is no refund: then it is asked how. */
export function isMoneyToldOf(draft: CommandDraft, { asks, refunds }: Pick<Complaint, 'asks' | 'refunds'>): boolean {
  const lines = asks.flatMap((ask) => checklistResults.flatMap((result) => (draft[`checklist.${ask}`] === result ? { ask, result } : [])));
  return moneyWithoutRefund(lines, refunds) !== null;
}

/** What a form holds when it is opened: what is recorded, where that is what it changes. */
export function startOf(type: StaffCommandType, { category, tier, urgency, need, particulars, responsible }: Complaint): CommandDraft {
  if (type === 'nameLink' && responsible) return linkDraft(responsible);
  if (type === 'noteParticulars') return typedOf(particulars);
  return type === 'correct' ? { category, tier, urgency: urgency ?? '', need: need ?? '' } : {};
}

function linkDraft({ link, unitId, cause, evidence }: ResponsibleLink): CommandDraft {
  return { link, unitId: unitId ?? '', cause, evidence };
}

/** A command that was refused, as a form to send again after a correction. */
export function draftOf(command: StaffCommand): CommandDraft {
  if (command.type === 'noteParticulars') return typedOf(command);
  const draft: CommandDraft = {};
  for (const [name, value] of Object.entries(command)) {
    if (typeof value === 'string' && name !== 'type') draft[name] = value;
  }
  if (command.type === 'confirmCause' && command.bill) {
    const { period, item, amountFen } = command.bill;
    Object.assign(draft, { 'bill.period': period, 'bill.item': item, 'bill.amountFen': yuanOf(amountFen) });
  }
  if (command.type === 'answer') for (const { ask, result } of command.checklist) draft[`checklist.${ask}`] = result;
  return draft;
}

function valueOf(field: FieldOfCommand, draft: CommandDraft, complaint: Pick<Complaint, 'asks'>): unknown {
  const typed = draft[field.name] ?? '';
  switch (field.kind) {
    case 'moment':
      return typed === '' ? null : parseLocalMoment(typed);
    case 'person':
      return typed === '' ? (field.optional ? null : undefined) : typed;
    case 'unit':
    case 'complaint':
      return typed === '' ? undefined : typed;
    case 'selection':
      return typed === '' && (field.name === 'urgency' || field.name === 'need') ? null : typed;
    case 'choice':
      return field.name === 'toldBy' && typed === '' ? undefined : typed;
    case 'photo':
      return typed === '' ? null : typed;
    case 'bill':
      return billOf(draft);
    case 'checklist':
      return complaint.asks.map((ask) => ({ ask, result: draft[`checklist.${ask}`] }));
    default:
      return typed;
  }
}

/** A line of a bill, or null where nothing of one was typed; an amount that is none is left out, for the schema to find missing. */
function billOf(draft: CommandDraft): unknown {
  const [period, item, amount] = ['bill.period', 'bill.item', 'bill.amountFen'].map((name) => (draft[name] ?? '').trim());
  if (!period && !item && !amount) return null;
  const read = readAmount(amount ?? '', mostBilledFen);
  return { period, item, amountFen: read.ok ? read.fen : undefined };
}

function fieldAt(path: readonly PropertyKey[], complaint: Pick<Complaint, 'asks'>): string {
  const [name, index] = path;
  const ask = name === 'checklist' && typeof index === 'number' ? complaint.asks[index] : undefined;
  if (name === 'bill' && typeof index === 'string') return `bill.${index}`;
  return ask === undefined ? String(name) : `checklist.${ask}`;
}
