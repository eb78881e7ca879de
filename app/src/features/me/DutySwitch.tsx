import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { call } from '../../platform/callable/callable.ts';
import { Switch } from '../../ui/action/Switch.tsx';
import { Card } from '../../ui/card/Card.tsx';

/** On or off duty (ORG-4). The switch shows what the staff document says, so it moves only when the server has agreed. */
export function DutySwitch({ staff }: { staff: Staff }) {
  const { t } = useTranslation('me');
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const toggle = (): void => {
    setState('busy');
    call('setAvailability', { uid: staff.uid, onDuty: !staff.onDuty }).then(
      () => setState('idle'),
      () => setState('failed'),
    );
  };
  return (
    <Card className="me-line">
      <span>
        <strong id="duty-label">{t('onDuty.label')}</strong>
        <small>{staff.onDuty ? t('onDuty.on') : t('onDuty.off')}</small>
        {state === 'failed' && <small role="alert">{t('onDuty.failed')}</small>}
      </span>
      <Switch isOn={staff.onDuty} isBusy={state === 'busy'} labelledBy="duty-label" onToggle={toggle} />
    </Card>
  );
}
