import { randomBytes, randomUUID } from 'node:crypto';
import type { StaffCommand } from '@shouwen/domain/complaint/command';
import type { Recording } from '@shouwen/domain/complaint/complaint';
import { buildRecording, type Contact, type RecordingForm } from '@shouwen/domain/complaint/intake/recording';
import { toStored } from '@shouwen/domain/kernel/stored';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { Timestamp } from 'firebase-admin/firestore';
import { encodeFields, Moment } from '@shouwen/domain/kernel/rest-value';
import { morningMs, type TestCity } from './city.ts';
import { applyEntry, receiveComplaint } from './delivering.ts';

/** A complaint as a test wants it; what it leaves out is an ordinary billing matter of a customer of Qingjiangpu, taken at an outlet there. */
export interface Wanted extends Partial<RecordingForm> {
  id?: string;
  token?: string;
  recorderUid?: string;
  capturedAtMs?: number;
  clockOffsetMs?: number;
  receivedAtMs?: number;
  /** What a wrong phone would have written instead. */
  spoilt?: Partial<Record<keyof Recording | 'receivedAt' | 'contactKey', unknown>>;
  /** False for a complaint that came without its contact. */
  withContact?: boolean;
}

export interface Recorded {
  id: string;
  recording: Recording;
  contact: Contact;
}

let phones = 0;

/** A number that no other complaint of this run has, so that nothing looks like a repeat by accident. */
export function newPhone(): string {
  phones += 1;
  return `139${String(process.pid % 1000).padStart(3, '0')}${String(phones).padStart(5, '0')}`;
}

export function makeRecording(city: Pick<TestCity, 'told' | 'staff'>, wanted: Wanted = {}): Recorded & { recorder: Staff } {
  const recorder = city.staff(wanted.recorderUid ?? 't-qjp-huaihai-clerk-1');
  const pack = city.told.packs.find((candidate) => candidate.id === recorder.pack);
  if (!pack) throw new Error(`There is no pack ${recorder.pack}.`);
  const isPost = pack.id === 'post';
  const form: RecordingForm = {
    name: '王小明',
    phone: newPhone(),
    address: '淮海路1号',
    channel: 'outlet',
    category: isPost ? 'P01-01' : 'T01-01',
    tier: 'ordinary',
    homeRegion: '320812',
    urgency: null,
    mailItem: '',
    mailService: null,
    what: '话费里有一笔看不懂的收费。',
    occurredAtMs: morningMs - 86_400_000,
    asks: ['explanation', 'refund'],
    ...wanted,
  };
  const { recording, contact } = buildRecording(form, {
    id: wanted.id ?? randomUUID(),
    token: wanted.token ?? randomBytes(16).toString('base64url'),
    recorder,
    pack,
    capturedAtMs: wanted.capturedAtMs ?? morningMs - 60_000,
    clockOffsetMs: wanted.clockOffsetMs ?? 0,
    photoCount: 0,
    earlierIds: [],
  });
  return { id: recording.id, recording: { ...recording, receivedAtMs: wanted.receivedAtMs ?? morningMs }, contact, recorder };
}

/** The complaint's document as a phone creates it. */
function storedComplaint(recording: Recording, recorder: Staff, toTimestamp: (atMs: number) => unknown): Record<string, unknown> {
  const { id: _id, ...recorded } = recording;
  return { ...toStored(recorded, toTimestamp), state: 'recorded', open: true, people: [recorder.uid], audience: recorder.audience };
}

/** Puts a complaint into the database the way it lies there after a phone's batch, whatever the rules would have said; nothing takes it in yet. */
export async function record(city: Pick<TestCity, 'told' | 'staff' | 'firestore'>, wanted: Wanted = {}): Promise<Recorded> {
  const { id, recording, contact, recorder } = makeRecording(city, wanted);
  const complaint = { ...storedComplaint(recording, recorder, (atMs) => Timestamp.fromMillis(atMs)), ...wanted.spoilt };
  const batch = city.firestore.batch().create(city.firestore.doc(`complaints/${id}`), complaint);
  if (wanted.withContact !== false) batch.create(city.firestore.doc(`complaints/${id}/private/contact`), contact);
  await batch.commit();
  return { id, recording, contact };
}

/** Records a complaint and has it taken in, as its creation event would. */
export async function takeIn(city: TestCity, wanted: Wanted = {}): Promise<Recorded> {
  const recorded = await record(city, wanted);
  await receiveComplaint(city.host, recorded.id);
  return recorded;
}

export interface EntryOptions {
  id?: string;
  after?: string;
  capturedAtMs?: number;
  receivedAtMs?: number;
  clockOffsetMs?: number;
}

