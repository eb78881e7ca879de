import type { Bilingual } from '../kernel/bilingual.ts';
import { fraudBound, type LegalBound, payWithinBound, reauthenticationBound, statutoryBound } from './legal-bounds.ts';
import { cumulations, type Pack } from './pack.ts';
import type { FigureName, PolicyField, PolicyGroup, PolicyKind, PolicyUnit } from './policy-field.ts';

type About = Partial<Pick<PolicyField, 'key' | 'of' | 'step' | 'roles' | 'path'>>;

/** Every figure that an administrator may change, in the order in which a screen shows them, each with its bounds. */
export function policyFields(pack: Pack): PolicyField[] {
  return [
    ...replyFields(pack),
    ...clockFields(),
    ...statutoryFields(pack),
    ...dutyFields(pack),
    ...mailChainFields(pack),
    ...greenChannelFields(pack),
    ...quietFields(),
    ...assistFields(),
    ...escalationFields(pack),
    ...windowFields(),
    ...boardFields(pack),
    ...refundFields(pack),
    ...ladderFields(pack),
    ...closureFields(pack),
  ];
}

function field(group: PolicyGroup, name: FigureName, takes: PolicyKind, about: About = {}, bound: LegalBound | null = null): PolicyField {
  return { key: name, group, name, of: null, step: null, roles: [], path: name.split('.'), basis: bound?.basis ?? null, ...about, takes: within(takes, bound) };
}

function within(takes: PolicyKind, bound: LegalBound | null): PolicyKind {
  if (takes.kind !== 'number' || bound === null) return takes;
  return { ...takes, least: Math.max(takes.least, bound.least ?? takes.least), most: Math.min(takes.most, bound.most ?? takes.most) };
}

function number(unit: PolicyUnit, least: number, most: number): PolicyKind {
  return { kind: 'number', unit, least, most };
}

const amount = number('fen', 0, 10_000_000);
const toggle: PolicyKind = { kind: 'switch' };

/** SLA-1 by tier, SLA-2 by urgency. */
function replyFields({ tiers, urgencies }: Pack): PolicyField[] {
  const hours = number('hours', 1, 24 * 30);
  return [
    ...tiers.map(({ id, name }, index) =>
      field('clocks', 'tiers.replyHours', hours, { key: `tiers.${id}.replyHours`, of: name, path: ['tiers', index, 'replyHours'] }),
    ),
    ...urgencies.map(({ id, name }, index) =>
      field('clocks', 'urgencies.replyHours', hours, { key: `urgencies.${id}.replyHours`, of: name, path: ['urgencies', index, 'replyHours'] }),
    ),
  ];
}

/** OWN-4, NET-1, SLA-3, SLA-5, TIME. */
function clockFields(): PolicyField[] {
  return [
    field('clocks', 'clocks.acceptMinutes', number('minutes', 5, 2880)),
    field('clocks', 'clocks.acceptCounts', { kind: 'choice', options: ['elapsed', 'workingTime'] }),
    field('clocks', 'clocks.handOverMinutes', number('minutes', 5, 1440)),
    field('clocks', 'clocks.preHandleMinutes', number('minutes', 5, 480)),
    field('clocks', 'clocks.crossProvinceWorkingDays', number('workingDays', 1, 15)),
    field('clocks', 'clocks.otherOrganisationWorkingDays', number('workingDays', 1, 30)),
    field('clocks', 'clocks.pauses.awaitingCustomer', toggle),
    field('clocks', 'clocks.pauses.awaitingOther', toggle),
    field('clocks', 'clocks.pauses.mostHours', number('hours', 1, 720)),
    field('clocks', 'clocks.pauses.most', number('times', 0, 20)),
    field('clocks', 'clocks.workingTime', { kind: 'workingTime' }),
    field('clocks', 'duty.keepOverShift', toggle),
    field('clocks', 'clocks.trustWindowHours', number('hours', 1, 168)),
    field('clocks', 'clocks.reportedLaterMinutes', number('minutes', 1, 1440)),
  ];
}

/** SLA-8. */
function statutoryFields(pack: Pack): PolicyField[] {
  const days = number('days', 1, 60);
  const special = [
    ...pack.mailServices.map((service, index) => ({ ...service, root: 'mailServices' as const, path: ['mailServices', index] })),
    ...pack.categories.flatMap(({ children }, group) =>
      children.map((category, index) => ({ ...category, root: 'categories' as const, path: ['categories', group, 'children', index] })),
    ),
  ];
  return [
    field('clocks', 'clocks.statutory.days', days, {}, statutoryBound(pack, 'clocks.statutory.days', pack.clocks.statutory)),
    ...special.flatMap(({ id, name, statutory, root, path }) => {
      if (!statutory) return [];
      const key = `${root}.${id}.statutory.days`;
      return [field('clocks', `${root}.statutory.days`, days, { key, of: name, path: [...path, 'statutory', 'days'] }, statutoryBound(pack, key, statutory))];
    }),
  ];
}

