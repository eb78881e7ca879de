import type { PackId } from '@shouwen/domain/kernel/brand';
import { z } from 'zod';
import type { Reader, StoredDocument } from '../store.ts';

/** How far the nightly check has got with what it looks at by turns. Each is an id; an empty one is the beginning of a circle. */
const rotationSchema = z.object({
  accountsAfter: z.string().default(''),
  refundsAfter: z.string().default(''),
  closuresAfter: z.string().default(''),
  postingsAfter: z.string().default(''),
  /** Up to where postings of the first version have their movements. */
  movementsAfter: z.string().default(''),
  areMovementsKept: z.boolean().default(false),
});
export type Rotation = z.infer<typeof rotationSchema>;

export type Turn = Exclude<keyof Rotation, 'movementsAfter' | 'areMovementsKept'>;

export function rotationPath(pack: PackId): string {
  return `bookRotations/${pack}`;
}

export async function readRotation(reader: Reader, pack: PackId): Promise<Rotation> {
  return rotationSchema.parse((await reader.get(rotationPath(pack)))?.data ?? {});
}

/** What is looked at at a time: all of it comes about once in so many nights. */
export interface Share {
  nights: number;
  /** Of fewer than this, no part is taken. */
  least: number;
}

const questions = {
  accountsAfter: { collection: 'accounts', where: [] },
  refundsAfter: { collection: 'refunds', where: [] },
  closuresAfter: { collection: 'closures', where: [] },
  // What names an account of a customer is looked at with it.
  postingsAfter: { collection: 'ledger', where: [['accountNos', '==', []]] },
} as const;

/** The next part by id, and where the one after it begins. */
export async function nextPart(
  reader: Reader,
  pack: PackId,
  turn: Turn,
  rotation: Rotation,
  { nights, least }: Share,
): Promise<{ part: StoredDocument[]; after: string; count: number }> {
  const { collection, where } = questions[turn];
  const question = { collection, where: [['pack', '==', pack], ...where] as const };
  const { count } = await reader.totals(question, []);
  const size = Math.max(least, Math.ceil(count / nights));
  const part: StoredDocument[] = [];
  for (let after = rotation[turn], isOver = false; !isOver && part.length < size;) {
    const limit = Math.min(500, size - part.length);
    const page = await reader.query({ ...question, afterId: after, limit });
    part.push(...page);
    isOver = page.length < limit;
    after = page.at(-1)?.id ?? after;
  }
  return { part, after: part.length < size ? '' : (part.at(-1)?.id ?? ''), count };
}
