import { randomBytes } from 'node:crypto';
import { sha256Hex } from '@shouwen/domain/customer/contact-key';
import { isProof } from '@shouwen/domain/customer/proof-of-work';
import type { Host } from '../host.ts';
import type { Transaction } from '../store.ts';
import type { Caller } from '../caller-address.ts';
import { readTries, type Tries, writeTries } from './throttle.ts';

const windowMs = 15 * 60_000;

/** Of one number by one caller; the next one is refused. Nobody else can use them up. */
const mostTries = 5;

/** Wrong tries from which on each further one has to cost something: of a number by whomever, of a caller, and of all who come by one edge. */
const freeTries = { number: 20, caller: 30, edge: 300 };

/** A proof takes 2^bits hashes: moments at first, ten seconds of a phone at most. */
export const leastBits = 14;
const [mostBits, triesPerBit] = [20, 10];

const challengeValidMs = 10 * 60_000;

export interface WorkDone {
  challenge: string;
  nonce: number;
}

export type LookUpTry = { kind: 'taken' } | { kind: 'tooMany' } | { kind: 'prove'; bits: number };

interface LookUp extends Caller {
  /** The complaint's number in its one spelling, or what was typed in its place. */
  number: string;
}

/**
 * Takes one try at a number (RET-2): of the five that this caller has for it in fifteen minutes, and where many have been wrong already only against a proof of
 * work, so that neither guessing is cheap nor strangers lock a customer out. All of it is kept under hashes.
 */
export async function takeLookUpTry(host: Host, lookUp: LookUp, proof: WorkDone | null): Promise<LookUpTry> {
  const ofEdge = await readTries(host, host.store, edgeKey(lookUp), windowMs);
  return host.store.transaction(async (transaction) => {
    const { own, ofNumber, ofCaller } = await readOwn(host, transaction, lookUp);
    if (own.count >= mostTries) return { kind: 'tooMany' };
    const bits = bitsFor([ofNumber.count - freeTries.number, ofCaller.count - freeTries.caller, ofEdge.count - freeTries.edge]);
    if (bits > 0 && !(await redeem(host, transaction, proof))) return { kind: 'prove', bits };
    for (const tries of [own, ofNumber, ofCaller]) writeTries(host, transaction, { ...tries, count: tries.count + 1 });
    return { kind: 'taken' };
  });
}

/** A right pair costs nothing: the customer may come as often as they like. */
export function giveLookUpBack(host: Host, lookUp: LookUp): Promise<void> {
  return host.store.transaction(async (transaction) => {
    for (const tries of Object.values(await readOwn(host, transaction, lookUp)))
      if (tries.count > 0) writeTries(host, transaction, { ...tries, count: tries.count - 1 });
  });
}

/** Counted where it was wrong alone: one document for all who come by an edge would keep them waiting for each other. */
export function countWrongLookUp(host: Host, lookUp: LookUp): Promise<void> {
  return host.store.transaction(async (transaction) => {
    const tries = await readTries(host, transaction, edgeKey(lookUp), windowMs);
    writeTries(host, transaction, { ...tries, count: tries.count + 1 });
  });
}

/** What is to be worked on, for one try within ten minutes. */
export async function giveChallenge(host: Host, bits: number): Promise<string> {
  const challenge = randomBytes(16).toString('base64url');
  const expiresAt = host.timestamp(host.nowMs() + challengeValidMs);
  await host.store.transaction((transaction) => Promise.resolve(transaction.create(challengePath(challenge), { bits, expiresAt })));
  return challenge;
}

/** A challenge is good for one try, and only with as much work as it asked for. */
export async function redeem(host: Host, transaction: Transaction, proof: WorkDone | null): Promise<boolean> {
  if (proof === null) return false;
  const stored = await transaction.get(challengePath(proof.challenge));
  const expiresAt = stored?.data['expiresAt'] as { toMillis(): number } | undefined;
  if (!stored || !expiresAt || expiresAt.toMillis() <= host.nowMs()) return false;
  if (!isProof(proof.challenge, proof.nonce, Number(stored.data['bits']))) return false;
  transaction.delete(stored.path);
  return true;
}

function bitsFor(triesAbove: readonly number[]): number {
  const most = Math.max(...triesAbove);
  return most < 0 ? 0 : Math.min(mostBits, leastBits + Math.floor(most / triesPerBit));
}

async function readOwn(host: Host, transaction: Transaction, { number, address }: LookUp): Promise<Record<'own' | 'ofNumber' | 'ofCaller', Tries>> {
  const read = (key: string): Promise<Tries> => readTries(host, transaction, key, windowMs);
  const [own, ofNumber, ofCaller] = await Promise.all([read(`number|${number}|${address}`), read(`number|${number}`), read(`caller|${address}`)]);
  return { own, ofNumber, ofCaller };
}

function edgeKey({ edge }: LookUp): string {
  return `edge|${edge}`;
}

function challengePath(challenge: string): string {
  return `throttles/${sha256Hex(`challenge|${challenge}`)}`;
}
