import { arrivalOf, type Arrival } from './arrival.ts';
import type { Proof } from './proof.ts';
import { loadView, type Loaded } from './view/load-view.ts';

/** One coming to the page, with its first reading already under way. */
export type Visit = Exclude<Arrival, { kind: 'page' }> | { kind: 'page'; statusId: string; proof: Proof | null; firstReading: Promise<Loaded> };

/** Begins a visit from where the browser is now. */
export async function startVisit(): Promise<Visit> {
  const entry = await arrivalOf(location.pathname, location.hash, history.state);
  return entry.kind === 'page' ? { ...entry, firstReading: loadView(entry.statusId) } : entry;
}
