import type { PackId, Uid } from '@shouwen/domain/kernel/brand';
import { isSessionOver, sessionMsIn } from '@shouwen/domain/policy/session-time';
import { HttpsError } from 'firebase-functions/https';
import type { Refusal } from '@shouwen/domain/kernel/decision';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { takeTry } from '../customer/throttle.ts';
import { contactPepper } from '../contact-pepper.ts';
import { readStaff } from '../organisation/read-staff.ts';
import type { Host, OperatorKeys } from '../host.ts';
import type { Reader } from '../store.ts';

/** Pages call through their own address (`/api/…`), so no other page ever needs to be let in. */
export const callableOptions = { region: 'asia-east2', maxInstances: 10, memory: '256MiB' as const, cors: false, secrets: [contactPepper] };

/** Why a call is refused, as data; the one place that turns it into what callers of functions understand. */
export type CallRefusal = 'signInFirst' | 'notActive' | 'notAllowed' | 'invalid' | 'unknownStaff' | 'tooManyTries' | 'notSetUp';

const codes = {
  signInFirst: 'unauthenticated',
  notActive: 'permission-denied',
  notAllowed: 'permission-denied',
  invalid: 'invalid-argument',
  unknownStaff: 'not-found',
  tooManyTries: 'resource-exhausted',
  notSetUp: 'failed-precondition',
} as const;

export function callError(refusal: CallRefusal): HttpsError {
  return new HttpsError(codes[refusal], refusal);
}

/** What the core refused, with its code and whatever it names: what was asked for is wrong, or it is not so any more. */
export function refusalError(refusal: Refusal): HttpsError {
  return new HttpsError(refusal.code === 'policyChangedMeanwhile' ? 'aborted' : 'invalid-argument', refusal.code, { ...refusal });
}

/** Who asks and when they signed in, as their token says. */
export interface SignedIn {
  uid: Uid;
  token: { auth_time: number };
}

/** The caller as their staff document says now; a token alone proves only who they are, and none whose sign-in is older than the operator lets one be (RET-2). */
export async function readCaller(reader: Reader, auth: SignedIn | undefined): Promise<Staff> {
  if (auth === undefined) throw callError('signInFirst');
  const [staff, current] = await Promise.all([readStaff(reader, auth.uid), reader.get('policies/current')]);
  if (!staff?.active) throw callError('notActive');
  // By the clock that stamped it, whatever time the emulators have been set to.
  if (isSessionOver(Date.now(), auth.token.auth_time * 1000, sessionMsIn(current?.data, staff.pack))) throw callError('signInFirst');
  return staff;
}

const hour = 60 * 60_000;

/** Takes one of the questions about customers that a person has in an hour (RET-2). */
export async function takeLookup(host: Host, { uid, pack }: Staff): Promise<void> {
  const { limits } = await host.reference.packInForce(pack, host.store);
  if (!(await takeTry(host, [`lookup|${uid}`], { mostTries: limits.lookupsPerHour, windowMs: hour }))) throw callError('tooManyTries');
}

/** Without the right keys nobody is found, which must not look like an answer. */
export async function readyKeys(host: Host, pack: PackId): Promise<OperatorKeys> {
  const keys = await host.keys.of(pack);
  if (!keys?.areMoved) throw callError('notSetUp');
  return keys;
}

/** The caller, if they administer the operator now. */
export async function readAdministrator(reader: Reader, auth: SignedIn | undefined): Promise<Staff> {
  const caller = await readCaller(reader, auth);
  if (caller.role !== 'administrator') throw callError('notAllowed');
  return caller;
}
