import { useEffect, useState } from 'react';
import type { PresenceCommand } from '@shouwen/domain/organisation/presence';
import { useTranslation } from 'react-i18next';
import { previewPresence, type PresenceEffect } from './say-presence.ts';

/** How much of the work in somebody's hands would stay and how much would go (ADM-3). */
export function PresenceForesight({ uid, command }: { uid: string; command: PresenceCommand }) {
  const { t } = useTranslation('presence');
  const [effect, setEffect] = useState<PresenceEffect | 'asking' | 'unknown'>('asking');
  useEffect(() => {
    let isOver = false;
    setEffect('asking');
    previewPresence(uid, command).then(
      (found) => !isOver && setEffect(found),
      () => !isOver && setEffect('unknown'),
    );
    return () => {
      isOver = true;
    };
  }, [uid, command]);
  if (typeof effect === 'string') return <p role="status">{t(`effect.${effect}`)}</p>;
  const parts = (['kept', 'released', 'declined'] as const).filter((part) => effect[part] > 0).map((part) => t(`effect.${part}`, { count: effect[part] }));
  return <p role="status">{parts.length === 0 ? t('effect.none') : parts.join(t('effect.and'))}</p>;
}
