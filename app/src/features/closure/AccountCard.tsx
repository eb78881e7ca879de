import type { Account } from '@shouwen/domain/ledger/account';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';

/** Enough of an account to recognise it by. */
export function AccountCard({ account }: { account: Account }) {
  const { t } = useTranslation(['closure', 'ledger']);
  const format = useFormat();
  const { cash, rechargeCard, promotional } = account.balancesFen;
  return (
    <span className="account-card">
      <strong>
        {account.phoneMasked} {account.holderMasked}
      </strong>
      <span>
        {t(`ledger:accountKind.${account.kind}`)} · {t(`ledger:accountState.${account.state}`)}
      </span>
      <small>
        <span>{t('find.accountNo', { number: account.accountNo })}</span>{' '}
        <span>{t('find.total', { amount: format.money(cash + rechargeCard + promotional) })}</span>
      </small>
    </span>
  );
}