/** PST-2. */
function mailChainFields({ mailChain }: Pack): PolicyField[] {
  return mailChain === null ? [] : [field('clocks', 'mailChain.gapHours', number('hours', 1, 720))];
}

/** GRN-1. */
function greenChannelFields({ greenChannel }: Pack): PolicyField[] {
  return greenChannel === null ? [] : [field('clocks', 'greenChannel.acceptMinutes', number('minutes', 5, 1440))];
}

/** Telecom Regulations 32–34. */
function dutyFields(pack: Pack): PolicyField[] {
  const { duties } = pack;
  if (duties === null) return [];
  const most = number('hours', 1, 720);
  const of = (
    name: 'duties.lineRepair.urbanHours' | 'duties.lineRepair.ruralHours' | 'duties.restoration.hours' | 'duties.abnormalBill.factor',
    takes: PolicyKind,
    now: number,
    { basis }: { basis: Bilingual },
  ) => field('clocks', name, takes, {}, { most: pack.statutoryLimits[name] ?? now, basis });
  return [
    of('duties.lineRepair.urbanHours', most, duties.lineRepair.urbanHours, duties.lineRepair),
    of('duties.lineRepair.ruralHours', most, duties.lineRepair.ruralHours, duties.lineRepair),
    of('duties.restoration.hours', most, duties.restoration.hours, duties.restoration),
    of('duties.abnormalBill.factor', number('factor', 2, 100), duties.abnormalBill.factor, duties.abnormalBill),
  ];
}

/** SLA-4. */
function quietFields(): PolicyField[] {
  return [
    field('quietHours', 'clocks.quietHours.from', { kind: 'timeOfDay' }),
    field('quietHours', 'clocks.quietHours.to', { kind: 'timeOfDay' }),
    field('quietHours', 'clocks.quietHours.replyDue', { kind: 'choice', options: ['defer', 'bringForward', 'ignore'] }),
    field('quietHours', 'escalation.atNight.urgencies', { kind: 'choices', options: ['critical', 'urgent', 'normal'] }),
    // The schedule comes every five minutes: what lies closer to the night could only be told after it.
    field('quietHours', 'escalation.atNight.beforeMinutes', number('minutes', 10, 180)),
  ];
}

/** AST-1…3. */
function assistFields(): PolicyField[] {
  return [
    field('clocks', 'assists.acceptMinutes', number('minutes', 5, 2880)),
    field('clocks', 'assists.dueShare', number('share', 0.1, 1)),
    field('clocks', 'assists.leastHours', number('hours', 1, 72)),
    field('clocks', 'assists.mostOpen', number('times', 1, 10)),
    field('clocks', 'assists.arbitrateAfter', number('times', 1, 5)),
    field('clocks', 'assists.closeAfterDays', number('days', 1, 60)),
  ];
}

type ClockWithSteps = 'reply' | 'accept' | 'handOver' | 'statutory';

/** SLA-6, ATT-4. */
function escalationFields({ escalation }: Pack): PolicyField[] {
  const posts: PolicyKind = { kind: 'choice', options: escalation.line.map(({ id }) => id) };
  // Four times its clock is twice what the packs say: a step that comes later tells nobody in time.
  const share = number('share', 0.05, 4);
  const days = number('days', -30, 60);
  const stepOf = (clock: ClockWithSteps, index: number, figure: 'fraction' | 'daysBefore' | 'post') => ({
    key: `escalation.${clock}.${index + 1}.${figure}`,
    step: index + 1,
    path: ['escalation', clock, index, figure],
  });
  return [
    ...(['reply', 'accept', 'handOver'] as const).flatMap((clock) =>
      escalation[clock].flatMap((_step, index) => [
        field('escalation', `escalation.${clock}.fraction`, share, stepOf(clock, index, 'fraction')),
        field('escalation', `escalation.${clock}.post`, posts, stepOf(clock, index, 'post')),
      ]),
    ),
    ...escalation.statutory.flatMap((_step, index) => [
      field('escalation', 'escalation.statutory.daysBefore', days, stepOf('statutory', index, 'daysBefore')),
      field('escalation', 'escalation.statutory.post', posts, stepOf('statutory', index, 'post')),
    ]),
    field('escalation', 'escalation.reassignFromLevel', number('level', 1, escalation.reply.length)),
    field('escalation', 'escalation.hardAfterReopens', number('times', 1, 10)),
    field('escalation', 'escalation.contactBeforeMinutes', number('minutes', 5, 240)),
  ];
}

