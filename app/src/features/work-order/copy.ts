/**
 * For whom a work order is printed. The customer's copy, which bears their signature, holds nothing that was written for colleagues, and no number of
 * anybody (RET-2); the internal one holds the whole course.
 */
export const copies = ['customer', 'internal'] as const;
export type Copy = (typeof copies)[number];
