import { useState } from 'react';
import type { StaffCommandType } from '@shouwen/domain/complaint/command';
import { useTranslation } from 'react-i18next';
import { groupedCommands } from './main-command.ts';
import { Sheet } from '../../../ui/Sheet.tsx';

interface Props {
  main: StaffCommandType;
  allowed: readonly StaffCommandType[];
  onCommand: (type: StaffCommandType) => void;
}

/** The next step as one large button, everything else that is open to this person behind the other. */
export function ActionBar({ main, allowed, onCommand }: Props) {
  const { t } = useTranslation('complaint');
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="action-bar">
      {allowed.length > 1 && (
        <button type="button" className="push-button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {t('more')}
        </button>
      )}
      <button type="button" className="push-button push-button-main" onClick={() => onCommand(main)}>
        {t(`command.${main}`)}
      </button>
      {isOpen && (
        <Sheet title={t('more')} onClose={() => setOpen(false)}>
          {groupedCommands(allowed).map(({ name, commands }) => (
            <section key={name} aria-label={t(`group.${name}`)}>
              <h3>{t(`group.${name}`)}</h3>
              <div className="command-list">
                {commands.map((command) => (
                  <button
                    key={command}
                    type="button"
                    className="push-button"
                    onClick={() => {
                      setOpen(false);
                      onCommand(command);
                    }}
                  >
                    {t(`command.${command}`)}
                  </button>
                ))}
              </div>
            </section>
          ))}
        </Sheet>
      )}
    </div>
  );
}
