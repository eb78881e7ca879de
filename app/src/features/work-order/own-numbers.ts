import type { Complaint } from '@shouwen/domain/complaint/complaint';

/** Numbers in a text that are nobody's secret on the sheet of this complaint: the customer's own mail item. */
export function ownNumbers({ mailItem }: Pick<Complaint, 'mailItem'>): string[] {
  return mailItem === null ? [] : [mailItem];
}
