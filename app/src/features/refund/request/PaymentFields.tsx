import { useState } from 'react';
import type { Pack } from '@shouwen/domain/policy/pack';
import { refundForms } from '@shouwen/domain/refund/refund';
import { useTranslation } from 'react-i18next';
import type { AccountSearch } from '../../../records/find-account.ts';
import { type FieldsProps, FormText, useFaultText } from '../FormText.tsx';
import { Choice, ChoiceGroup } from '../../../ui/field/Choice.tsx';

interface Props extends FieldsProps {
  /** The customer's accounts; null until they are known. */
  search: AccountSearch | null;
  pack: Pack;
}

/** How the money reaches the customer (REF-5); an operator without accounts has no balance to credit. */
export function PaymentFields({ search, pack, ...fields }: Props) {
  const { t } = useTranslation('refund');
  const faultText = useFaultText();
  const { typed, faults, onChange } = fields;
  const forms = refundForms.filter((form) => form !== 'balanceCredit' || pack.closures !== null);
  return (
    <>
      <ChoiceGroup layout="row" label={t('request.formLabel')} problem={faultText(faults.form, t('request.formLabel'))}>
        {forms.map((form) => (
          <Choice key={form} kind="radio" name="refund-form" isChosen={typed.form === form} onChoose={() => onChange({ form })}>
            {t(`form.${form}`)}
          </Choice>
        ))}
      </ChoiceGroup>
      {typed.form === 'balanceCredit' && <AccountField {...fields} search={search} />}
      {typed.form === 'rechargeCard' && <FormText {...fields} name="cardSerial" kind="line" label={t('fact.cardSerial')} hint={t('request.cardHint')} />}
    </>
  );
}

/** The customer's own accounts to choose from, as far as they can be looked up, or any account number. */
function AccountField({ search, ...fields }: FieldsProps & Pick<Props, 'search'>) {
  const { t } = useTranslation('refund');
  const { typed, onChange } = fields;
  const accounts = search?.kind === 'found' ? search.accounts : [];
  const isListed = accounts.some(({ accountNo }) => accountNo === typed.accountNo);
  const [isOther, setOther] = useState(false);
  const isTyped = accounts.length === 0 || isOther || (!isListed && (typed.accountNo ?? '') !== '');
  return (
    <>
      {accounts.length > 0 && (
        <ChoiceGroup layout="stack" label={t('request.account')}>
          {accounts.map(({ accountNo, phoneMasked, holderMasked, state }) => (
            <Choice
              key={accountNo}
              kind="radio"
              name="refund-account"
              isChosen={typed.accountNo === accountNo && !isOther}
              onChoose={() => {
                setOther(false);
                onChange({ accountNo });
              }}
            >
              <span className="number">{accountNo}</span> · {holderMasked} {phoneMasked}
              {state === 'closed' && ` · ${t('request.accountClosed')}`}
              {state === 'blocked' && ` · ${t('request.accountBlocked')}`}
            </Choice>
          ))}
          <Choice
            kind="radio"
            name="refund-account"
            isChosen={isTyped}
            onChoose={() => {
              setOther(true);
              onChange({ accountNo: '' });
            }}
          >
            {t('request.accountOther')}
          </Choice>
        </ChoiceGroup>
      )}
      {search?.kind === 'none' && <p className="small-print">{t('request.accountsNone')}</p>}
      {search !== null && search.kind !== 'found' && search.kind !== 'none' && <p className="small-print">{t('request.accountsUnknown')}</p>}
      {(isTyped || fields.faults.accountNo) && <FormText {...fields} name="accountNo" kind="line" label={t('request.accountNo')} />}
    </>
  );
}
