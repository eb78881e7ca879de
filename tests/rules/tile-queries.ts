import type { TileQuestion } from '@shouwen/domain/journal/tile';
import { type Role, roles } from '@shouwen/domain/organisation/staff';
import { allTiles } from '@shouwen/domain/workbench/tiles-of';
import type { PhoneQueryShape } from './query-shape.ts';

/** What a tile of the workbench counts, as somebody of a job asks it. */
function tileShape({ collection, where, orderBy, limit }: TileQuestion, by: Role): PhoneQueryShape {
  const conditions = where.map(([field, operator, value]) => [field, operator, 'who' in value ? value.who : 'anything'] as const);
  return { file: 'app/src/features/workbench/count-tile.ts', by, collection, where: conditions, orderBy, limit };
}

/** Each tile's question by everybody who has the tile. */
export const tileQueries: readonly (readonly PhoneQueryShape[])[] = allTiles().flatMap(({ places, count }) =>
  count === 'unsent' ? [] : [roles.filter((role) => role in places).map((role) => tileShape(count, role))],
);
