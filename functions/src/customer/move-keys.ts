import type { EpochMs } from '@shouwen/domain/kernel/brand';
import { isFormerKey } from '@shouwen/domain/customer/contact-key';
import { packIdSchema, registeredPacks } from '@shouwen/domain/policy/pack-register';
import { fromStored } from '@shouwen/domain/kernel/stored';
import { z } from 'zod';
import type { Host, OperatorKeys } from '../host.ts';
import type { Query, StoredDocument, Transaction } from '../store.ts';
import { save, type Write } from '../transaction/write.ts';
import { keyOfConcerned, keyOfContact, keysIn, keyWrite } from './complaint-key.ts';

const pageSize = 100;
/** Comes after every key of the first version and before all others. */
const afterFormerKeys = 'g';

/** Documents that still hold a key of the first version, and what becomes of one of them; nothing where it holds none any more. */
interface Moving {
  query: Query;
  writesFor(host: Host, transaction: Transaction, document: StoredDocument, keys: OperatorKeys): Promise<Write[]> | Write[];
}

const momentsSchema = z.object({
  pack: packIdSchema,
  capturedAtMs: z.number(),
  clocks: z.object({ startAtMs: z.number() }).nullable().optional().catch(null),
});

/** Numbers of a contact, of whatever version. */
const numbersSchema = z.object({ phone: z.string().nullable().catch(null), concerned: z.string().catch(''), ownedUntilMs: z.number().nullable().catch(null) });

const withKey = (collection: string, field: string): Query => ({
  collection,
  where: [[field, '<=', afterFormerKeys]],
  orderBy: [field, 'asc'],
  limit: pageSize,
});
const withAnyKey = (collection: string): Query => ({ collection, where: [['contactKey', '>=', '']], orderBy: ['contactKey', 'asc'], limit: pageSize });

const refunds: Moving = {
  query: withKey('refunds', 'basis.customerKey'),
  writesFor: (_host, _transaction, { path, data }, keys) => {
    const { customerKey } = (data['basis'] ?? {}) as { customerKey?: unknown };
    if (typeof customerKey !== 'string' || customerKey > afterFormerKeys) return [];
    return [{ do: 'update', path, content: { 'basis.customerKey': keys.within('refunds', keys.ofFormer(customerKey)) } }];
  },
};

const accounts: Moving = {
  query: withKey('accounts', 'contactKey'),
  writesFor: (_host, _transaction, { path, data }, keys) => {
    const { contactKey } = data;
    if (typeof contactKey !== 'string' || contactKey > afterFormerKeys) return [];
    return [{ do: 'update', path, content: { contactKey: keys.within('accounts', keys.ofFormer(contactKey)) } }];
  },
};

/** What closed names its account, and needs no key. */
const closures: Moving = {
  query: withAnyKey('closures'),
  writesFor: (_host, _transaction, { path, data }) => (typeof data['contactKey'] === 'string' ? [{ do: 'update', path, content: { contactKey: null } }] : []),
};

/** Nothing is asked of it but who complained and when, so that one that cannot be read otherwise does not stay in the way of others. */
const complaints: Moving = {
  query: withAnyKey('complaints'),
  writesFor: async (host, transaction, { id, path, data }, keys) => {
    if (typeof data['contactKey'] !== 'string') return [];
    const { pack, capturedAtMs, clocks } = momentsSchema.parse(fromStored(data));
    const contact = await transaction.get(`${path}/private/contact`);
    const held = numbersSchema.parse(contact?.data ?? {});
    const known = { contactKey: keyOfContact(keys, held.phone, data['contactKey']), concernsKey: keyOfConcerned(keys, held) };
    const left: Write = { do: 'update', path, content: { contactKey: null } };
    if (keysIn(known).length === 0) return [left];
    return [keyWrite(host, { id, pack, capturedAtMs }, { keys: known, startedAtMs: clocks?.startAtMs ?? capturedAtMs }), left];
  },
};

