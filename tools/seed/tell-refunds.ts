import { createHash } from 'node:crypto';
import { addDays, dayOf } from '@shouwen/domain/calendar/day';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { RefundCommand } from '@shouwen/domain/refund/command';
import { type Refund, refundFromStored } from '@shouwen/domain/refund/refund';
import type { Firestore } from 'firebase-admin/firestore';
import type { Ports } from '../emulators/ports.ts';
import type { City } from './city-files.ts';
import { Moment } from '@shouwen/domain/kernel/rest-value';
import { refundDocument, type RefundWish } from './money-documents.ts';
import { caseComplaintId } from './record-cases.ts';
import { callAs, commitAs, creationOf, entryOf, type JournalCommand, type Target } from './staff-client.ts';
import { staffOf } from './store-city.ts';
import { untilTakenUp } from './until-taken-up.ts';

interface RefundStory {
  caseId: string;
  wish: Pick<RefundWish, 'accountNo' | 'amountFen' | 'calculation' | 'reason'>;
  /** What was done about it since, by whom. */
  done: { uid: string; type: Extract<RefundCommand['type'], 'approve' | 'execute'> }[];
}

/** Refunds that the recorders of some cases asked for: one waits for the outlet's manager, one for the refund clerk, one is paid. */
const stories: readonly RefundStory[] = [
  {
    caseId: 'case-sp-fee-35',
    wish: {
      accountNo: 'A2003-0417',
      amountFen: 14_000,
      calculation: { method: 'months', monthlyFen: 3500, months: 4 },
      reason: '无订购记录，四个月的代收信息费全部退还。',
    },
    done: [],
  },
  {
    caseId: 'case-free-ringtone',
    wish: {
      accountNo: 'A2004-1206',
      amountFen: 1500,
      calculation: { method: 'months', monthlyFen: 500, months: 3 },
      reason: '提醒短信未送达，三个月彩铃费退还。',
    },
    done: [],
  },
  {
    caseId: 'case-offer-ended',
    wish: {
      accountNo: 'A2003-2207',
      amountFen: 16_000,
      calculation: { method: 'double', chargedFen: 8000 },
      reason: '未逐户告知即取消优惠，按承诺双倍返还差额。',
    },
    done: [
      { uid: 't-cc-duty-1', type: 'approve' },
      { uid: 't-cc-refund-1', type: 'execute' },
    ],
  },
];

/** An outlet's manager who is away this week, and who decides in their name meanwhile (REF-6). */
const away = { uid: 't-qjp-huaihai-manager-1', deputyUid: 't-qjp-shuidukou-manager-1', days: 7 };

/** Has staff ask for refunds, approve and pay them, as their phones do. Each step waits for the one before it, since a decision says what it has seen. */
export async function tellRefunds(target: Target & { ports: Pick<Ports, 'functions'> }, firestore: Firestore, city: City, nowMs: number): Promise<void> {
  const today = dayOf(nowMs);
  const absence = { deputyUid: away.deputyUid, fromDay: today, untilDay: addDays(today, away.days - 1) };
  await callAs(target, personOf(city, away.uid).email, 'nameDeputy', absence);
  await Promise.all(stories.map((story) => tellRefund(target, firestore, city, story, nowMs)));
}

/** The case's refund has the same id every time. */
export function caseRefundId(caseId: string): string {
  return createHash('sha256').update(`refund ${caseId}`).digest('hex').slice(0, 32);
}

async function tellRefund(target: Target, firestore: Firestore, city: City, { caseId, wish, done }: RefundStory, nowMs: number): Promise<void> {
  const told = city.cases.find(({ id }) => id === caseId);
  const pack = city.packs.find(({ id }) => id === told?.pack);
  if (!told || !pack) throw new Error(`There is no case ${caseId}.`);
  const requester = personOf(city, told.recorderUid);
  const path = `refunds/${caseRefundId(caseId)}`;
  const whole: RefundWish = { ...wish, complaintId: caseComplaintId(caseId), form: 'balanceCredit', cardSerial: null, capturedAtMs: nowMs };
  const document = refundDocument(whole, requester, pack, (atMs) => new Moment(atMs));
  await commitAs(target, requester.email, `The refund of ${caseId}`, [creationOf(target, path, document)]);
  await untilTakenUp(firestore, [path], 'refunds were not taken in', (refund) => refund.get('state') === 'requested');
  for (const { uid, type } of done) {
    const refund = refundFromStored(caseRefundId(caseId), (await firestore.doc(path).get()).data() ?? {});
    const entryPath = `${path}/journal/${createHash('sha256').update(`${type} ${caseId}`).digest('hex').slice(0, 32)}`;
    const entry = entryOf(decisionOn(refund, type), uid, nowMs);
    await commitAs(target, personOf(city, uid).email, `${type} for ${caseId}`, [creationOf(target, entryPath, entry)]);
    await untilTakenUp(firestore, [entryPath], 'entries of refunds were not applied', (applied) => applied.get('outcome') !== 'applied');
  }
}

/** A decision pins what was seen. */
function decisionOn({ seq, amountFen, packVersion }: Refund, type: RefundStory['done'][number]['type']): JournalCommand {
  const pins = { seq, amountFen, packVersion };
  return type === 'approve' ? { type, ...pins, isBatch: false } : { type, ...pins, cash: null };
}

function personOf(city: City, uid: string): Staff {
  const person = staffOf(city).find((candidate) => candidate.uid === uid);
  if (!person) throw new Error(`${uid} is nobody on staff.`);
  return person;
}
