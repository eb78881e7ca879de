import { isPendingAssist } from '../complaint/assist-standing.ts';
import type { Complaint } from '../complaint/complaint.ts';
import type { EpochMs, UnitId } from '../kernel/brand.ts';
import { type Decision, decided, type RefusalCode, refused } from '../kernel/decision.ts';
import type { Assist } from './assist.ts';
import type { AssistContext, AssistFacts } from './assist-context.ts';
import type { AssistCommand } from './command.ts';
import { deadlinesOf } from './deadlines.ts';
import type { Addressing, AssistEvent } from './event.ts';
import { mayAsk } from './relation.ts';
import { sharedFactsOf } from './shared-facts.ts';

type Outcome = Decision<AssistEvent>;

/** AST-1: whoever stands so to the complaint may ask; what cannot be asked is told, not lost. What of the complaint goes with it is taken from the complaint as it stands. */
export function decideAsking(assist: Assist, { atMs, facts }: AssistContext): Outcome {
  if (assist.state !== 'requested') return decided();
  const { complaint, pack } = facts;
  const code = obstacleToAsking(assist, facts);
  if (code || !complaint) return decided({ type: 'turnedAway', atMs, code: code ?? 'notYours' });
  const askerUids = [...new Set([assist.requesterUid, complaint.ownerUid, ...(complaint.handlerUid === null ? [] : [complaint.handlerUid])])];
  const own = [pack.hotline, pack.regulatorHotline, ...[...facts.units.values()].flatMap(({ phone }) => phone ?? [])];
  return decided({
    type: 'asked',
    atMs,
    packVersion: pack.version,
    askerUids,
    addressing: addressingOf(assist, complaint, assist.toUnitId, atMs, facts),
    facts: sharedFactsOf(complaint, assist.shares, own),
  });
}

function obstacleToAsking({ toUnitId, outside }: Assist, facts: AssistFacts): RefusalCode | null {
  const { complaint, requester, pack } = facts;
  if (!requester?.active) return 'notActive';
  if (!complaint || !mayAsk(complaint, requester)) return 'notYours';
  if (!complaint.open || complaint.state === 'answered') return 'complaintEnded';
  if (complaint.assists.filter(isPendingAssist).length >= pack.assists.mostOpen) return 'assistsTooMany';
  if ((toUnitId === null) === (outside === null)) return 'invalidEntry';
  return toUnitId === null ? null : obstacleToUnit(toUnitId, complaint, facts);
}

function obstacleToUnit(toUnitId: UnitId, complaint: Complaint, { units }: AssistFacts): RefusalCode | null {
  if (units.get(toUnitId)?.pack !== complaint.pack) return 'receiverUnknown';
  return toUnitId === complaint.handlingUnitId ? 'receiverIsSelf' : null;
}

/** Who is asked from now on, and by when; who sees it follows from both sides. */
function addressingOf({ outside, wantedAtMs }: Assist, complaint: Complaint, toUnitId: UnitId | null, atMs: EpochMs, facts: AssistFacts): Addressing {
  const unit = facts.units.get(toUnitId ?? '');
  return {
    toUnitId,
    path: unit?.path ?? [],
    audience: [...new Set([...complaint.audience, ...(unit?.audience ?? [])])],
    ...deadlinesOf(complaint, { outside: outside?.kind ?? null, wantedAtMs }, atMs, facts),
  };
}

/** AST-3: another unit than those that have returned it, with its own time. The phone, which may not have the complaint, leaves that to the server. */
export function decideReaddress(assist: Assist, { toUnitId }: Extract<AssistCommand, { type: 'readdress' }>, { atMs, facts }: AssistContext): Outcome {
  const { complaint } = facts;
  if (!complaint) return decided();
  if (!complaint.open) return refused('complaintEnded');
  const code = obstacleToUnit(toUnitId, complaint, facts);
  if (code) return refused(code, toUnitId);
  if (assist.returns.some(({ unitId }) => unitId === toUnitId)) return refused('assistedThere', toUnitId);
  return decided({ type: 'readdressed', atMs, addressing: addressingOf(assist, complaint, toUnitId, atMs, facts) });
}

/** AST-3: customer service decides who answers, one of those that refused or another, with a reason. */
export function decideArbitration(
  assist: Assist,
  { toUnitId, reason }: Extract<AssistCommand, { type: 'arbitrate' }>,
  { actor, atMs, facts }: AssistContext,
): Outcome {
  const { complaint } = facts;
  if (actor.kind !== 'staff') return refused('notYours');
  if (!complaint) return decided();
  if (!complaint.open) return refused('complaintEnded');
  const code = obstacleToUnit(toUnitId, complaint, facts);
  if (code) return refused(code, toUnitId);
  const by = { uid: actor.staff.uid, name: actor.staff.name };
  return decided({ type: 'arbitrated', atMs, reason, by, addressing: addressingOf(assist, complaint, toUnitId, atMs, facts) });
}

/** ORG-4: whoever had accepted it can no longer do it: the unit has it again, and a clock to accept it anew. */
export function decideLettingGo(assist: Assist, uid: string, { atMs, facts }: AssistContext): Outcome {
  const { complaint } = facts;
  if (assist.assistantUid !== uid || assist.state !== 'accepted' || !complaint) return decided();
  const anew = addressingOf(assist, complaint, assist.toUnitId, atMs, facts);
  const dueAtMs = assist.dueAtMs ?? anew.dueAtMs;
  const plan = [...anew.plan.filter(({ clock }) => clock === 'accept'), ...assist.plan.filter(({ clock }) => clock === 'answer')];
  return decided({ type: 'letGo', atMs, addressing: { ...anew, dueAtMs, plan } });
}