const firstVersion: readonly Moving[] = [refunds, accounts, closures];

/**
 * Gives stored documents of the first version the keys that phones do not know, page by page, and complaints theirs that could not be had when they were taken in.
 * Whoever is moved is not found again, so it goes on where it was cut off.
 *
 * @param untilMs begins no new page then.
 * @returns how many documents were moved.
 */
export async function moveKeys(host: Host, untilMs: EpochMs = Number.MAX_SAFE_INTEGER): Promise<number> {
  const keysByPack = new Map(await Promise.all(registeredPacks.map(async (pack) => [pack, await host.keys.of(pack)] as const)));
  const waiting = [...keysByPack].filter(([, keys]) => keys?.areMoved === false).map(([pack]) => pack);
  let count = 0;
  let isWhole = true;
  for (const moving of waiting.length > 0 ? [...firstVersion, complaints] : [complaints]) {
    const moved = await moveAll(host, moving, untilMs);
    count += moved.count;
    isWhole &&= moved.isWhole;
  }
  if (waiting.length > 0) {
    const moved = await moveCustomers(host, untilMs);
    count += moved.count;
    isWhole &&= moved.isWhole;
  }
  if (isWhole)
    for (const pack of waiting)
      await host.store.transaction((transaction) => Promise.resolve(transaction.update(`installations/${pack}`, { areKeysMoved: true })));
  return count;
}

/** What cannot be moved, because it cannot be read or its operator's secret differs, is left, and does not keep the others. */
async function moveAll(host: Host, { query, writesFor }: Moving, untilMs: EpochMs): Promise<{ count: number; isWhole: boolean }> {
  let count = 0;
  let left = 0;
  for (let after: StoredDocument | undefined; host.nowMs() < untilMs;) {
    const page: StoredDocument[] = await host.store.query({ ...query, ...(after && { after }) });
    const moved = await Promise.all(page.map((found) => moveOne(host, found, writesFor)));
    count += moved.filter(Boolean).length;
    left += moved.filter((isMoved) => !isMoved).length;
    if (page.length < pageSize) return { count, isWhole: left === 0 };
    after = page.at(-1);
  }
  return { count, isWhole: false };
}

async function moveOne(host: Host, { path, data }: StoredDocument, writesFor: Moving['writesFor']): Promise<boolean> {
  const pack = packIdSchema.safeParse(data['pack']);
  const keys = pack.success ? await host.keys.of(pack.data) : null;
  if (keys === null) return false;
  try {
    return await host.store.transaction(async (transaction) => {
      const document = await transaction.get(path);
      const writes = document ? await writesFor(host, transaction, document, keys) : [];
      save(transaction, writes);
      return writes.length > 0;
    });
  } catch {
    host.log({ severity: 'WARNING', message: 'key not moved', path });
    return false;
  }
}

/** A customer lies under their key, so the document itself moves. Those of the first version come first in the order of ids. */
async function moveCustomers(host: Host, untilMs: EpochMs): Promise<{ count: number; isWhole: boolean }> {
  let count = 0;
  while (host.nowMs() < untilMs) {
    const page = await host.store.query({ collection: 'customers', where: [], afterId: '', limit: pageSize });
    const former = page.filter(({ id }) => isFormerKey(id));
    const moved = await Promise.all(former.map((document) => moveCustomer(host, document)));
    const movedNow = moved.filter(Boolean).length;
    count += movedNow;
    if (former.length < pageSize || movedNow === 0) return { count, isWhole: movedNow === former.length };
  }
  return { count, isWhole: false };
}

async function moveCustomer(host: Host, { id, path, data }: StoredDocument): Promise<boolean> {
  const pack = packIdSchema.safeParse(data['pack']);
  const keys = pack.success ? await host.keys.of(pack.data) : null;
  if (keys === null) return false;
  await host.store.transaction((transaction) => {
    transaction.set(`customers/${keys.ofFormer(id)}`, data);
    transaction.delete(path);
    return Promise.resolve();
  });
  return true;
}
