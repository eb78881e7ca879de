import type { Staff } from '../organisation/staff.ts';
import { decidersOf, type Refund, type Approval } from '../refund/refund.ts';
import { unitOf } from './organisation.ts';

type Post = Pick<Staff, 'role' | 'unitId'>;

/** One accepted approval as an onlooker remembers it. */
interface Word {
  uid: string;
  forUid: string | null;
  amountFen: number;
}

/** What an onlooker remembers of one refund, without reading what the product has stored about it. */
export interface Memory {
  askedFen: number;
  /** The requester's post when the chain was last worked out. */
  asker: Post;
  words: Word[];
}

/** ORG-3 and REF-2 once more, from the policy and not from the pack: job and kind of unit, with the limit in fen. */
const hotline: readonly [role: string, unitKind: string, limitFen: number][] = [
  ['hotlineAgent', 'complaintCentre', 100_00],
  ['hotlineDutyLeader', 'complaintCentre', 300_00],
  ['complaintSupervisor', 'complaintCentre', 500_00],
  ['centreDirector', 'complaintCentre', 500_00],
  ['unitHead', 'customerService', 1000_00],
  ['companyLeader', 'cityCompany', Number.POSITIVE_INFINITY],
];
const outlet: readonly [role: string, unitKind: string, limitFen: number][] = [
  ['outletClerk', 'outlet', 100_00],
  ['outletManager', 'outlet', 300_00],
  ['unitHead', 'branch', 1000_00],
  ['companyLeader', 'cityCompany', Number.POSITIVE_INFINITY],
];

/** Handlers of departments as other clerks, their heads as other heads. */
const department: readonly [role: string, unitKind: string, limitFen: number][] = [
  ['departmentHandler', 'billing', 100_00],
  ['departmentHead', 'billing', 1000_00],
  ['networkEngineer', 'network', 100_00],
  ['departmentHead', 'network', 1000_00],
  ['companyLeader', 'cityCompany', Number.POSITIVE_INFINITY],
];

/** What somebody may decide alone on the ladder of the requester; 0 for a post that is not on it. */
export function limitFenOn(asker: Post, post: Post): number {
  const { kind } = unitOf(asker.unitId);
  const ofDepartment = ['billing', 'network'].includes(kind) ? department : outlet;
  const ladder = ['complaintCentre', 'customerService'].includes(kind) ? hotline : ofDepartment;
  return ladder.find(([role, unitKind]) => role === post.role && unitKind === unitOf(post.unitId).kind)?.[2] ?? 0;
}

/**
 * What is wrong with paying this refund now, said without looking at how the product decides it (REF-2, REF-3, REF-4, ORG-4): each sentence names one
 * thing. Empty when the money may move.
 *
 * @param othersFen what else was paid in the window and counts with it.
 */
export function faultsOfExecution(refund: Refund, memory: Memory, executorUid: string, staff: ReadonlyMap<string, Staff>, othersFen: number): string[] {
  const executor = staff.get(executorUid);
  const rules: [what: string, holds: boolean][] = [
    ['the clerk is one', executor?.active === true && executor.role === 'refundClerk' && unitOf(executor.unitId).kind === 'complaintCentre'],
    ['the clerk did not ask', executorUid !== refund.requesterUid],
    ['the clerk did not decide', !decidersOf(refund).includes(executorUid)],
    ['what is paid was asked for', refund.amountFen === memory.askedFen],
    ...(refund.closureId === null ? rulesOfChain(refund, memory, staff, refund.amountFen + othersFen) : []),
  ];
  return rules.filter(([, holds]) => !holds).map(([what]) => what);
}

function rulesOfChain(refund: Refund, { asker, words }: Memory, staff: ReadonlyMap<string, Staff>, sumFen: number): [what: string, holds: boolean][] {
  const requester = staff.get(refund.requesterUid);
  if (refund.steps.length === 0) {
    return [
      ['who decides alone is still active', requester?.active === true],
      ['who decides alone may decide so much', requester !== undefined && limitFenOn(requester, requester) >= sumFen],
    ];
  }
  const approved = refund.steps.filter((step) => step.state === 'approved');
  const last = approved.at(-1);
  const before = refund.steps.slice(0, last ? refund.steps.indexOf(last) : 0);
  const people = [refund.requesterUid, ...approved.flatMap((step) => [step.decidedByUid, step.forUid].filter((uid) => uid !== null))];
  const limits = approved.map((step) => limitFenOn(asker, holderOf(step, staff) ?? { role: 'auditor', unitId: step.unitId }));
  return [
    ['nobody is in it twice', new Set(people).size === people.length],
    ['everybody who decided is still active', people.slice(1).every((uid) => staff.get(uid)?.active === true)],
    ['each still holds the post', approved.every((step) => isAtPost(step, staff))],
    ['each post is above the requester in their own line', approved.every((step) => unitOf(asker.unitId).path.includes(step.unitId))],
    ['each stands above the one before', limits.every((limitFen, at) => limitFen > (at === 0 ? limitFenOn(asker, asker) : (limits[at - 1] ?? 0)))],
    ['the last may decide so much', (limits.at(-1) ?? 0) >= sumFen],
    ['no step was left out', before.every((step) => step.state === 'approved' || step.state === 'movedUp')],
    ['each approval was given, for this amount', approved.every((step) => isRemembered(step, words, refund.amountFen))],
  ];
}

