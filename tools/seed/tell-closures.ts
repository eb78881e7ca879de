import { createHash } from 'node:crypto';
import { dayMs } from '@shouwen/domain/calendar/day';
import { closureFromStored, transferMoment } from '@shouwen/domain/closure/closure';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { Ports } from '../emulators/ports.ts';
import { type Firestore, Timestamp } from 'firebase-admin/firestore';
import type { City } from './city-files.ts';
import { Moment } from '@shouwen/domain/kernel/rest-value';
import { closureDocument, type ClosureWish } from './money-documents.ts';
import { callAs, commitAs, creationOf, entryOf, type Target } from './staff-client.ts';
import { staffOf } from './store-city.ts';
import { untilTakenUp } from './until-taken-up.ts';

interface ClosureStory {
  clerkUid: string;
  wish: Pick<ClosureWish, 'accountNo' | 'targetAccountNo'>;
  /** Whether its transfer day has come since. */
  isDue: boolean;
}

/** Accounts that customers had closed at a counter: one waits for the 6th, one has come to its day without anybody having named a target (CLO-3). */
const stories: readonly ClosureStory[] = [
  { clerkUid: 't-qjp-huaihai-clerk-1', wish: { accountNo: 'A2002-0640', targetAccountNo: 'A2006-0077' }, isDue: false },
  { clerkUid: 't-ls-liancheng-clerk-1', wish: { accountNo: 'A2002-1089', targetAccountNo: null }, isDue: true },
];

/** Has outlet clerks close accounts, as their phones do. */
export async function tellClosures(target: Target & { ports: Pick<Ports, 'functions'> }, firestore: Firestore, city: City, nowMs: number): Promise<void> {
  await Promise.all(stories.map((story) => tellClosure(target, firestore, city, story, nowMs)));
}

async function tellClosure(
  target: Target & { ports: Pick<Ports, 'functions'> },
  firestore: Firestore,
  city: City,
  { clerkUid, wish, isDue }: ClosureStory,
  nowMs: number,
): Promise<void> {
  const clerk = staffOf(city).find(({ uid }) => uid === clerkUid);
  const pack = city.packs.find(({ id }) => id === clerk?.pack);
  if (!clerk || !pack?.closures) throw new Error(`${clerkUid} closes no accounts.`);
  const path = `closures/${createHash('sha256').update(`closure ${wish.accountNo}`).digest('hex').slice(0, 32)}`;
  const whole: ClosureWish = { ...wish, kind: 'asked', identityChecked: true, cashChoice: 'transfer', capturedAtMs: nowMs };
  const document = closureDocument(whole, clerk, pack, (atMs) => new Moment(atMs));
  await commitAs(target, clerk.email, `The closing of ${wish.accountNo}`, [creationOf(target, path, document)]);
  await untilTakenUp(firestore, [path], 'closures were not taken in', (closure) => closure.get('state') === 'requested');
  await confirmClosure(target, firestore, city, path, clerk, nowMs);
  if (isDue) await moveBack(firestore, path, wish.accountNo, nowMs, pack.closures.transferDay);
}

/**
 * What one person cannot close alone has the customer's paper filed by the clerk and the outlet's manager say yes, as their phones do. The photo is no picture of
 * anybody.
 */
async function confirmClosure(
  target: Target & { ports: Pick<Ports, 'functions'> },
  firestore: Firestore,
  city: City,
  path: string,
  clerk: Staff,
  nowMs: number,
): Promise<void> {
  const read = async () => closureFromStored(path.split('/')[1] ?? '', (await firestore.doc(path).get()).data() ?? {});
  if ((await read()).state !== 'awaitingConfirmation') return;
  const manager = staffOf(city).find(({ role, unitId }) => role === 'outletManager' && unitId === clerk.unitId);
  if (!manager) throw new Error(`${clerk.unitId} has no manager.`);
  const closureId = (await read()).id;
  const photo = Buffer.from(blankJpeg()).toString('base64');
  await callAs(target, clerk.email, 'fileClosureEvidence', { closureId, paperKind: 'idCard', paperNo: '320812199001010000', photo });
  const entryPath = `${path}/journal/${createHash('sha256').update(`confirm ${path}`).digest('hex').slice(0, 32)}`;
  const entry = entryOf({ type: 'confirm', seq: (await read()).seq }, manager.uid, nowMs);
  await commitAs(target, manager.email, `The second word about ${path}`, [creationOf(target, entryPath, entry)]);
  await untilTakenUp(firestore, [entryPath], 'entries of closures were not applied', (applied) => applied.get('outcome') !== 'applied');
}

/** The smallest file that is a JPEG by its parts. */
function blankJpeg(): number[] {
  return [
    0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 4, 0, 4, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1, 0xff, 0xda, 0, 12, 3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0, 0, 0xff, 0xd9,
  ];
}

/**
 * The 6th can be weeks away, so the moment at which this account was closed is moved back until its transfer day lies behind us: what then becomes
 * of it is left to the schedule.
 */
async function moveBack(firestore: Firestore, path: string, accountNo: string, nowMs: number, transferDay: number): Promise<void> {
  const closedAtMs = nowMs - 45 * dayMs;
  const transferAtMs = transferMoment(closedAtMs, transferDay);
  const batch = firestore.batch();
  batch.update(firestore.doc(path), { closedAtMs, transferAtMs, nextDueAt: Timestamp.fromMillis(transferAtMs) });
  batch.update(firestore.doc(`accounts/${accountNo}`), { closedAtMs });
  await batch.commit();
}
