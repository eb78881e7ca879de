import type { Uid } from '../../kernel/brand.ts';
import { type Decision, decided } from '../../kernel/decision.ts';
import type { Unit } from '../../organisation/unit.ts';
import type { Command } from '../command.ts';
import type { Complaint } from '../complaint.ts';
import type { ComplaintEvent } from '../event.ts';
import type { ComplaintNotice } from '../notices.ts';
import { lifeThreat, threatensLife } from './attention-words.ts';

/** CRI-4: what the customer says later, or somebody writes down of it, is heard like what was recorded. Once is enough: the flag stays. */
export function withThreatHeard(complaint: Complaint, command: Command, outcome: Decision<ComplaintEvent>, atMs: number): Decision<ComplaintEvent> {
  if (!outcome.ok || outcome.events.length === 0 || complaint.flags.includes(lifeThreat) || !threatensLife(wordsOf(command))) return outcome;
  return decided({ type: 'threatHeard', atMs }, ...outcome.events);
}

/** What a command tells of the customer; the operator's own answers and findings do not. */
function wordsOf(command: Command): string {
  switch (command.type) {
    case 'note':
    case 'contactAttempt':
    case 'chase':
    case 'addInformation':
    case 'disagree':
      return command.text;
    case 'reopen':
      return command.reason;
    default:
      return '';
  }
}

/** Of how many levels the heads are told: one of them may be away. */
const levelsTold = 2;

/** Who hears of it at once: who has it and whose it is, the head of the handling unit and the next one above. */
export function threatNotices(before: Complaint, after: Complaint, actorUid: Uid | null, units: ReadonlyMap<string, Unit>): ComplaintNotice[] {
  if (before.flags.includes(lifeThreat) || !after.flags.includes(lifeThreat)) return [];
  const way = units.get(after.handlingUnitId ?? after.receivingUnitId)?.path ?? [];
  const heads = [...new Set(way.flatMap((id) => units.get(id)?.headUid ?? []))].slice(0, levelsTold);
  const told = new Set([after.handlerUid, after.ownerUid, ...heads].filter((uid) => uid !== null && uid !== actorUid));
  return [...told].map((uid) => ({ uid: uid ?? '', kind: 'lifeThreatened' }));
}
