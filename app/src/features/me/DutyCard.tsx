import '../../i18n/later-texts.ts';
import { useState } from 'react';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { isSuperiorOf } from '@shouwen/domain/organisation/superior';
import { useTranslation } from 'react-i18next';
import { useReference } from '../../platform/reference/reference.ts';
import { Button } from '../../ui/action/Button.tsx';
import { ButtonRow } from '../../ui/action/ButtonRow.tsx';
import { Switch } from '../../ui/action/Switch.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { PresenceSheet } from './PresenceSheet.tsx';
import { usePresenceWording } from './presence-wording.ts';
import { sayPresence } from './say-presence.ts';

type Opened = 'offShift' | 'away' | 'other';

/** On shift, off it or away (ORG-4, ADM-4). Shows what the staff document says, so the switch moves only when the server has agreed. */
export function DutyCard({ staff }: { staff: Staff }) {
  const { t } = useTranslation('presence');
  const words = usePresenceWording();
  const reference = useReference();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const [opened, setOpened] = useState<Opened | null>(null);
  const below = reference ? reference.staff.filter((person) => person.active && isSuperiorOf(staff, person, reference.units)) : [];
  const toggle = (): void => {
    if (staff.onDuty) return setOpened('offShift');
    setState('busy');
    sayPresence(staff.uid, { kind: 'onDuty' }).then(
      () => setState('idle'),
      () => setState('failed'),
    );
  };
  return (
    <>
      <Card>
        <div className="me-line">
          <span>
            <strong id="duty-label">{t('title')}</strong>
            {words(staff).map((line) => (
              <small key={line}>{line}</small>
            ))}
            {state === 'failed' && <small role="alert">{t('failed')}</small>}
          </span>
          <Switch isOn={staff.onDuty} isBusy={state === 'busy'} labelledBy="duty-label" onToggle={toggle} />
        </div>
        <ButtonRow>
          <Button aria-haspopup="dialog" onClick={() => setOpened('away')}>
            {t('setAway')}
          </Button>
          {below.length > 0 && (
            <Button aria-haspopup="dialog" onClick={() => setOpened('other')}>
              {t('setForOther')}
            </Button>
          )}
        </ButtonRow>
      </Card>
      {opened !== null && (
        <PresenceSheet
          own={opened === 'other' ? null : staff}
          people={below}
          firstKind={opened === 'other' ? 'away' : opened}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}
