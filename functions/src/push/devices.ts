import type { Uid } from '@shouwen/domain/kernel/brand';
import { createHash } from 'node:crypto';
import { type PushLanguage, pushLanguages } from '@shouwen/domain/notice/push-wording';
import { z } from 'zod';
import type { Host } from '../host.ts';
import type { Reader, StoredDocument } from '../store.ts';

/** Of whoever has more, those registered longest ago go. */
export const mostDevices = 10;

const deviceSchema = z.object({ token: z.string(), language: z.enum(pushLanguages) });

/** Where a person is reached by push. */
export interface Device {
  path: string;
  token: string;
  language: PushLanguage;
}

/**
 * Notes that whoever holds `token` is this person now. The document is named after the token, so a phone that two people share reaches whoever registered
 * it last and nobody else.
 */
export function keepDevice(host: Host, uid: Uid, { token, language }: Pick<Device, 'token' | 'language'>): Promise<void> {
  const path = devicePath(token);
  return host.store.transaction(async (transaction) => {
    const others = (await ofPerson(transaction, uid)).filter((other) => other.path !== path);
    transaction.set(path, { uid, token, language, at: host.timestamp(host.nowMs()) });
    for (const { path: oldest } of newestFirst(others).slice(mostDevices - 1)) transaction.delete(oldest);
  });
}

/** Forgets a device; one that has become somebody else's stays theirs. */
export function dropDevice(host: Host, uid: Uid, token: string): Promise<void> {
  const path = devicePath(token);
  return host.store.transaction(async (transaction) => {
    const stored = await transaction.get(path);
    if (stored?.data['uid'] === uid) transaction.delete(path);
  });
}

export async function readDevices(reader: Reader, uid: Uid): Promise<Device[]> {
  const stored = await ofPerson(reader, uid);
  return stored.map(({ path, data }) => ({ path, ...deviceSchema.parse(data) }));
}

/** One more than anybody has: the one that a registration adds. */
function ofPerson(reader: Reader, uid: Uid): Promise<StoredDocument[]> {
  return reader.query({ collection: 'devices', where: [['uid', '==', uid]], limit: mostDevices + 1 });
}

function newestFirst(devices: readonly StoredDocument[]): StoredDocument[] {
  const atMs = ({ data }: StoredDocument): number => (data['at'] as { toMillis(): number }).toMillis();
  return devices.toSorted((one, other) => atMs(other) - atMs(one));
}

function devicePath(token: string): string {
  return `devices/${createHash('sha256').update(token).digest('hex')}`;
}