/** ATT-2, KPI-5, OWN-6, REC-2. */
function windowFields(): PolicyField[] {
  return [
    field('windows', 'windows.repeatDays', number('days', 1, 365)),
    field('windows', 'windows.reopenDays', number('days', 1, 180)),
    field('windows', 'windows.statusLinkDays', number('days', 30, 3650)),
    field('limits', 'limits.passedAroundAt', number('times', 2, 20)),
    field('limits', 'limits.photos', number('photos', 1, 20)),
    field('limits', 'limits.lookupsPerHour', number('times', 10, 500)),
    field('limits', 'limits.contactsPerDay', number('times', 10, 1000)),
    field('limits', 'limits.idleLockMinutes', number('minutes', 1, 60)),
    field('limits', 'limits.sessionHours', number('hours', 8, 720)),
    field('limits', 'limits.ticketsSpeak', toggle),
    field('limits', 'limits.ticketDoubtHours', number('hours', 1, 168)),
  ];
}

/** SLA-6, SLA-7. */
function boardFields({ escalation }: Pack): PolicyField[] {
  return [
    field('board', 'board.nearDueHours', number('hours', 1, 168)),
    field('board', 'board.escalatedFromLevel', number('level', 1, escalation.reply.length)),
    field('board', 'board.inTimePercent', number('percent', 1, 100)),
  ];
}

/** REF-1, REF-4, REF-6, REF-7. */
function refundFields(pack: Pack): PolicyField[] {
  const fraud = fraudBound(pack);
  return [
    field('refunds', 'refunds.cumulateDays', number('days', 7, 365)),
    field('refunds', 'refunds.cumulateAcross', { kind: 'choice', options: cumulations }),
    field('refunds', 'refunds.selfApprovedDailyFactor', number('factor', 1, 10)),
    field('refunds', 'refunds.proofAboveFen', number('fen', 0, 50_000)),
    field('refunds', 'refunds.ownCauseShare', number('share', 0, 1)),
    field('refunds', 'refunds.mostFen', number('fen', 1, 10_000_000)),
    field('refunds', 'refunds.batchUpToFen', amount),
    field('refunds', 'refunds.reauthenticateAboveFen', amount, {}, reauthenticationBound),
    field('refunds', 'refunds.remindAfterHours', number('hours', 1, 168)),
    field('refunds', 'refunds.moveUpAfterHours', number('hours', 1, 336)),
    field('refunds', 'refunds.payWithin.days', number('days', 1, 60), {}, payWithinBound(pack)),
    field('refunds', 'deputies.longestDays', number('days', 1, 60)),
    field('refunds', 'deputies.subordinateCapFen', amount),
    field('refunds', 'confirmations.expireHours', number('hours', 24, 168)),
    ...(pack.refunds.pledge ? [field('refunds', 'refunds.pledge.factor', number('factor', 2, 10))] : []),
    field('refunds', 'refunds.fraud.factor', number('factor', 1, 10), {}, fraud.factor),
    field('refunds', 'refunds.fraud.leastFen', amount, {}, fraud.leastFen),
  ];
}

/** ORG-3, REF-2: the last rung of a ladder has no limit, and keeps none. */
function ladderFields({ refunds }: Pack): PolicyField[] {
  return refunds.ladders.flatMap(({ id, rungs }, ladder) =>
    rungs.flatMap(({ roles, limitFen }, index) => {
      if (limitFen === null) return [];
      const path = ['refunds', 'ladders', ladder, 'rungs', index, 'limitFen'];
      const key = `refunds.ladders.${id}.${index + 1}.limitFen`;
      return [field('refunds', 'refunds.ladders.limitFen', amount, { key, step: index + 1, roles, path })];
    }),
  );
}

/** CLO-1, CLO-3. */
function closureFields({ closures }: Pack): PolicyField[] {
  if (closures === null) return [];
  return [
    field('closures', 'closures.transferDay', number('dayOfMonth', 1, 28)),
    field('closures', 'closures.retryAfterHours', number('hours', 1, 168)),
    field('closures', 'closures.confirmAboveFen', amount),
  ];
}
