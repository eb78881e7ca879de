import type { Tile } from '@shouwen/domain/journal/tile';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { inLanguage, useLanguage } from '../../platform/device/language.ts';
import { useOutbox } from '../../platform/outbox/outbox.ts';
import { LinkCard } from '../../ui/card/LinkCard.tsx';
import { List } from '../../ui/card/List.tsx';
import type { TileCount, TileCounts } from './use-tile-counts.ts';
import './TileGrid.css';

export function TileGrid({ tiles, counts }: { tiles: readonly Tile[]; counts: TileCounts }) {
  const { t } = useTranslation('workbench');
  const { items } = useOutbox();
  return (
    <List className="tile-grid" aria-label={t('title')}>
      {tiles.map((tile) => (
        <li key={tile.id}>
          <TileLink tile={tile} counted={tile.count === 'unsent' ? { count: items.length, asOfMs: null } : counts.of(tile)} isAsking={counts.isAsking} />
        </li>
      ))}
    </List>
  );
}

function TileLink({ tile, counted, isAsking }: { tile: Tile; counted: TileCount | null; isAsking: boolean }) {
  const { t } = useTranslation('workbench');
  const reader = useLanguage();
  const format = useFormat();
  const asOfMs = counted?.asOfMs ?? null;
  return (
    <LinkCard className={`tile tile-${tile.id} ${counted !== null && counted.count > 0 ? 'tile-some' : 'tile-none'}`} to={tile.path}>
      <strong>{inLanguage(tile.title, reader)}</strong>
      <span className="tile-count number">{counted === null ? <Unknown isAsking={isAsking} /> : <Count tile={tile} count={counted.count} />}</span>
      <span className="tile-text">{inLanguage(tile.text, reader)}</span>
      {asOfMs !== null && !isAsking && <small>{t('asOf', { moment: format.moment(asOfMs) })}</small>}
    </LinkCard>
  );
}

/** At the bound of its question a number may be any greater one. */
function Count({ tile, count }: { tile: Tile; count: number }) {
  const { t } = useTranslation('workbench');
  const format = useFormat();
  const number = format.number(count);
  return tile.count !== 'unsent' && count >= tile.count.limit ? t('orMore', { number }) : number;
}

function Unknown({ isAsking }: { isAsking: boolean }) {
  const { t } = useTranslation('workbench');
  return (
    <>
      <span aria-hidden="true">{isAsking ? '…' : '–'}</span>
      <span className="visually-hidden">{t(isAsking ? 'counting' : 'unknown')}</span>
    </>
  );
}
