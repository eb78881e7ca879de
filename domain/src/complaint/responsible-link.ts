import { z } from 'zod';
import { writtenUnitId } from '../kernel/written-id.ts';

/** Where on its way an item came to harm: the four links of the chain, somebody outside, or nowhere that anybody could find (PST-2). */
export const links = ['accept', 'sort', 'transport', 'deliver', 'outside', 'notFound'] as const;
export type Link = (typeof links)[number];

/** Links that are the operator's own: one of its units answers for them. */
export const ownLinks: readonly Link[] = ['accept', 'sort', 'transport', 'deliver'];

/** Why it came to harm there; `noCover` is a round that nobody took over. */
export const linkReasons = ['noCover', 'missort', 'damage', 'weather', 'address', 'customs', 'other'] as const;
export type LinkReason = (typeof linkReasons)[number];

/** What is said of it, as a person writes it. */
export const writtenLink = {
  link: z.enum(links),
  unitId: writtenUnitId.nullable(),
  cause: z.enum(linkReasons),
  evidence: z.string().trim().min(1).max(1000),
  /** What the item's trace says, line by line, as `traceText` writes it; null where there is none. */
  trace: z.string().trim().min(1).max(4000).nullable(),
};
