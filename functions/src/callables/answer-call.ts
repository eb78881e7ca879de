import { HttpsError } from 'firebase-functions/https';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { readStaff } from '../complaint/find-assignment.ts';
import type { Reader } from '../store.ts';

export const callableOptions = { region: 'asia-east2', maxInstances: 10, memory: '256MiB', cors: false } as const;

/** Why a call is refused, as data; the one place that turns it into what callers of functions understand. */
export type CallRefusal = 'signInFirst' | 'notActive' | 'notAllowed' | 'invalid' | 'unknownStaff' | 'tooManyTries';

const codes = {
  signInFirst: 'unauthenticated',
  notActive: 'permission-denied',
  notAllowed: 'permission-denied',
  invalid: 'invalid-argument',
  unknownStaff: 'not-found',
  tooManyTries: 'resource-exhausted',
} as const;

export function callError(refusal: CallRefusal): HttpsError {
  return new HttpsError(codes[refusal], refusal);
}

/** The caller as their staff document says now; a token alone proves only who they are. */
export async function readCaller(reader: Reader, uid: string | undefined): Promise<Staff> {
  if (uid === undefined) throw callError('signInFirst');
  const staff = await readStaff(reader, uid);
  if (!staff?.active) throw callError('notActive');
  return staff;
}
