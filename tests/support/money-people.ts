/** Who decides on the ladder of an outlet of Qingjiangpu, from the lowest limit up (REF-2, ORG-3). */
export const outletLadder = {
  clerk: 't-qjp-huaihai-clerk-1',
  manager: 't-qjp-huaihai-manager-1',
  head: 't-qjp-head-1',
  leader: 't-leader-1',
} as const;

/** The same of the hotline. */
export const hotlineLadder = {
  agent: 't-cc-agent-1',
  dutyLeader: 't-cc-duty-1',
  supervisor: 't-cc-supervisor-1',
  head: 't-service-head-1',
  leader: 't-leader-1',
} as const;

/** Who pays, who pays when that one had a part in it, and who has a posting taken back. */
export const payers = { clerk: 't-cc-refund-1', other: 't-cc-refund-2', director: 't-cc-director-1' } as const;