function holderOf(step: Approval, staff: ReadonlyMap<string, Staff>): Staff | undefined {
  return staff.get(step.forUid ?? step.decidedByUid ?? '');
}

function isAtPost(step: Approval, staff: ReadonlyMap<string, Staff>): boolean {
  const holder = holderOf(step, staff);
  return holder?.unitId === step.unitId && step.roles.includes(holder.role);
}

function isRemembered(step: Approval, words: readonly Word[], amountFen: number): boolean {
  return words.some((word) => word.uid === step.decidedByUid && word.forUid === step.forUid && word.amountFen === amountFen);
}

/** What is wrong with an approval at the moment it is given: by whom, in whose name and for what (REF-3, REF-6). */
export function faultsOfApproval(
  before: Refund,
  step: Approval,
  by: Staff,
  forUid: string | null,
  seenFen: number,
  world: { staff: ReadonlyMap<string, Staff>; nowMs: number },
): string[] {
  const absent = forUid === null ? null : world.staff.get(forUid);
  const holder = absent ?? by;
  const rules: [what: string, holds: boolean][] = [
    ['who decides is active', by.active],
    ['who decides did not ask', by.uid !== before.requesterUid && forUid !== before.requesterUid],
    ['who decides has not decided before', !decidersOf(before).includes(by.uid) && !decidersOf(before).includes(forUid ?? by.uid)],
    ['what was seen is what is asked for', seenFen === before.amountFen],
    ['the step is open', step.state === 'open'],
    ['the post is held now', holder.active && holder.unitId === step.unitId && step.roles.includes(holder.role)],
    ['the deputy was named for these days', absent === null || isDeputy(absent, by.uid, world.nowMs)],
    ['the deputy is not away in these days', absent === null || by.deputy === null || world.nowMs < by.deputy.fromMs || by.deputy.untilMs < world.nowMs],
    ['the deputy may stand in for so much', absent === null || (absent !== undefined && mayStandIn(absent, by, before.amountFen))],
  ];
  return rules.filter(([, holds]) => !holds).map(([what]) => what);
}

/** ADM-5 from the policy's words: the same rung or a higher one, the same job in the same unit, or the next below up to 2,000 yuan; never who watches or pays. */
function mayStandIn(absent: Post, deputy: Post, amountFen: number): boolean {
  if (['auditor', 'administrator', 'refundClerk'].includes(deputy.role)) return false;
  if (absent.role === deputy.role && absent.unitId === deputy.unitId) return true;
  const limitsOn = (ladder: typeof hotline) => [limitOf(ladder, absent), limitOf(ladder, deputy)] as const;
  const ranked = [hotline, outlet, department].map((ladder) => ({ ladder, limits: limitsOn(ladder) })).filter(({ limits }) => limits[0] !== undefined);
  if (ranked.some(({ limits: [own = 0, theirs] }) => theirs !== undefined && theirs >= own)) return true;
  const isBelow = unitOf(deputy.unitId).path.includes(absent.unitId);
  const isNext = ranked.some(({ ladder, limits: [own = 0, theirs] }) => {
    const below = ladder.map(([, , limitFen]) => limitFen).filter((limitFen) => limitFen < own);
    return theirs === undefined ? deputy.unitId === absent.unitId : theirs === Math.max(...below);
  });
  return isBelow && isNext && amountFen <= 2000_00;
}

function limitOf(ladder: typeof hotline, post: Post): number | undefined {
  return ladder.find(([role, unitKind]) => role === post.role && unitKind === unitOf(post.unitId).kind)?.[2];
}

function isDeputy(absent: Staff | undefined, uid: string, nowMs: number): boolean {
  const deputy = absent?.deputy;
  return deputy?.uid === uid && deputy.fromMs <= nowMs && nowMs <= deputy.untilMs;
}
