import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { protectStorage, type StorageState, storageState } from './device-storage.ts';
import { Button } from '../../ui/action/Button.tsx';
import { Card } from '../../ui/card/Card.tsx';

const megabyte = 1_000_000;

/** Unsent work lives on this device, so people should know whether the system may clear it. */
export function StorageCard() {
  const { t } = useTranslation('me');
  const format = useFormat();
  const [state, setState] = useState<StorageState | null>(null);
  const [refused, setRefused] = useState(false);
  useEffect(() => void storageState().then(setState), []);
  const protect = async (): Promise<void> => {
    setRefused(!(await protectStorage()));
    setState(await storageState());
  };
  if (!state) return null;
  return (
    <Card title={t('storage.title')}>
      <p>{state.isProtected ? t('storage.kept') : t('storage.atRisk')}</p>
      {state.usedBytes !== null && <p>{t('storage.used', { used: format.number(Math.ceil(state.usedBytes / megabyte)) })}</p>}
      {!state.isProtected && <Button onClick={() => void protect()}>{t('storage.protect')}</Button>}
      {refused && <p role="status">{t('storage.refused')}</p>}
    </Card>
  );
}
