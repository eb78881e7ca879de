import { phoneNowMs } from '../device/clock.ts';
import { StorageFailure } from '../storage/local-database.ts';
import type { NotAcceptedReason, OutboxRow } from '../storage/local-schema.ts';
import { type Stamps, stampedNow } from './author.ts';
import type { EntryContent, NewContent, PhotoContent } from './contents.ts';
import { aggregateCreations, entryCreation, photoCreation } from './creations.ts';
import { type Login, storedLogin } from '../session/stored-login.ts';
import { acknowledgeRow, changeRow, holdsUp, openRow, ownRows, rejectRow } from './outbox-queue.ts';
import { isRefusedForAge } from './refused-for-age.ts';
import { commitCreations, type Creation, fetchDocument } from './rest-commit.ts';

/** How a run ended. */
export interface SendingRun {
  /** When to try again, in the phone's time; null when nothing waits or only a person can help. */
  nextTryAtMs: number | null;
  /** The login is over: everything keeps waiting for a new one. */
  signInNeeded: boolean;
}

const lockName = 'shouwen-outbox';
const longestPauseMs = 5 * 60_000;
const shortestPauseMs = 2_000;
/** After so many in a row there is no network, and trying the rest would only cost time and battery. */
const unreachableInARow = 2;

/**
 * Sends what the signed-in person has waiting; others' items are neither sent nor looked at. Works in a page and in a service worker.
 * A lock shared by all of them lets one sender work at a time; the next one starts when it is done and finds little left.
 */
export function sendOutbox({ hurry = false, loginOf = storedLogin }: SendingOptions = {}): Promise<SendingRun> {
  return navigator.locks.request(lockName, async () => {
    const login = await loginOf();
    return login === null ? { nextTryAtMs: null, signInNeeded: true } : sendAll(login, hurry);
  });
}

interface SendingOptions {
  /** Does not wait out pauses: the network is back, the app was opened, or a person asked. */
  hurry?: boolean;
  loginOf?: () => Promise<Login | null>;
}

async function sendAll(login: Login, hurry: boolean): Promise<SendingRun> {
  const tried = new Set<string>();
  let failuresInARow = 0;
  for (;;) {
    const rows = await ownRows(login.uid);
    const row = failuresInARow < unreachableInARow ? nextToSend(rows, tried, hurry ? Infinity : phoneNowMs()) : undefined;
    if (!row) return { nextTryAtMs: nextTry(rows, failuresInARow, phoneNowMs()), signInNeeded: false };
    tried.add(row.id);
    const verdict = await sendRow(row, login);
    await conclude(row, verdict);
    if (verdict.kind === 'signInAgain') return { nextTryAtMs: null, signInNeeded: true };
    failuresInARow = verdict.kind === 'later' && verdict.unreachable ? failuresInARow + 1 : 0;
  }
}

const rank = { aggregate: 0, entry: 1, photo: 2 } as const;

/**
 * The next item worth sending. An aggregate comes before all that hangs on it, its entries go in their order, photos come last;
 * what waits for its turn or was not accepted holds up nothing else.
 */
export function nextToSend(rows: readonly OutboxRow[], tried: ReadonlySet<string>, atMs: number): OutboxRow | undefined {
  return rows
    .filter((row) => row.state !== 'notAccepted' && !tried.has(row.id) && isDue(row, atMs) && !isHeldUp(row, rows))
    .sort((one, other) => rank[one.kind] - rank[other.kind] || one.order - other.order)[0];
}

/** A pause further off than the longest one comes from a clock that was put back since. */
function isDue(row: OutboxRow, atMs: number): boolean {
  return row.notBeforeMs <= atMs || row.notBeforeMs > atMs + longestPauseMs;
}

function isHeldUp(row: OutboxRow, rows: readonly OutboxRow[]): boolean {
  return rows.some((other) => holdsUp(other, row));
}

function nextTry(rows: readonly OutboxRow[], failuresInARow: number, atMs: number): number | null {
  const waiting = rows.filter((row) => row.state !== 'notAccepted' && !isHeldUp(row, rows));
  if (waiting.length === 0) return null;
  const earliestMs = Math.min(...waiting.map((row) => row.notBeforeMs));
  const attempts = Math.min(...waiting.filter((row) => row.attempts > 0).map((row) => row.attempts), 8);
  const soonestMs = atMs + (failuresInARow > 0 ? pauseMs(attempts, Math.random()) : shortestPauseMs);
  return Math.min(Math.max(earliestMs, soonestMs), atMs + longestPauseMs);
}

/** Doubles with every attempt up to five minutes, minus up to half of it by chance, so that a crowd of phones does not come back at once. */
export function pauseMs(attempts: number, chance: number): number {
  return Math.round(Math.min(longestPauseMs, shortestPauseMs * 2 ** Math.min(attempts, 20)) * (1 - chance / 2));
}

type Verdict =
  { kind: 'acknowledged' } | { kind: 'notAccepted'; reason: NotAcceptedReason } | { kind: 'later'; unreachable: boolean } | { kind: 'signInAgain' };

