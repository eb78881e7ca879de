import { describe, expect, test } from 'vitest';
import { complaintIn, offeredComplaintIn, poolComplaintIn, ledComplaintIn } from '../testing/complaints.ts';
import { impossibilities } from '../testing/impossibilities.ts';
import { actorOf, customer, staff, systemActor } from '../testing/organisation.ts';
import { askedAssist, commandedAtMs, contextOf, factsFor, packFor, samples } from '../testing/sample-commands.ts';
import type { Complaint } from './complaint.ts';
import { type ComplaintState, complaintStates } from './complaint-values.ts';
import { decide } from './decide.ts';
import { evolveAll } from './evolve.ts';
import type { Actor } from './relation.ts';
import { transitionOf, transitions } from './transitions.ts';

/**
 * Who may give which command in which state, written down from policy.md and docs/contract.md and not from the table in the code.
 * H handler, P member of the unit's pool, O first-contact owner, D head who directs the handling, R receiver of a hand-over, M the manager to whom the
 * customer was led, A anyone else who sees it, C customer, S the product itself. A small letter: nothing more happens, because it has been done already.
 */
const expected = `
                 recorded assigned accepted inProgress awaitingCustomer awaitingApproval awaitingOther answered closed reopened outOfScope merged withdrawn
accept           .        HPD      h        .          .                .                .             .        .      HPD      .          .      .
return           .        H        H        H          H                H                H             .        .      H        .          .      .
assign           .        D        D        D          D                D                D             .        .      D        .          .      .
handOver         .        HD       HD       HD         HD               HD               HD            .        .      HD       .          .      .
acceptHandOver   .        R        R        R          R                R                R             .        .      R        .          .      .
declineHandOver  .        R        R        R          R                R                R             .        .      R        .          .      .
note             PODMA    HPODRMA  HODRMA   HODRMA     HODRMA           HODRMA           HODRMA        HPODA    HPODA  HPODRMA  HPODA      HPODA  HPODA
contactAttempt   O        HO       HO       HO         HO               HO               HO            HO       .      HO       .          .      .
confirmCause     OD       HOD      HOD      HOD        HOD              HOD              HOD           HOD      .      HOD      .          .      .
awaitCustomer    .        .        H        H          .                H                H             .        .      .        .          .      .
awaitOther       .        .        H        H          H                H                .             .        .      .        .          .      .
awaitAssists     .        .        H        H          H                H                .             .        .      .        .          .      .
resume           .        .        .        .          H                .                H             .        .      .        .          .      .
answer           O        HO       HO       HO         HO               HO               HO            .        .      HO       .          .      .
close            .        .        .        .          .                .                .             HOD      hod    .        .          .      .
outOfScope       OD       HOD      HOD      HOD        HOD              HOD              HOD           .        .      HOD      hod        .      .
withdraw         O        HO       HO       HO         HO               HO               HO            .        .      HO       .          .      ho
merge            OD       HOD      HOD      HOD        HOD              HOD              HOD           .        .      HOD      .          hod    .
chase            OD       OD       OD       OD         OD               OD               OD            .        .      OD       .          .      .
reopen           .        .        .        .          .                .                .             HOD      HOD    hod      .          .      .
agreeTime        O        HO       HO       HO         HO               HO               HO            .        .      HO       .          .      .
correct          OD       HOD      HOD      HOD        HOD              HOD              HOD           .        .      HOD      .          .      .
correctConcerned OD       HOD      HOD      HOD        HOD              HOD              HOD           .        .      HOD      .          .      .
noteParticulars  OD       HOD      HOD      HOD        HOD              HOD              HOD           .        .      HOD      .          .      .
nameLink         OD       HOD      HOD      HOD        HOD              HOD              HOD           HOD      .      HOD      .          .      .
escalate         OD       HOD      HOD      HOD        HOD              HOD              HOD           .        .      HOD      .          .      .
leadToManager    O        O        O        O          O                O                O             .        .      O        .          .      .
receiveInPerson  M        M        M        M          M                M                M             .        .      M        .          .      .
rate             .        .        .        .          .                .                .             C        C      .        C          .      .
addInformation   C        C        C        C          C                C                C             C        C      C        C          C      C
noteSeen         .        .        .        .          .                .                .             C        C      .        .          .      .
disagree         .        .        .        .          .                .                .             C        C      c        .          .      .
noteRefund       S        S        S        S          S                s                S             S        S      S        S          S      S
noteAssist       S        S        S        S          S                S                S             S        S      S        S          S      S
releaseHandler   .        S        S        S          S                S                S             .        .      S        .          .      .
takeSteps        S        S        s        s          s                s                s             s        .      s        .          .      .
applyPolicy      S        S        S        S          S                S                S             .        .      S        .          .      .
noteRepeats      S        S        S        S          S                S                S             S        S      S        .          .      .
dropHandOver     .        S        S        S          S                S                S             .        .      S        .          .      .
moveOwnership    S        S        S        S          S                S                S             S        S      S        S          S      S
noteMessage      S        S        S        S          S                S                S             S        S      S        .          .      .
`;

