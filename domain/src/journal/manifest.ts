import type { Bilingual } from '../kernel/bilingual.ts';
import type { NoticeGroup } from './notice-group.ts';
import type { Tile } from './tile.ts';

/** How one kind of notice is grouped in people's preferences and put into words. */
export interface NoticeManifest {
  group: NoticeGroup;
  /** Told by push whichever groups somebody does not want. */
  isAlwaysTold?: true;
  /** In the inbox, where number and category stand beside it. */
  words: Bilingual;
  /** By push, with `{number}` for what staff know it by. No names, no telephone numbers, no amounts: a locked screen shows it to anybody. */
  push: Bilingual;
}

/** What the schedule does with an aggregate and why it leaves one alone, in words, by the names that the dry run gives (SLA-6). */
export interface ScheduleWording {
  does: Readonly<Record<string, Bilingual>>;
  leaves: Readonly<Record<string, Bilingual>>;
}

/** What everybody else knows of an aggregate: where it lies, what it is called, how its notices read and where they lead, and whose work it is. */
export interface Manifest {
  name: string;
  /** What one of them is called. */
  title: Bilingual;
  /** Its documents lie in `{collection}/{id}`, its journal in `{collection}/{id}/journal`. */
  collection: string;
  /** The state in which a document lies until functions have taken it in. */
  untakenState: string;
  notices: Readonly<Record<string, NoticeManifest>>;
  schedule: ScheduleWording;
  /** Its ways on the workbench. */
  tiles: readonly Tile[];
  /** The page of the app that shows one of them. */
  pagePath(id: string): string;
}