async function conclude(row: OutboxRow, verdict: Verdict): Promise<void> {
  switch (verdict.kind) {
    case 'acknowledged':
      return acknowledgeRow(row);
    case 'notAccepted':
      return rejectRow(row, verdict.reason);
    case 'signInAgain':
      return changeRow(row.order, { state: 'waiting' });
    case 'later': {
      const attempts = row.attempts + 1;
      return changeRow(row.order, { state: 'waiting', attempts, notBeforeMs: phoneNowMs() + pauseMs(attempts, Math.random()) });
    }
  }
}

type AnyContent = NewContent & EntryContent & PhotoContent;

/** What is to exist on the server, and which of its fields tell whether it does already. */
interface Wanted {
  creations: readonly Creation[];
  identifiedBy: readonly string[];
  stamps: Stamps;
}

async function sendRow(row: OutboxRow, login: Login): Promise<Verdict> {
  await changeRow(row.order, { state: 'sending' });
  try {
    const { content, bytes } = await openRow<AnyContent>(row);
    const stamps = row.kind === 'aggregate' ? content.stamps : {};
    const wanted: Wanted = { creations: creationsOf(row, content, bytes), identifiedBy: identifyingFields(row, content), stamps };
    const verdict = await createOrReadBack(row, wanted, login, false);
    return verdict.kind === 'signInAgain' ? await createOrReadBack(row, wanted, login, true) : verdict;
  } catch (error) {
    if (error instanceof StorageFailure) throw error;
    // Content that does not open or cannot be written as a document never will; it must not stop the others.
    return { kind: 'notAccepted', reason: { code: 'unreadable' } };
  }
}

/** A slow line needs two minutes for a photo; a text that takes half a minute will not arrive. */
const timeoutsMs = { aggregate: 30_000, entry: 30_000, photo: 150_000 } as const;

async function createOrReadBack(row: OutboxRow, wanted: Wanted, login: Login, fresh: boolean): Promise<Verdict> {
  const token = await login.token(fresh);
  if (token.kind === 'over') return { kind: 'signInAgain' };
  if (token.kind === 'unreachable') return { kind: 'later', unreachable: true };
  const ready = await stampedNow(wanted.creations, wanted.stamps, { uid: login.uid, idToken: token.idToken }, 30_000);
  if (ready.kind === 'signInAgain') return ready;
  if (ready.kind !== 'stamped') return { kind: 'later', unreachable: ready.kind === 'unreachable' };
  const answer = await commitCreations(ready.creations, token.idToken, timeoutsMs[row.kind]);
  if (answer.kind === 'done') return { kind: 'acknowledged' };
  if (answer.kind === 'signInAgain') return { kind: 'signInAgain' };
  const verdict = await readBack(wanted, token.idToken, answer.kind === 'refused' ? { code: answer.code } : null);
  // A login that has become too old is refused like somebody who may not: signed in again, the same is taken.
  const isRefused = verdict.kind === 'notAccepted' && verdict.reason.code === 'PERMISSION_DENIED';
  return isRefused && (await isRefusedForAge(token.idToken)) ? { kind: 'signInAgain' } : verdict;
}

/**
 * Neither a refusal nor silence tells whether an earlier attempt arrived, so the document itself is asked for: the same content is success,
 * other content under its id is a conflict. If it is not there, a refusal is final and anything else is tried again.
 */
async function readBack({ creations, identifiedBy: names }: Wanted, idToken: string, refusal: NotAcceptedReason | null): Promise<Verdict> {
  const [creation] = creations;
  if (!creation) return { kind: 'notAccepted', reason: { code: 'unreadable' } };
  const found = await fetchDocument(creation.path, idToken, 30_000, names);
  if (found.kind === 'done') {
    const isSame = names.every((name) => contentOf(found.body[name]) === contentOf(creation.fields[name]));
    return isSame ? { kind: 'acknowledged' } : { kind: 'notAccepted', reason: { code: 'conflict' } };
  }
  if (found.kind === 'signInAgain') return { kind: 'signInAgain' };
  const answered = found.kind === 'absent' || found.kind === 'refused';
  if (answered && refusal !== null) return { kind: 'notAccepted', reason: refusal };
  return { kind: 'later', unreachable: found.kind === 'unreachable' };
}

/** Fields that functions never touch and that two different items never share. */
function identifyingFields({ kind }: OutboxRow, { identifiedBy }: AnyContent): readonly string[] {
  if (kind === 'aggregate') return identifiedBy;
  return kind === 'entry' ? ['type', 'payload', 'capturedAt'] : ['sha256', 'byUid', 'capturedAt'];
}

/** Text that is equal for equal content: Firestore gives back a map's fields in its own order. */
function contentOf(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

/** The documents of an item; the first one is the one that is asked for afterwards. */
function creationsOf({ kind, collection, aggregateId, id, ownerUid: uid, after }: OutboxRow, content: AnyContent, bytes: Uint8Array): Creation[] {
  switch (kind) {
    case 'aggregate':
      return aggregateCreations(collection, aggregateId, content);
    case 'entry':
      return [entryCreation(collection, aggregateId, { ...content, id, uid, after })];
    case 'photo':
      return [photoCreation(collection, aggregateId, { ...content, id, uid, bytes })];
  }
}
