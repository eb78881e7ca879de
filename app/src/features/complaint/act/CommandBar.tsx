import { useState } from 'react';
import type { StaffCommandType } from '@shouwen/domain/complaint/command';
import { useTranslation } from 'react-i18next';
import { groupedCommands } from './main-command.ts';
import { Sheet } from '../../../ui/sheet/Sheet.tsx';
import { Button } from '../../../ui/action/Button.tsx';
import { ActionBar } from '../../../ui/action/ActionBar.tsx';
import { CommandList } from '../../../ui/action/CommandList.tsx';

interface Props {
  main: StaffCommandType;
  allowed: readonly StaffCommandType[];
  onCommand: (type: StaffCommandType) => void;
}

/** The next step as one large button, everything else that is open to this person behind the other. */
export function CommandBar({ main, allowed, onCommand }: Props) {
  const { t } = useTranslation('complaint');
  const [isOpen, setOpen] = useState(false);
  return (
    <ActionBar>
      {allowed.length > 1 && (
        <Button aria-haspopup="dialog" onClick={() => setOpen(true)}>
          {t('more')}
        </Button>
      )}
      <Button kind="main" onClick={() => onCommand(main)}>
        {t(`command.${main}`)}
      </Button>
      {isOpen && (
        <Sheet title={t('more')} onClose={() => setOpen(false)}>
          {groupedCommands(allowed).map(({ name, commands }) => (
            <section key={name} aria-label={t(`group.${name}`)}>
              <h3>{t(`group.${name}`)}</h3>
              <CommandList>
                {commands.map((command) => (
                  <Button
                    key={command}

                    onClick={() => {
                      setOpen(false);
                      onCommand(command);
                    }}
                  >
                    {t(`command.${command}`)}
                  </Button>
                ))}
              </CommandList>
            </section>
          ))}
        </Sheet>
      )}
    </ActionBar>
  );
}
