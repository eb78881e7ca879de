import { useState } from 'react';
import type { Staff } from '@shouwen/domain/organisation/staff';
import type { RefundCommand, RefundCommandType } from '@shouwen/domain/refund/command';
import type { Refund } from '@shouwen/domain/refund/refund';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { pinsOf } from '../../records/allowed-refund-commands.ts';
import { useReference } from '../../platform/reference/reference.ts';
import type { RefundCommands } from '../../records/refund-command.ts';
import { ReasonSheet } from '../../parts/ReasonSheet.tsx';
import { Sheet } from '../../ui/sheet/Sheet.tsx';
import { CashHandOverSheet } from './CashHandOverSheet.tsx';
import { AmendSheet } from './AmendSheet.tsx';
import { Button } from '../../ui/action/Button.tsx';
import { ActionBar } from '../../ui/action/ActionBar.tsx';
import { CommandList } from '../../ui/action/CommandList.tsx';

interface Props {
  refund: Refund;
  allowed: readonly RefundCommandType[];
  staff: Staff;
  commands: RefundCommands;
}

/** The decision as large buttons, everything else that is open to this person behind another. */
export function RefundActions({ refund, allowed, staff, commands }: Props) {
  const { t } = useTranslation('refund');
  const format = useFormat();
  const [open, setOpen] = useState<RefundCommandType | 'more' | null>(null);
  const isBusy = commands.standing.phase === 'busy';
  const [main, ...others] = shownFirst(allowed);
  const give = (command: RefundCommand): void => {
    setOpen(null);
    commands.give(refund, command);
  };
  if (main === undefined) return null;
  const second = main === 'approve' && others.includes('refuse') ? 'refuse' : null;
  const rest = others.filter((type) => type !== second);
  return (
    <ActionBar>
      {rest.length > 0 && (
        <Button aria-haspopup="dialog" disabled={isBusy} onClick={() => setOpen('more')}>
          {t('more')}
        </Button>
      )}
      {second && (
        <Button aria-haspopup="dialog" disabled={isBusy} onClick={() => setOpen(second)}>
          {t(`command.${second}`)}
        </Button>
      )}
      <Button kind={isExpected(main, refund) ? 'main' : 'other'} aria-haspopup="dialog" disabled={isBusy} onClick={() => setOpen(main)}>
        {t(`command.${main}`)}
      </Button>
      {open === 'more' && (
        <Sheet title={t('more')} onClose={() => setOpen(null)}>
          <CommandList>
            {rest.map((type) => (
              <Button key={type} onClick={() => setOpen(type)}>
                {t(`command.${type}`)}
              </Button>
            ))}
          </CommandList>
        </Sheet>
      )}
      {open === 'amend' && <AmendSheet refund={refund} onGive={give} onClose={() => setOpen(null)} />}
      {open === 'execute' && refund.form === 'cash' && (
        <CashHandOverSheet
          title={t('command.execute')}
          hint={t('cash.hint', { amount: format.money(refund.amountFen) })}
          onPay={(cash) => give({ type: 'execute', ...pinsOf(refund), cash })}
          onClose={() => setOpen(null)}
        />
      )}
      {open !== null && open !== 'more' && open !== 'amend' && !(open === 'execute' && refund.form === 'cash') && (
        <ConfirmSheet type={open} refund={refund} staff={staff} onGive={give} onClose={() => setOpen(null)} />
      )}
    </ActionBar>
  );
}

/** Whether somebody waits for just that; what one merely may do is no main action. */
function isExpected(type: RefundCommandType, { state }: Refund): boolean {
  return type === 'approve' || type === 'execute' || (type === 'amend' && state === 'awaitingAnswer');
}

/** An answer that is waited for comes before all else; taking one's own request back never is the large button. */
function shownFirst(allowed: readonly RefundCommandType[]): RefundCommandType[] {
  const order: RefundCommandType[] = ['approve', 'execute', 'refuse', 'amend', 'askMore', 'handToDeputy', 'withdraw', 'reverse'];
  return order.filter((type) => allowed.includes(type));
}

interface ConfirmProps {
  type: Exclude<RefundCommandType, 'amend'>;
  refund: Refund;
  staff: Staff;
  onGive: (command: RefundCommand) => void;
  onClose: () => void;
}

/** What is about to happen in one sentence, with the reason where one is needed. */
function ConfirmSheet({ type, refund, staff, onGive, onClose }: ConfirmProps) {
  const { t } = useTranslation('refund');
  const format = useFormat();
  const deputy = useReference()?.staff.find(({ uid }) => uid === staff.deputy?.uid);
  const values = { amount: format.money(refund.amountFen), customer: refund.basis?.customerMasked.name ?? '', name: deputy?.name ?? '' };
  const needsReason = type === 'refuse' || type === 'askMore' || type === 'withdraw' || type === 'reverse';
  const label = needsReason ? t(type === 'askMore' ? 'questionLabel' : 'reasonLabel') : null;
  const command = t(`command.${type}`);
  return (
    <ReasonSheet
      title={command}
      hint={t(`hint.${type}`, values)}
      label={label}
      submit={t('confirm', { command })}
      onSubmit={(reason) => onGive(commandOf(type, refund, reason))}
      onClose={onClose}
    />
  );
}

function commandOf(type: ConfirmProps['type'], refund: Refund, reason: string): RefundCommand {
  const pins = pinsOf(refund);
  switch (type) {
    case 'approve':
      return { type, ...pins, isBatch: false };
    case 'refuse':
    case 'askMore':
    case 'reverse':
      return { type, ...pins, reason };
    case 'withdraw':
      return { type, reason };
    case 'handToDeputy':
      return { type, ...pins };
    case 'execute':
      return { type, ...pins, cash: null };
  }
}
