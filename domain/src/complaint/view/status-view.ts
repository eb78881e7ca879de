import type { ComplaintId, EpochMs, Fen, UnitId, PackId } from '../../kernel/brand.ts';
import { dayMs } from '../../calendar/day.ts';
import type { Bilingual } from '../../kernel/bilingual.ts';
import type { Pack } from '../../policy/pack.ts';
import { findCategory } from '../../policy/category.ts';
import type { Ask, ComplaintState, Stage } from '../complaint-values.ts';
import type { ChecklistItem, Complaint, Rating, RefundStanding } from '../complaint.ts';
import { type Appeal, appealOf } from './appeal.ts';
import { type Hurried, hurriedOf } from './hurried.ts';
import { maskNameInText } from '../../customer/mask.ts';
import { maskNumbersInText } from '../../customer/mask-numbers.ts';

/** What a customer sees of their complaint: `status/{statusId}`. Holds nothing that would tell anyone else who they are. */
export interface StatusView {
  complaintId: ComplaintId;
  number: string;
  pack: PackId;
  operator: Bilingual;
  hotline: string;
  regulatorHotline: string;
  /** To whom the customer may appeal once the law's time is over. */
  regulator: Bilingual;
  category: Bilingual;
  asks: Ask[];
  /** What was recorded as said by them, without persons' numbers and their own name, so that they can put it right; null on a page from before. */
  what: string | null;
  state: ComplaintState;
  recordedAtMs: EpochMs;
  /** Promised reply; null once answered. */
  promisedAtMs: EpochMs | null;
  /** The promised moment was agreed with the customer (SLA-4). */
  isAgreed: boolean;
  /** While the operator waits for the customer and its own clock stands still: until when at most (SLA-5). */
  pausedUntilMs: number | null;
  /** When the statutory time for an answer ends: from then on the customer may appeal to the regulator. */
  statutoryAtMs: EpochMs | null;
  /** From when and why the customer may appeal (APL-1); null where they may not, and on a page from before. */
  appeal: Appeal | null;
  /** The unit that has it now. */
  holder: Bilingual | null;
  milestones: { stage: Stage; atMs: number; unit: Bilingual | null }[];
  /** PST-2: offices along the way of their mail item that were asked to hurry. */
  hurried: Hurried[];
  /** What the customer is asked for while the operator waits for them. */
  neededFromCustomer: string | null;
  answer: { text: string; checklist: ChecklistItem[]; howGiven?: string; atMs: number } | null;
  outOfScope: { reason: string; whereToTurn: string } | null;
  /** Refunds that were approved or paid; what is still being asked for is no promise. */
  refunds: { amountFen: Fen; form: RefundStanding['form']; standing: 'approved' | 'paid'; atMs: number }[];
  rating: Rating | null;
  /** Whether the operator has a word of how the customer came to know the answer; where it has none, opening the page says so. */
  isTold: boolean;
  /** Until when disagreeing reopens it; null while there is nothing to disagree with. */
  reopenUntilMs: number | null;
  expiresAtMs: EpochMs | null;
  updatedAtMs: EpochMs;
}

/**
 * Projects a complaint onto its status page. Free text that staff typed has persons' phone, identity and card numbers hidden (RET-2).
 *
 * @param unitPhones what the operator's units are reached by, which stays in such a text.
 */
export function statusViewOf(complaint: Complaint, pack: Pack, unitName: (unitId: UnitId) => Bilingual | null, unitPhones: readonly string[] = []): StatusView {
  const { answer, waiting, clocks, outOfScope } = complaint;
  const isOver = complaint.closedAtMs !== null;
  const endedAtMs = complaint.closedAtMs ?? (complaint.state === 'answered' ? (answer?.atMs ?? null) : null);
  const own = [pack.hotline, pack.regulatorHotline, ...(complaint.mailItem === null ? [] : [complaint.mailItem]), ...unitPhones];
  const withoutPersons = (text: string): string => maskNumbersInText(text, own);
  const canDisagree = complaint.state === 'answered' || complaint.state === 'closed';
  return {
    complaintId: complaint.id,
    number: complaint.number,
    pack: complaint.pack,
    operator: pack.operator,
    hotline: pack.hotline,
    regulatorHotline: pack.regulatorHotline,
    regulator: pack.regulator,
    category: findCategory(pack, complaint.category)?.group.name ?? pack.operator,
    asks: complaint.asks,
    what: maskNameInText(withoutPersons(complaint.what), complaint.contactMasked.name),
    state: complaint.state,
    recordedAtMs: clocks?.startAtMs ?? complaint.capturedAtMs,
    promisedAtMs: isOver || complaint.state === 'answered' ? null : complaint.dueAtMs,
    isAgreed: complaint.agreedTime !== null && !isOver && complaint.state !== 'answered',
    pausedUntilMs: complaint.state === 'awaitingCustomer' && waiting?.pausesClock ? waiting.untilAtMs : null,
    statutoryAtMs: isOver ? null : (clocks?.statutoryDueAtMs ?? null),
    appeal: appealOf(complaint),
    holder: complaint.handlingUnitId === null ? null : unitName(complaint.handlingUnitId),
    milestones: complaint.milestones.map(({ stage, atMs, unitId }) => ({ stage, atMs, unit: unitId === null ? null : unitName(unitId) })),
    hurried: isOver ? [] : hurriedOf(complaint, pack, unitName, withoutPersons),
    neededFromCustomer: complaint.state === 'awaitingCustomer' && waiting ? withoutPersons(waiting.reason) : null,
    answer: answer && answerStands(complaint) ? answerOf(answer, withoutPersons) : null,
    outOfScope: outOfScope && { reason: withoutPersons(outOfScope.reason), whereToTurn: outOfScope.whereToTurn },
    refunds: complaint.refunds.flatMap(({ amountFen, form, standing, atMs }) =>
      standing === 'approved' || standing === 'paid' ? [{ amountFen, form, standing, atMs }] : [],
    ),
    rating: complaint.rating,
    isTold: complaint.told !== null,
    reopenUntilMs: canDisagree && endedAtMs !== null ? endedAtMs + pack.windows.reopenDays * dayMs : null,
    expiresAtMs: complaint.closedAtMs === null ? null : complaint.closedAtMs + pack.windows.statusLinkDays * dayMs,
    updatedAtMs: complaint.updatedAtMs,
  };
}

/** How money was given is told in somebody's own words too. */
function answerOf({ text, checklist, howGiven, atMs }: NonNullable<Complaint['answer']>, withoutPersons: (text: string) => string) {
  return { text: withoutPersons(text), checklist, ...(howGiven !== undefined && { howGiven: withoutPersons(howGiven) }), atMs };
}

/** After a disagreement the old answer no longer stands, however the complaint ends. */
export function answerStands(complaint: Pick<Complaint, 'state'>): boolean {
  return complaint.state === 'answered' || complaint.state === 'closed';
}

/** Whether the customer's page must be written again: notes and other inner steps do not change it, and that they know the answer they know. */
export function statusViewChanged(before: StatusView, after: StatusView): boolean {
  const compared = (view: StatusView) => JSON.stringify({ ...view, updatedAtMs: 0, isTold: false });
  return compared(before) !== compared(after);
}
