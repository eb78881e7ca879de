import type { Bilingual } from '../kernel/bilingual.ts';
import type { TimeSpan } from './clock-rules.ts';
import type { Pack } from './pack.ts';

/** What can stand in a figure of the policy: a number, a choice, several of them, a time of day, or the intervals of a working day. */
export type PolicyValue = number | string | boolean | string[] | TimeSpan[];

export const policyGroups = ['clocks', 'quietHours', 'escalation', 'windows', 'limits', 'board', 'refunds', 'closures'] as const;
export type PolicyGroup = (typeof policyGroups)[number];

/** Each kind of figure that an administrator may change; a screen has words for each. Those of a tier, a step or a rung share one. */
export type FigureName =
  | 'tiers.replyHours'
  | 'urgencies.replyHours'
  | 'clocks.acceptMinutes'
  | 'clocks.acceptCounts'
  | 'clocks.handOverMinutes'
  | 'clocks.preHandleMinutes'
  | 'clocks.crossProvinceWorkingDays'
  | 'clocks.otherOrganisationWorkingDays'
  | 'clocks.pauses.awaitingCustomer'
  | 'clocks.pauses.awaitingOther'
  | 'clocks.pauses.mostHours'
  | 'clocks.pauses.most'
  | 'clocks.workingTime'
  | 'clocks.trustWindowHours'
  | 'clocks.reportedLaterMinutes'
  | 'clocks.statutory.days'
  | 'mailServices.statutory.days'
  | 'categories.statutory.days'
  | 'duties.lineRepair.urbanHours'
  | 'duties.lineRepair.ruralHours'
  | 'duties.restoration.hours'
  | 'duties.abnormalBill.factor'
  | 'mailChain.gapHours'
  | 'greenChannel.acceptMinutes'
  | 'clocks.quietHours.from'
  | 'clocks.quietHours.to'
  | 'clocks.quietHours.replyDue'
  | 'escalation.atNight.urgencies'
  | 'escalation.atNight.beforeMinutes'
  | 'escalation.reply.fraction'
  | 'escalation.reply.post'
  | 'escalation.accept.fraction'
  | 'escalation.accept.post'
  | 'escalation.handOver.fraction'
  | 'escalation.handOver.post'
  | 'escalation.statutory.daysBefore'
  | 'escalation.statutory.post'
  | 'escalation.reassignFromLevel'
  | 'escalation.hardAfterReopens'
  | 'escalation.contactBeforeMinutes'
  | 'windows.repeatDays'
  | 'windows.reopenDays'
  | 'windows.statusLinkDays'
  | 'limits.passedAroundAt'
  | 'limits.photos'
  | 'limits.lookupsPerHour'
  | 'limits.contactsPerDay'
  | 'limits.idleLockMinutes'
  | 'limits.sessionHours'
  | 'limits.ticketsSpeak'
  | 'limits.ticketDoubtHours'
  | 'board.nearDueHours'
  | 'board.escalatedFromLevel'
  | 'board.inTimePercent'
  | 'duty.keepOverShift'
  | 'assists.acceptMinutes'
  | 'assists.dueShare'
  | 'assists.leastHours'
  | 'assists.mostOpen'
  | 'assists.arbitrateAfter'
  | 'assists.closeAfterDays'
  | 'deputies.longestDays'
  | 'deputies.subordinateCapFen'
  | 'refunds.cumulateDays'
  | 'refunds.cumulateAcross'
  | 'refunds.selfApprovedDailyFactor'
  | 'refunds.proofAboveFen'
  | 'refunds.ownCauseShare'
  | 'refunds.mostFen'
  | 'refunds.batchUpToFen'
  | 'refunds.reauthenticateAboveFen'
  | 'refunds.remindAfterHours'
  | 'refunds.moveUpAfterHours'
  | 'refunds.payWithin.days'
  | 'refunds.pledge.factor'
  | 'refunds.fraud.factor'
  | 'refunds.fraud.leastFen'
  | 'refunds.ladders.limitFen'
  | 'confirmations.expireHours'
  | 'closures.transferDay'
  | 'closures.retryAfterHours'
  | 'closures.confirmAboveFen';

export type PolicyUnit = 'minutes' | 'hours' | 'days' | 'workingDays' | 'times' | 'level' | 'photos' | 'fen' | 'share' | 'percent' | 'factor' | 'dayOfMonth';

/** What may stand in it. A share is that of a clock: 0.75 is told as 75 %. */
export type PolicyKind =
  | { kind: 'number'; unit: PolicyUnit; least: number; most: number }
  | { kind: 'choice' | 'choices'; options: readonly string[] }
  | { kind: 'switch' }
  | { kind: 'timeOfDay' }
  | { kind: 'workingTime' };

/** One figure that an administrator may change. */
export interface PolicyField {
  /** Where it stands, as people name it: `tiers.vip.replyHours`, `escalation.reply.2.fraction`. */
  key: string;
  group: PolicyGroup;
  /** The key without what it is about: `tiers.replyHours`. */
  name: FigureName;
  /** What it is about, in the operator's own words: a tier, a service, a category. */
  of: Bilingual | null;
  /** Which step, counted from 1. */
  step: number | null;
  /** Whose limit it is. */
  roles: readonly string[];
  /** Where it stands in the pack. */
  path: readonly (string | number)[];
  takes: PolicyKind;
  /** The law, or the product's own safeguard, that the bounds come from: within it an administrator may tighten, beyond it never loosen. */
  basis: Bilingual | null;
}

/** What stands there now. */
export function valueAt(pack: Pack, { path }: Pick<PolicyField, 'path'>): PolicyValue {
  return path.reduce<unknown>((inner, name) => (inner as Record<string | number, unknown>)[name], pack) as PolicyValue;
}

/** The pack with something else there; what is not on the way stays the same object. */
export function withValueAt(pack: Pack, { path }: Pick<PolicyField, 'path'>, value: PolicyValue): Pack {
  return replaced(pack, path, value) as Pack;
}

function replaced(inner: unknown, [name, ...rest]: readonly (string | number)[], value: PolicyValue): unknown {
  if (name === undefined) return value;
  if (Array.isArray(inner)) return inner.map((item: unknown, index) => (index === name ? replaced(item, rest, value) : item));
  const object = inner as Record<string | number, unknown>;
  return { ...object, [name]: replaced(object[name], rest, value) };
}