/** The state that follows where it is another one; an answer, a wait or an end means the same wherever it comes from. */
const leadsTo: Partial<Record<keyof typeof samples, ComplaintState>> = {
  accept: 'accepted',
  return: 'recorded',
  assign: 'assigned',
  acceptHandOver: 'accepted',
  awaitCustomer: 'awaitingCustomer',
  awaitOther: 'awaitingOther',
  awaitAssists: 'awaitingOther',
  resume: 'inProgress',
  answer: 'answered',
  close: 'closed',
  outOfScope: 'outOfScope',
  withdraw: 'withdrawn',
  merge: 'merged',
  reopen: 'reopened',
  disagree: 'reopened',
  noteRefund: 'awaitingApproval',
  releaseHandler: 'recorded',
};

/** A reopened complaint that changes hands stays visibly reopened. */
const keepsReopened: readonly string[] = ['return', 'assign', 'releaseHandler'];

/** Only work in hand waits for the approval of a refund that is asked for; whatever else the complaint is, it stays. */
const waitsForApproval: readonly ComplaintState[] = ['accepted', 'inProgress'];

const inHand: readonly ComplaintState[] = ['accepted', 'inProgress', 'awaitingCustomer', 'awaitingApproval', 'awaitingOther'];
const canBeOffered: readonly ComplaintState[] = ['assigned', 'reopened', ...inHand];
const unanswered: readonly ComplaintState[] = ['recorded', ...canBeOffered];

interface Stance {
  letter: string;
  told: string;
  actor: Actor;
  /** The complaint in that state to which the actor stands in this way; null where no complaint can be so. */
  complaint: (state: ComplaintState) => Complaint | null;
}

const stances: Stance[] = [
  { letter: 'H', told: 'its handler', actor: actorOf(staff.handler), complaint: (state) => (state === 'recorded' ? null : complaintIn(state)) },
  {
    letter: 'P',
    told: 'a member of the pool',
    actor: actorOf(staff.poolMember),
    complaint: (state) => (inHand.includes(state) ? null : poolComplaintIn(state)),
  },
  { letter: 'O', told: 'the first-contact owner', actor: actorOf(staff.owner), complaint: complaintIn },
  { letter: 'D', told: 'the head of the handling unit', actor: actorOf(staff.head), complaint: complaintIn },
  {
    letter: 'R',
    told: 'the receiver of a hand-over',
    actor: actorOf(staff.receiver),
    complaint: (state) => (canBeOffered.includes(state) ? offeredComplaintIn(state) : null),
  },
  {
    letter: 'M',
    told: 'the manager to whom the customer was led',
    actor: actorOf(staff.manager),
    complaint: (state) => (unanswered.includes(state) ? ledComplaintIn(state) : null),
  },
  { letter: 'A', told: 'someone else who sees it', actor: actorOf(staff.bystander), complaint: complaintIn },
  { letter: '?', told: 'a stranger', actor: actorOf(staff.stranger), complaint: complaintIn },
  { letter: 'C', told: 'the customer', actor: customer, complaint: complaintIn },
  {
    letter: 'S',
    told: 'the product itself',
    actor: systemActor,
    complaint: (state) => (canBeOffered.includes(state) ? offeredComplaintIn(state) : complaintIn(state)),
  },
];

