import '../../i18n/later-texts.ts';
import { buckets } from '@shouwen/domain/ledger/account';
import { companyAccounts } from '@shouwen/domain/ledger/posting';
import { useTranslation } from 'react-i18next';

/** Names an account of the ledger in the reader's language: one of the operator's own, or a customer's bucket with the account's number unless it is the one looked at. */
export function useAccountName(ownNo: string | null = null): (account: string | null) => string {
  const { t } = useTranslation('ledger');
  return (account) => {
    if (account === null) return t('several');
    const [side, name, bucketName] = account.split(':');
    const company = side === 'company' ? companyAccounts.find((known) => known === name) : undefined;
    if (company) return t(`company.${company}`);
    const bucket = buckets.find((known) => known === bucketName);
    if (side !== 'customer' || !bucket) return t('unknown');
    return name === ownNo ? t(`bucket.${bucket}`) : `${name} ${t(`bucket.${bucket}`)}`;
  };
}
