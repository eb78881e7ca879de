import type { Bilingual } from '../kernel/bilingual.ts';
import type { Role } from '../organisation/staff.ts';

/** What a stored field is compared with. Whoever asks and the moment at which they do are filled in then. */
export type TileValue =
  | { is: string | boolean | null }
  | { who: 'me' | 'my unit' | 'my operator' }
  | { moment: 'now' | 'endOfToday' }
  /** As a timestamp, or as the calendar day that it falls on. */
  | { daysAgo: number; as: 'moment' | 'day' };

export type TileCondition = readonly [field: string, operator: '==' | '!=' | '<=' | '>=' | 'array-contains', value: TileValue];

/** How many there are of something, in the names that are stored, as the list behind the tile asks it: the database's rules know no question without a bound. */
export interface TileQuestion {
  collection: string;
  where: readonly TileCondition[];
  orderBy: readonly [field: string, direction: 'asc' | 'desc'];
  /** Nothing is counted beyond it. */
  limit: number;
}

/** A way to a piece of work, on the workbench of those whose job it is. */
export interface Tile {
  id: string;
  /** On whose workbench it lies, each with its place there: the lowest comes first. */
  places: Readonly<Partial<Record<Role, number>>>;
  title: Bilingual;
  /** What its number says. */
  text: Bilingual;
  path: string;
  /** Asked of the database, or what waits on this phone to be sent. */
  count: TileQuestion | 'unsent';
  /** The block of the operator's pack without which there is no such work. */
  needs?: 'closures';
}
