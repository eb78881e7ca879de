import { assistCommandOf } from '@shouwen/domain/assist/command';
import { closureCommandOf } from '@shouwen/domain/closure/command';
import { staffCommandOf } from '@shouwen/domain/complaint/command';
import { refundCommandOf } from '@shouwen/domain/refund/command';
import type { Creation } from '../support/rules-questions.ts';
import type { Fields } from '../support/rules-values.ts';
import { assistCommandPolicies, assistPathOf } from './assist-documents.ts';
import { complaintIdOf, recorder } from './city.ts';
import { type CommandPolicy, complaintCommandPolicies } from './command-policies.ts';
import { newEntry, newId } from './documents.ts';
import { longestAssistCommands, longestClosureCommands, longestCommands, longestRefundCommands } from './longest-commands.ts';
import { closureCommandPolicies, refundCommandPolicies } from './money-command-policies.ts';
import { closurePathOf, refundPathOf } from './money-documents.ts';

/** A journal that people write into. */
export interface Journal {
  /** As tools/rules/written-shapes.ts calls it. */
  name: string;
  parent: string;
  policies: readonly CommandPolicy[];
  longest: Record<string, Fields>;
  /** What the functions make of it; null when it is no command to them. */
  commandOf(entry: { type: string; payload: Fields }): object | null;
}

export const journals: readonly Journal[] = [
  { name: 'Complaint', parent: `complaints/${complaintIdOf('own')}`, policies: complaintCommandPolicies, longest: longestCommands, commandOf: staffCommandOf },
  { name: 'Refund', parent: refundPathOf('own'), policies: refundCommandPolicies, longest: longestRefundCommands, commandOf: refundCommandOf },
  { name: 'Closure', parent: closurePathOf('own'), policies: closureCommandPolicies, longest: longestClosureCommands, commandOf: closureCommandOf },
  { name: 'Assist', parent: assistPathOf('own'), policies: assistCommandPolicies, longest: longestAssistCommands, commandOf: assistCommandOf },
];

export function newCommand({ parent }: Journal, type: string, payload: Fields): Creation[] {
  return [{ path: `${parent}/journal/${newId()}`, fields: { ...newEntry(recorder.uid), type, payload } }];
}

/** Who has just signed in may also order what moves much money. */
export function justSignedIn(): { uid: string; authTime: number } {
  return { uid: recorder.uid, authTime: Math.floor(Date.now() / 1000) };
}