/** Puts a journal entry of a member of staff into the database, pending. */
export async function write(city: TestCity, complaintId: string, uid: string, command: StaffCommand, options: EntryOptions = {}): Promise<string> {
  const id = options.id ?? randomUUID();
  const { type, ...payload } = command;
  await city.firestore.doc(`complaints/${complaintId}/journal/${id}`).create({
    type,
    payload,
    actor: { kind: 'staff', uid, name: null, unitId: null },
    after: options.after ?? null,
    capturedAt: Timestamp.fromMillis(options.capturedAtMs ?? city.host.clockMs),
    clockOffsetMs: options.clockOffsetMs ?? 0,
    receivedAt: Timestamp.fromMillis(options.receivedAtMs ?? city.host.clockMs),
    outcome: 'pending',
  });
  return id;
}

/** Writes an entry, has it applied, and gives back what became of it. */
export async function act(
  city: TestCity,
  complaintId: string,
  uid: string,
  command: StaffCommand,
  options: EntryOptions = {},
): Promise<Record<string, unknown>> {
  const id = await write(city, complaintId, uid, command, options);
  await applyEntry(city.host, complaintId, id);
  return outcomeOf(city, complaintId, id);
}

export async function outcomeOf(city: TestCity, complaintId: string, entryId: string): Promise<Record<string, unknown>> {
  const { outcome, reason, seq } = (await city.firestore.doc(`complaints/${complaintId}/journal/${entryId}`).get()).data() ?? {};
  return { outcome, ...(reason === undefined ? {} : { reason }), ...(seq === undefined ? {} : { seq }) };
}

interface ClientWrite {
  path: string;
  fields: Record<string, unknown>;
  /** Fields that the database sets to the time of the request. */
  requestTime: string[];
}

/** Records a complaint the way a phone does: one batch over REST, checked by the rules. */
export async function recordAsClient(city: TestCity, wanted: Wanted = {}): Promise<Recorded> {
  const nowMs = Date.now();
  const { id, recording, contact, recorder } = makeRecording(city, { capturedAtMs: nowMs, occurredAtMs: nowMs - 3_600_000, ...wanted });
  const { receivedAt: _set, ...fields } = storedComplaint(recording, recorder, (atMs) => new Moment(atMs));
  await commitAsClient(city, recorder.uid, [
    { path: `complaints/${id}`, fields, requestTime: ['receivedAt'] },
    { path: `complaints/${id}/private/contact`, fields: { ...contact }, requestTime: [] },
  ]);
  return { id, recording, contact };
}

/** Creates a journal entry the way a phone does. */
export async function writeAsClient(city: TestCity, complaintId: string, uid: string, command: StaffCommand, after: string | null = null): Promise<string> {
  const id = randomUUID();
  const { type, ...payload } = command;
  const actor = { kind: 'staff', uid, name: null, unitId: null };
  const fields = { type, payload, actor, after, capturedAt: new Moment(Date.now()), clockOffsetMs: 0, outcome: 'pending' };
  await commitAsClient(city, uid, [{ path: `complaints/${complaintId}/journal/${id}`, fields, requestTime: ['receivedAt'] }]);
  return id;
}

/** Commits the way a phone does: over REST, checked by the rules; signed in as nobody without a uid. */
export async function commitAsClient({ emulatorHost, projectId }: TestCity, uid: string | null, writes: ClientWrite[]): Promise<void> {
  const root = `projects/${projectId}/databases/(default)/documents`;
  const body = {
    writes: writes.map(({ path, fields, requestTime }) => ({
      update: { name: `${root}/${path}`, fields: encodeFields(fields) },
      updateTransforms: requestTime.map((fieldPath) => ({ fieldPath, setToServerValue: 'REQUEST_TIME' })),
      currentDocument: { exists: false },
    })),
  };
  const headers = { 'content-type': 'application/json', ...(uid === null ? {} : { authorization: `Bearer ${unsignedToken(projectId, uid)}` }) };
  const response = await fetch(`http://${emulatorHost}/v1/${root}:commit`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`The rules refused ${writes.map((write) => write.path).join(', ')}: ${await response.text()}`);
}

/** Opens the customer's page the way anyone with the link does. */
export async function openStatus({ emulatorHost, projectId }: TestCity, statusId: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`http://${emulatorHost}/v1/projects/${projectId}/databases/(default)/documents/status/${statusId}`);
  return { status: response.status, text: await response.text() };
}

/** The emulator takes a token that nobody signed; who they are is all that it says. */
export function unsignedToken(projectId: string, uid: string): string {
  const atS = Math.floor(Date.now() / 1000);
  const claims = {
    sub: uid,
    user_id: uid,
    aud: projectId,
    iss: `https://securetoken.google.com/${projectId}`,
    iat: atS,
    auth_time: atS,
    exp: atS + 3600,
    firebase: { sign_in_provider: 'custom', identities: {} },
  };
  return `${base64url({ alg: 'none', typ: 'JWT' })}.${base64url(claims)}.`;
}

function base64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
