import type { PolicyDifference } from './change-policy.ts';
import type { FigureName, PolicyField } from './policy-field.ts';

/** Which value of a figure is the stricter; `neither` where it cannot be said, so that each change of it is looked at by somebody else. */
type Stricter = 'lower' | 'higher' | 'off' | 'neither';

/** Figures that are not here bind nobody's money, no clock and nobody's personal data. */
const stricter: Partial<Record<FigureName, Stricter>> = {
  'tiers.replyHours': 'lower',
  'urgencies.replyHours': 'lower',
  'clocks.acceptMinutes': 'lower',
  'clocks.acceptCounts': 'neither',
  'clocks.handOverMinutes': 'lower',
  'greenChannel.acceptMinutes': 'lower',
  'assists.acceptMinutes': 'lower',
  'assists.dueShare': 'lower',
  'assists.leastHours': 'lower',
  'clocks.preHandleMinutes': 'lower',
  'clocks.crossProvinceWorkingDays': 'lower',
  'clocks.otherOrganisationWorkingDays': 'lower',
  'clocks.pauses.awaitingCustomer': 'neither',
  'clocks.pauses.awaitingOther': 'neither',
  'clocks.pauses.mostHours': 'lower',
  'clocks.pauses.most': 'lower',
  'clocks.workingTime': 'neither',
  'clocks.trustWindowHours': 'lower',
  'clocks.reportedLaterMinutes': 'lower',
  'clocks.statutory.days': 'lower',
  'mailServices.statutory.days': 'lower',
  'categories.statutory.days': 'lower',
  'duties.lineRepair.urbanHours': 'lower',
  'duties.lineRepair.ruralHours': 'lower',
  'duties.restoration.hours': 'lower',
  'duties.abnormalBill.factor': 'lower',
  'clocks.quietHours.from': 'neither',
  'clocks.quietHours.to': 'neither',
  'clocks.quietHours.replyDue': 'neither',
  'escalation.atNight.urgencies': 'neither',
  'escalation.atNight.beforeMinutes': 'higher',
  'escalation.reply.fraction': 'lower',
  'escalation.reply.post': 'neither',
  'escalation.accept.fraction': 'lower',
  'escalation.accept.post': 'neither',
  'escalation.handOver.fraction': 'lower',
  'escalation.handOver.post': 'neither',
  'escalation.statutory.daysBefore': 'higher',
  'escalation.statutory.post': 'neither',
  'escalation.reassignFromLevel': 'lower',
  'escalation.hardAfterReopens': 'lower',
  'escalation.contactBeforeMinutes': 'neither',
  'refunds.cumulateDays': 'higher',
  'refunds.proofAboveFen': 'lower',
  'refunds.ownCauseShare': 'lower',
  'refunds.mostFen': 'lower',
  'refunds.batchUpToFen': 'lower',
  'refunds.reauthenticateAboveFen': 'lower',
  'refunds.remindAfterHours': 'lower',
  'refunds.moveUpAfterHours': 'lower',
  'refunds.payWithin.days': 'lower',
  'refunds.ladders.limitFen': 'lower',
  'limits.lookupsPerHour': 'lower',
  'limits.contactsPerDay': 'lower',
  'limits.idleLockMinutes': 'lower',
  'limits.sessionHours': 'lower',
  'limits.ticketsSpeak': 'off',
  'limits.ticketDoubtHours': 'higher',
  'deputies.longestDays': 'lower',
  'deputies.subordinateCapFen': 'lower',
  'confirmations.expireHours': 'lower',
};

/** Whether a figure says something about money: all of its changes are, as long as they do not tighten it. */
function isMoney({ name }: Pick<PolicyField, 'name'>): boolean {
  return /^(refunds|closures|deputies|confirmations)\./.test(name);
}

/** Who besides the administrator has to say yes to a change of the policy (ADM-2): nobody, somebody, or somebody who answers for money. */
export type Caution = 'none' | 'second' | 'money';

/** ADM-2: money figures, looser clocks and looser limits on personal data wait for a second person; what tightens does not, for protection is never delayed. */
export function cautionOf(field: Pick<PolicyField, 'name'>, { before, after }: Pick<PolicyDifference, 'before' | 'after'>): Caution {
  const which = stricter[field.name] ?? (isMoney(field) ? 'neither' : null);
  if (which === null) return 'none';
  if (isTighter(which, before, after)) return 'none';
  return isMoney(field) ? 'money' : 'second';
}

function isTighter(which: Stricter, before: PolicyDifference['before'], after: PolicyDifference['after']): boolean {
  if (which === 'off') return after === false;
  return typeof before === 'number' && typeof after === 'number' && ((which === 'lower' && after <= before) || (which === 'higher' && after >= before));
}

/** The greatest caution that any of these changes asks for; what is applied to open matters is looked at by somebody else whatever it is. */
export function cautionOfPolicy(fields: readonly PolicyField[], differences: readonly PolicyDifference[], applyToOpen: boolean): Caution {
  const cautions = differences.map((difference) => {
    const field = fields.find(({ key }) => key === difference.key);
    return field ? cautionOf(field, difference) : 'money';
  });
  if (cautions.includes('money')) return 'money';
  return applyToOpen || cautions.includes('second') ? 'second' : 'none';
}
