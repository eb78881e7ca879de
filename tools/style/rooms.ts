import { readFileSync } from 'node:fs';
import { fromRoot } from '../project-paths.ts';

/** A folder or a single file that is allowed to import certain others: a row of the tables in ARCHITECTURE.md. */
export interface Room {
  /** From the project's root, as `domain/src/ledger`. */
  path: string;
  /** Paths of the rooms that it may import besides itself. */
  mayImport: readonly string[];
  /** Whether it may import every room above it, used or not. */
  isAllAbove: boolean;
}

const heading = /^### `([^`]+)`/;
const anyFolder = '/*';
const allAbove = 'all above';

/**
 * The rooms of ARCHITECTURE.md, section by section: a heading `### \`domain/src\`` says where the names of the table below stand. `domain` means that package, a dash
 * nothing, *all above* every row before.
 */
export function roomsOf(architecture: string): Room[] {
  const rooms: Room[] = [];
  let section: string | null = null;
  let first = 0;
  for (const line of architecture.split('\n')) {
    if (line.startsWith('#')) {
      section = heading.exec(line)?.[1] ?? null;
      first = rooms.length;
    }
    const [, names, , allowed] = line.split('|').map((cell) => cell.trim());
    if (section === null || names === undefined || allowed === undefined || !names.startsWith('`')) continue;
    const above = rooms.slice(first).map(({ path }) => path);
    const mayImport = allowedRooms(allowed, section, above);
    rooms.push(...quoted(names).map((name) => ({ path: `${section}/${name}`, mayImport, isAllAbove: allowed.includes(allAbove) })));
  }
  return rooms;
}

function allowedRooms(cell: string, section: string, above: readonly string[]): string[] {
  return cell.split(', ').flatMap((name) => {
    if (name === '–') return [];
    if (name === allAbove) return above;
    return name === 'domain' ? ['domain/src'] : [`${section}/${name}`];
  });
}

function quoted(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}

/** The room in which a file stands: of several that would fit, the one named most precisely. Each folder of a row `features/*` is a room by itself. */
export function roomOf(path: string, rooms: readonly Room[]): { name: string; room: Room } | null {
  const fitting = rooms.flatMap((room) => {
    const name = nameWithin(path, room);
    return name === null ? [] : [{ name, room }];
  });
  return fitting.reduce<{ name: string; room: Room } | null>((best, one) => (best === null || one.name.length > best.name.length ? one : best), null);
}

function nameWithin(path: string, room: Room): string | null {
  if (!room.path.endsWith(anyFolder)) return path === room.path || path.startsWith(`${room.path}/`) ? room.path : null;
  const parent = room.path.slice(0, -anyFolder.length + 1);
  if (!path.startsWith(parent)) return null;
  const folder = path.slice(parent.length).split('/');
  return folder.length > 1 ? `${parent}${folder[0]}` : null;
}

export const rooms: readonly Room[] = roomsOf(readFileSync(fromRoot('ARCHITECTURE.md'), 'utf8'));
