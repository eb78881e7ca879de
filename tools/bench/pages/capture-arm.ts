import { buildRecording, type RecordingForm } from '@shouwen/domain/complaint/intake/recording';
import { packSchema } from '@shouwen/domain/policy/pack';
import telecom from '@shouwen/domain/packs/telecom.json';
import { newComplaint } from '../../../app/src/platform/outbox/complaint-content.ts';
import { enqueueNew, unsentCount } from '../../../app/src/platform/outbox/outbox.ts';
import type { ShrunkPhoto } from '../../../app/src/platform/device/shrunk-photo.ts';
import { sendOutbox } from '../../../app/src/platform/outbox/outbox-sender.ts';
import { currentSession } from '../../../app/src/platform/session/session.ts';

const photoBytes = 200_000;
const pack = packSchema.parse(telecom);
const staff = () => {
  const session = currentSession();
  if (!session) throw new Error('nobody is signed in');
  return session.staff;
};

const form: RecordingForm = {
  name: '测试客户',
  phone: '13800001111',
  address: '',
  channel: 'outlet',
  category: 'T01-01',
  tier: 'ordinary',
  homeRegion: '320812',
  urgency: null,
  mailItem: '',
  mailService: null,
  what: '话费里有一笔看不懂的收费，要求说明并退还。',
  occurredAtMs: Date.now() - 3_600_000,
  asks: ['explanation', 'refund'],
};

function newPhoto(): ShrunkPhoto {
  const bytes = new Uint8Array(photoBytes);
  for (let offset = 0; offset < photoBytes; offset += 65_536) crypto.getRandomValues(bytes.subarray(offset, Math.min(photoBytes, offset + 65_536)));
  return { id: crypto.randomUUID(), contentType: 'image/jpeg', width: 800, height: 600, sha256: '0'.repeat(64), capturedAtMs: Date.now(), bytes };
}

/** What a tap on "save" does: documents from the form, encryption, and a strict commit. */
async function save(photos: ShrunkPhoto[]): Promise<string> {
  const token = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  const origin = {
    id: crypto.randomUUID(),
    token,
    recorder: staff(),
    pack,
    capturedAtMs: Date.now(),
    clockOffsetMs: 0,
    photoCount: photos.length,
    earlierIds: [],
  };
  const { recording, contact } = buildRecording(form, origin);
  await enqueueNew('complaints', recording.id, newComplaint({ recording, contact, audience: staff().audience }), photos);
  return recording.id;
}

/** A strict IndexedDB put of the same record and photo by itself. */
async function putBare(database: IDBDatabase, photo: ShrunkPhoto): Promise<void> {
  const transaction = database.transaction('bare', 'readwrite', { durability: 'strict' });
  transaction.objectStore('bare').put({ id: crypto.randomUUID(), form, photo });
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onerror = reject;
  });
}

async function openBare(): Promise<IDBDatabase> {
  const opening = indexedDB.open('bare', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('bare', { keyPath: 'id' });
  return new Promise((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = reject;
  });
}

async function measureCapture(rounds: number): Promise<{ ours: number[]; bare: number[] }> {
  const database = await openBare();
  const measured = { ours: [] as number[], bare: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const photo = newPhoto();
    measured.ours.push(await timed(() => save([photo])));
    measured.bare.push(await timed(() => putBare(database, photo)));
  }
  return measured;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAtMs = performance.now();
  await work();
  return performance.now() - startedAtMs;
}

Object.assign(window, {
  measureCapture,
  saveMany: async (count: number) => {
    const ids: string[] = [];
    for (let saved = 0; saved < count; saved += 1) ids.push(await save([]));
    return ids;
  },
  sendAll: async () => {
    await sendOutbox({ hurry: true });
    return unsentCount(staff().uid);
  },
});
