/** Where a complaint stands. `awaitingApproval` is reached through a refund request and left with its outcome. */
export const complaintStates = [
  'recorded',
  'assigned',
  'accepted',
  'inProgress',
  'awaitingCustomer',
  'awaitingApproval',
  'awaitingOther',
  'answered',
  'closed',
  'reopened',
  'outOfScope',
  'merged',
  'withdrawn',
] as const;
export type ComplaintState = (typeof complaintStates)[number];

/** What a customer can ask for (REC-2, KNO-3). */
export const asks = ['explanation', 'fix', 'refund', 'compensation', 'apology', 'avoidRecurrence', 'other'] as const;
export type Ask = (typeof asks)[number];

export const checklistResults = ['met', 'partly', 'notMet'] as const;

/** What else than the operator a complaint can need, which sets its clock in working days (SLA-3). */
export const needs = ['crossProvince', 'otherOrganisation'] as const;
export type Need = (typeof needs)[number];

/** Clocks whose running out is a step of the schedule: answering, accepting, an offered hand-over, the law, a wait's end, the network desk's time, and a promised call. */
export const clockNames = ['reply', 'accept', 'handOver', 'statutory', 'wait', 'dispatch', 'contact'] as const;
export type ClockName = (typeof clockNames)[number];

/** What kept a complaint from being on time, as it stood then. */
export const overdueCauses = [
  'arrivedLate',
  'notAssigned',
  'notAccepted',
  'awaitingCustomer',
  'awaitingOther',
  'awaitingApproval',
  'handOverOpen',
  'inHand',
] as const;

/** What people do that stops a clock. It counts from when it was done, also where it arrives late (TIME). */
export const endingActs = ['accept', 'acceptHandOver', 'answer', 'outOfScope', 'withdraw', 'merge'] as const;
export type EndingAct = (typeof endingActs)[number];

export const refundStandings = ['asked', 'approved', 'paid', 'reversed', 'refused', 'withdrawn'] as const;

/** How a customer can come to know their answer (TEL-1). */
export const toldWays = ['phone', 'counter', 'page', 'sms'] as const;
export type ToldWay = (typeof toldWays)[number];

/** Stages that a customer is shown; several states may share one. */
export const stages = [
  'recorded',
  'assigned',
  'accepted',
  'awaitingCustomer',
  'awaitingOther',
  'awaitingApproval',
  'resumed',
  'answered',
  'closed',
  'reopened',
  'outOfScope',
  'merged',
  'withdrawn',
] as const;
export type Stage = (typeof stages)[number];