const [headings = [], ...lines] = expected
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const cells = lines.flatMap(([command = '', ...letters]) =>
  headings.map((state, column) => ({
    command: command as keyof typeof samples,
    state: state as ComplaintState,
    letters: letters[column] ?? '',
    row: letters.join(''),
  })),
);
const cases = cells.flatMap((cell) =>
  stances.map((stance) => ({ ...cell, ...stance, told: stance.told, complaint: asTried(cell.command, stance.complaint(cell.state)) })),
);

/** AST-1: only what others were asked about can wait for them. */
function asTried(command: keyof typeof samples, complaint: Complaint | null): Complaint | null {
  return complaint && command === 'awaitAssists' ? { ...complaint, assists: [askedAssist] } : complaint;
}

const possible = cases.flatMap(({ complaint, ...rest }) => (complaint ? [{ ...rest, complaint }] : []));

describe('OWN-1, OWN-6, OWN-7: who may do what to a complaint, and when', () => {
  test('the table leaves out no command and no state', () => {
    expect([...headings].sort()).toEqual([...complaintStates].sort());
    expect(lines.map(([command]) => command)).toEqual(Object.keys(samples));
    expect(transitions.map((transition) => transition.command).sort()).toEqual(Object.keys(samples).sort());
    expect(lines.every((line) => line.length === headings.length + 1)).toBe(true);
  });

  test('every complaint that the table is tried on is a possible one', () => {
    expect(
      possible.flatMap(({ complaint, state }) => [
        ...impossibilities(complaint),
        ...(complaint.state === state ? [] : [`is ${complaint.state}, not ${state}`]),
      ]),
    ).toEqual([]);
  });

  test.each(possible.filter(({ letters, letter }) => letters.includes(letter)))(
    '$command by $told is open in $state',
    ({ command, state, actor, complaint }) => {
      const decision = decide(complaint, samples[command], contextOf(actor, factsFor(samples[command], complaint), commandedAtMs, packFor(samples[command])));
      if (!decision.ok) throw new Error(`refused: ${decision.refusal.code}`);
      expect(decision.events).not.toEqual([]);
      const after = evolveAll(complaint, decision.events);
      const startsWork =
        ['note', 'contactAttempt', 'confirmCause', 'nameLink'].includes(command) &&
        state === 'accepted' &&
        complaint.handlerUid === (actor.kind === 'staff' ? actor.staff.uid : '');
      const stays =
        leadsTo[command] === undefined ||
        (state === 'reopened' && keepsReopened.includes(command)) ||
        (command === 'noteRefund' && !waitsForApproval.includes(state));
      expect(after.state).toBe(startsWork ? 'inProgress' : stays ? state : leadsTo[command]);
      expect(impossibilities(after)).toEqual([]);
    },
  );

  test.each(possible.filter(({ letters, letter }) => letters.includes(letter.toLowerCase())))(
    '$command by $told in $state is silence',
    ({ command, actor, complaint }) => {
      expect(decide(complaint, samples[command], contextOf(actor, factsFor(samples[command], complaint)))).toEqual({
        ok: true,
        events: [],
      });
    },
  );

  test.each(possible.filter(({ letters, letter }) => !letters.toUpperCase().includes(letter)))(
    '$command by $told is refused in $state',
    ({ command, state, letter, row, actor, complaint }) => {
      const isTheirs = row.toUpperCase().includes(letter);
      const refusal = isTheirs ? { code: 'notInThisState', detail: state } : { code: 'notYours' };
      expect(decide(complaint, samples[command], contextOf(actor, factsFor(samples[command], complaint)))).toEqual({
        ok: false,
        refusal,
      });
    },
  );

  test.each(cells)('ORG-4: whoever was suspended cannot $command in $state, whatever they are to it', ({ command, state }) => {
    const complaint = { ...complaintIn(state), handlerUid: staff.suspended.uid, ownerUid: staff.suspended.uid };
    expect(decide(complaint, samples[command], contextOf(actorOf(staff.suspended), {}))).toEqual({ ok: false, refusal: { code: 'notActive' } });
  });

  test('each command has one transition, and one without any is a mistake of ours', () => {
    expect(new Set(transitions.map((transition) => transition.command)).size).toBe(transitions.length);
    expect(transitionOf('accept').to).toBe('accepted');
    expect(() => transitionOf('vanish' as 'accept')).toThrow('no transition for vanish');
  });
});
