import type { StaffCommandType } from '@shouwen/domain/complaint/command';
import type { Complaint } from '@shouwen/domain/complaint/complaint';

/** The one thing to do next, for the large button; null when nothing is open to this person. */
export function mainCommand(complaint: Complaint, allowed: readonly StaffCommandType[], uid: string): StaffCommandType | null {
  const isMine = complaint.handlerUid === uid;
  const candidates: [StaffCommandType, boolean][] = [
    ['receiveInPerson', true],
    ['acceptHandOver', true],
    ['assign', complaint.handlerUid === null],
    ['accept', isMine || complaint.handlerUid === null],
    ['resume', true],
    ['close', true],
    ['contactAttempt', isMine && complaint.contactAttemptCount === 0],
    ['nameLink', isMine && complaint.responsible === null],
    ['answer', isMine],
    ['chase', !isMine && complaint.handlerUid !== null],
    ['note', true],
  ];
  return candidates.find(([command, fits]) => fits && allowed.includes(command))?.[0] ?? null;
}

const groups: { name: 'progress' | 'passOn' | 'end'; commands: readonly StaffCommandType[] }[] = [
  {
    name: 'progress',
    commands: [
      'accept',
      'contactAttempt',
      'note',
      'confirmCause',
      'answer',
      'awaitCustomer',
      'awaitAssists',
      'awaitOther',
      'resume',
      'agreeTime',
      'correct',
      'noteParticulars',
      'nameLink',
      'chase',
      'close',
      'reopen',
    ],
  },
  { name: 'passOn', commands: ['receiveInPerson', 'leadToManager', 'acceptHandOver', 'declineHandOver', 'assign', 'handOver', 'escalate', 'return'] },
  { name: 'end', commands: ['merge', 'outOfScope', 'withdraw'] },
];

/** All that is open to this person, in the groups in which the sheet shows it. */
export function groupedCommands(allowed: readonly StaffCommandType[]): { name: (typeof groups)[number]['name']; commands: StaffCommandType[] }[] {
  return groups
    .map(({ name, commands }) => ({ name, commands: commands.filter((command) => allowed.includes(command)) }))
    .filter(({ commands }) => commands.length > 0);
}
