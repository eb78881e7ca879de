import '../../i18n/later-texts.ts';
import { useEffect, useState } from 'react';
import { type NoticeGroup, noticeGroups } from '@shouwen/domain/journal/notice-group';
import type { Preferences } from '@shouwen/domain/notice/preferences';
import { useTranslation } from 'react-i18next';
import { type PushFailure, pushSetting, turnOffPush, turnOnPush } from '../../platform/push/push.ts';
import { readPreferences, savePreferences } from './push-preferences.ts';
import { Button } from '../../ui/action/Button.tsx';
import { Switch } from '../../ui/action/Switch.tsx';
import { Card } from '../../ui/card/Card.tsx';
import './PushCard.css';

/** Turns push on or off on this device, and says plainly what keeps it from being on. The inbox holds everything all the same. */
export function PushCard({ uid }: { uid: string }) {
  const { t } = useTranslation('push');
  const [standing, setStanding] = useState(pushSetting);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<PushFailure | null>(null);
  const change = async (work: () => Promise<PushFailure | null>): Promise<void> => {
    setBusy(true);
    setFailure(await work().catch((): PushFailure => 'failed'));
    setStanding(pushSetting());
    setBusy(false);
  };
  const turnOff = async (): Promise<null> => (await turnOffPush(), null);
  return (
    <Card aria-busy={isBusy} title={t('title')}>
      <p>{t(`standing.${standing}`)}</p>
      {failure !== null && <p role="alert">{t(`failure.${failure}`)}</p>}
      {standing === 'off' && (
        <Button disabled={isBusy} onClick={() => void change(turnOnPush)}>
          {t(isBusy ? 'turningOn' : 'turnOn')}
        </Button>
      )}
      {standing === 'on' && (
        <>
          <PushPreferences uid={uid} />
          <Button disabled={isBusy} onClick={() => void change(turnOff)}>
            {t('turnOff')}
          </Button>
        </>
      )}
    </Card>
  );
}

/** What this person wants to be told, on whichever device. The switches show what the server has agreed to. */
function PushPreferences({ uid }: { uid: string }) {
  const { t } = useTranslation('push');
  const [preferences, setPreferences] = useState<Preferences | null>(null);
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  useEffect(() => {
    readPreferences(uid).then(setPreferences, () => setState('failed'));
  }, [uid]);
  const save = (changed: Preferences): void => {
    setState('busy');
    savePreferences(changed).then(
      () => {
        setPreferences(changed);
        setState('idle');
      },
      () => setState('failed'),
    );
  };
  const isPaused = preferences?.push === false;
  const isWanted = (group: NoticeGroup): boolean => preferences?.kinds[group] !== false;
  return (
    <div className="push-choices" role="group" aria-label={t('which')}>
      {state === 'failed' && <p role="alert">{t('preferencesFailed')}</p>}
      {preferences && (
        <PushSwitch name="all" isOn={!isPaused} isBusy={state === 'busy'} label={t('all')} onToggle={() => save({ ...preferences, push: isPaused })} />
      )}
      {preferences &&
        !isPaused &&
        noticeGroups.map((group) => (
          <PushSwitch
            key={group}
            name={group}
            isOn={isWanted(group)}
            isBusy={state === 'busy'}
            label={t(`group.${group}`)}
            onToggle={() => save({ ...preferences, kinds: { ...preferences.kinds, [group]: !isWanted(group) } })}
          />
        ))}
    </div>
  );
}

function PushSwitch({ name, isOn, isBusy, label, onToggle }: { name: string; isOn: boolean; isBusy: boolean; label: string; onToggle: () => void }) {
  return (
    <div className="me-line">
      <span id={`push-${name}`}>{label}</span>
      <Switch isOn={isOn} isBusy={isBusy} labelledBy={`push-${name}`} onToggle={onToggle} />
    </div>
  );
}
