import { z } from 'zod';
import { asks } from '../complaint/complaint-values.ts';
import type { Complaint } from '../complaint/complaint.ts';
import { places } from '../complaint/particulars.ts';
import { maskNumbersInText } from '../customer/mask-numbers.ts';
import { maskNameInText } from '../customer/mask.ts';
import { brands } from '../kernel/brand-schemas.ts';
import { fields } from '../kernel/state-document.ts';
import type { SharedPart } from './assist-values.ts';

const { moment } = brands;

export const sharedFactsSchema = fields({
  what: z.string().nullable(),
  category: z.string().nullable(),
  urgency: z.enum(['critical', 'urgent', 'normal']).nullable(),
  homeRegion: z.string().nullable(),
  occurredAtMs: moment.nullable(),
  asks: z.array(z.enum(asks)).nullable(),
  particulars: fields({ place: z.enum(places).nullable(), paidAtMs: moment.nullable(), billsFen: z.array(z.int()).nullable() }).nullable(),
  mailItem: z.string().nullable(),
  mailService: z.string().nullable(),
  cause: z.string().nullable(),
  promisedAtMs: moment.nullable(),
});
/** What of the complaint goes with the question; null is what was not chosen, or is not there. */
export type SharedFacts = z.infer<typeof sharedFactsSchema>;

/**
 * AST-3: the chosen parts of a complaint as it stands. Names and numbers of persons are hidden in its texts, because whoever assists sees no contact (RET-2).
 *
 * @param ownNumbers what is no person's: the operator's own lines and the number of the mail item.
 */
export function sharedFactsOf(complaint: Complaint, shares: readonly SharedPart[], ownNumbers: readonly string[]): SharedFacts {
  const chosen = <Value>(part: SharedPart, value: Value): Value | null => (shares.includes(part) ? value : null);
  const own = complaint.mailItem === null ? ownNumbers : [...ownNumbers, complaint.mailItem];
  const withoutPersons = (text: string): string => maskNameInText(maskNumbersInText(text, own), complaint.contactMasked.name);
  return {
    what: chosen('what', withoutPersons(complaint.what)),
    category: chosen('category', complaint.category),
    urgency: chosen('category', complaint.urgency),
    homeRegion: chosen('region', complaint.homeRegion),
    occurredAtMs: chosen('occurred', complaint.occurredAtMs),
    asks: chosen('asks', complaint.asks),
    particulars: chosen('particulars', complaint.particulars),
    mailItem: chosen('mailItem', complaint.mailItem),
    mailService: chosen('mailItem', complaint.mailService),
    cause: complaint.cause && chosen('cause', withoutPersons(complaint.cause.text)),
    promisedAtMs: chosen('promise', complaint.dueAtMs),
  };
}
