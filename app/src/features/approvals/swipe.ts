/** So far a finger has to go, and more across than along, before letting go means something. */
const leastPx = 96;

/** What sweeping a card aside means: to the right is yes, to the left is no, anything less is nothing. */
export function swipeVerdict(acrossPx: number, alongPx: number): 'approve' | 'refuse' | null {
  if (Math.abs(acrossPx) < leastPx || Math.abs(alongPx) > Math.abs(acrossPx) / 2) return null;
  return acrossPx > 0 ? 'approve' : 'refuse';
}
