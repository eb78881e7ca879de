import type { Firestore } from 'firebase-admin/firestore';
import { connectAdmin } from './emulators/admin.ts';
import type { Ports } from './emulators/ports.ts';
import { type City, readCity } from './seed/city-files.ts';
import { wrongReferences } from './seed/city-references.ts';
import { createLogins } from './seed/create-logins.ts';
import { recordCases } from './seed/record-cases.ts';
import type { Target } from './seed/staff-client.ts';
import { storeCity } from './seed/store-city.ts';
import { tellClosures } from './seed/tell-closures.ts';
import { tellRefunds } from './seed/tell-refunds.ts';
import { untilTakenUp } from './seed/until-taken-up.ts';
import { workCases } from './seed/work-cases.ts';

export interface SeedTarget {
  projectId: `demo-${string}`;
  ports: Pick<Ports, 'auth' | 'firestore' | 'functions'>;
  /** False leaves out the told cases, for tests that record their own. */
  withCases?: boolean;
}

/** Fills empty emulators with the demonstration city; with its cases the functions have to run, since they are recorded and assigned for real. */
export async function seedCity({ projectId, ports, withCases = true }: SeedTarget): Promise<'seeded' | 'alreadyThere'> {
  const city = readCheckedCity();
  const admin = connectAdmin(projectId, ports);
  try {
    if ((await admin.firestore.doc('policies/current').get()).exists) return 'alreadyThere';
    await Promise.all([storeCity(admin.firestore, city, Date.now()), createLogins(admin.auth, city.staff)]);
    if (withCases) await tellCases({ projectId, ports }, admin.firestore, city);
    return 'seeded';
  } finally {
    await admin.close();
  }
}

export function readCheckedCity(): City {
  const city = readCity();
  const wrong = wrongReferences(city);
  if (wrong.length > 0) throw new Error(`The city does not fit together:\n${wrong.map((line) => `  ${line}`).join('\n')}`);
  return city;
}

async function tellCases(target: Target & Pick<SeedTarget, 'ports'>, firestore: Firestore, city: City): Promise<void> {
  const complaints = (await recordCases(target, city, Date.now())).map((id) => `complaints/${id}`);
  await untilTakenUp(firestore, complaints, 'recorded complaints were not assigned', (complaint) => complaint.get('state') === 'recorded');
  const entries = await workCases(target, firestore, city, Date.now());
  await untilTakenUp(firestore, entries, 'journal entries were not applied', (entry) => entry.get('outcome') !== 'applied');
  await Promise.all([tellRefunds(target, firestore, city, Date.now()), tellClosures(target, firestore, city, Date.now())]);
}
