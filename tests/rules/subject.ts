import type { Creation } from '../support/rules-questions.ts';
import type { Fields } from '../support/rules-values.ts';
import type { Standing, Who } from './city.ts';
import type { Listing } from './listings.ts';

/** What each operation is tried on: one collection's documents, one for each way in which they can stand to whoever asks. */
export interface Subject {
  standings: readonly Standing[];
  /** Stored beside the organisation and the complaints. */
  stored: Record<string, Fields>;
  path(standing: Standing, who: Who): string;
  listing(standing: Standing, who: Who): Listing;
  creation(standing: Standing, who: Who): Creation[];
  change: Fields;
}
