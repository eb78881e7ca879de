import { useRef, useState } from 'react';
import type { RefundCommand, RefundCommandType } from '@shouwen/domain/refund/command';
import type { Refund } from '@shouwen/domain/refund/refund';
import { checkConnectivity } from '../platform/device/connectivity.ts';
import { isSignInFresh } from '../platform/session/fresh-sign-in.ts';
import { outcomeOfEntry } from './live-refund.ts';
import { currentReference } from '../platform/reference/reference.ts';
import { sendRefundEntry } from './send-refund.ts';
import { currentSession } from '../platform/session/session.ts';

const outcomeWithinMs = 25_000;

/** Why something did not leave the phone, or may not have. */
export type Unsent = 'offline' | 'unsure' | 'signInAgain' | 'notAllowed';

/** What became of a command. `unanswered`: it has arrived, and the server has not said yet what came of it. */
export type Carried =
  { kind: 'applied' | 'unanswered' } | { kind: 'refused'; reason: { code: string; detail?: string | undefined } } | { kind: 'unsent'; why: Unsent };

/** Sends a command and waits for its outcome: money is never shown as decided before the server has said so. */
export async function carryOut(refundId: string, entryId: string, command: RefundCommand): Promise<Carried> {
  const uid = currentSession()?.staff.uid;
  if (uid === undefined) return { kind: 'unsent', why: 'signInAgain' };
  const created = await sendRefundEntry(refundId, entryId, command, uid);
  if (created !== 'created') return { kind: 'unsent', why: unsentWhy[created] };
  const entry = await outcomeOfEntry(refundId, entryId, outcomeWithinMs).catch(() => null);
  if (entry === null) return { kind: 'unanswered' };
  return entry.outcome === 'applied' ? { kind: 'applied' } : { kind: 'refused', reason: entry.reason ?? { code: 'invalidEntry' } };
}

const unsentWhy = { refused: 'notAllowed', unsure: 'unsure', unreachable: 'offline', signInAgain: 'signInAgain' } as const;

interface Given {
  refundId: string;
  /** Kept for trying again: what has arrived already is not done twice. */
  entryId: string;
  command: RefundCommand;
}

export type CommandProgress = { phase: 'idle' } | { phase: 'password'; given: Given } | { phase: 'busy'; type: RefundCommandType } | Done;
type Done = { phase: 'done'; given: Given; carried: Carried };

export interface RefundCommands {
  standing: CommandProgress;
  give(refund: Pick<Refund, 'id' | 'amountFen'>, command: RefundCommand): void;
  /** After the password was confirmed, or to try once more what may not have arrived. */
  goOn(given: Given): void;
  forget(): void;
}

/** One command at a time: asks for the password first where the sum is large, sends it, and says what came of it. */
export function useRefundCommands(): RefundCommands {
  const [standing, setStanding] = useState<CommandProgress>({ phase: 'idle' });
  const isBusy = useRef(false);
  const carry = async (given: Given): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    setStanding({ phase: 'busy', type: given.command.type });
    const carried: Carried = (await checkConnectivity())
      ? await carryOut(given.refundId, given.entryId, given.command).catch(() => ({ kind: 'unsent', why: 'unsure' }) as const)
      : { kind: 'unsent', why: 'offline' };
    isBusy.current = false;
    setStanding({ phase: 'done', given, carried });
  };
  const give = async (refund: Pick<Refund, 'id' | 'amountFen'>, command: RefundCommand): Promise<void> => {
    const given = { refundId: refund.id, entryId: crypto.randomUUID(), command };
    const needsPassword = wantsFreshSignIn(refund.amountFen, command.type) && !(await isSignInFresh());
    if (needsPassword) setStanding({ phase: 'password', given });
    else await carry(given);
  };
  return {
    standing,
    give: (refund, command) => void give(refund, command),
    goOn: (given) => void carry(given),
    forget: () => setStanding({ phase: 'idle' }),
  };
}

function wantsFreshSignIn(amountFen: number, type: RefundCommandType): boolean {
  const aboveFen = currentReference()?.pack.refunds.reauthenticateAboveFen ?? 0;
  return amountFen > aboveFen && (type === 'approve' || type === 'execute' || type === 'reverse');
}
