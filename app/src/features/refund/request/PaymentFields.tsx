import { useEffect, useState } from 'react';
import type { Pack } from '@shouwen/domain/policy/pack';
import { refundForms } from '@shouwen/domain/refund/refund';
import { useTranslation } from 'react-i18next';
import { type AccountSearch, findByContactKey } from '../../../records/find-account.ts';
import { FaultText, type FieldsProps, FormText } from '../FormText.tsx';

interface Props extends FieldsProps {
  /** Null where the customer's accounts are not looked up: when a request is changed, its account is known. */
  contactKey: string | null;
  pack: Pack;
}

/** How the money reaches the customer (REF-5); an operator without accounts has no balance to credit. */
export function PaymentFields({ contactKey, pack, ...fields }: Props) {
  const { t } = useTranslation('refund');
  const { typed, faults, onChange } = fields;
  const forms = refundForms.filter((form) => form !== 'balanceCredit' || pack.closures !== null);
  return (
    <>
      <fieldset className="choices" data-missing={faults.form !== undefined || undefined}>
        <legend>{t('request.formLabel')}</legend>
        <div className="choice-row">
          {forms.map((form) => (
            <label key={form} className="choice">
              <input type="radio" name="refund-form" value={form} checked={typed.form === form} onChange={() => onChange({ form })} />
              <span>{t(`form.${form}`)}</span>
            </label>
          ))}
        </div>
        {faults.form && <FaultText id="refund-form-fault" label={t('request.formLabel')} fault={faults.form} />}
      </fieldset>
      {typed.form === 'balanceCredit' && <AccountField {...fields} contactKey={contactKey} packId={pack.id} />}
      {typed.form === 'rechargeCard' && <FormText {...fields} name="cardSerial" kind="line" label={t('fact.cardSerial')} hint={t('request.cardHint')} />}
    </>
  );
}

/** The customer's own accounts to choose from, as far as they can be looked up, or any account number. */
function AccountField({ contactKey, packId, ...fields }: FieldsProps & { contactKey: string | null; packId: Pack['id'] }) {
  const { t } = useTranslation('refund');
  const { typed, onChange } = fields;
  const search = useCustomerAccounts(contactKey, packId);
  const accounts = search?.kind === 'found' ? search.accounts : [];
  const isListed = accounts.some(({ accountNo }) => accountNo === typed.accountNo);
  const [isOther, setOther] = useState(false);
  const isTyped = accounts.length === 0 || isOther || (!isListed && (typed.accountNo ?? '') !== '');
  return (
    <>
      {accounts.length > 0 && (
        <fieldset className="choices">
          <legend>{t('request.account')}</legend>
          {accounts.map(({ accountNo, phoneMasked, holderMasked, state }) => (
            <label key={accountNo} className="choice choice-wide">
              <input
                type="radio"
                name="refund-account"
                checked={typed.accountNo === accountNo && !isOther}
                onChange={() => {
                  setOther(false);
                  onChange({ accountNo });
                }}
              />
              <span>
                <span className="number">{accountNo}</span> · {holderMasked} {phoneMasked}
                {state === 'closed' && ` · ${t('request.accountClosed')}`}
                {state === 'blocked' && ` · ${t('request.accountBlocked')}`}
              </span>
            </label>
          ))}
          <label className="choice choice-wide">
            <input
              type="radio"
              name="refund-account"
              checked={isTyped}
              onChange={() => {
                setOther(true);
                onChange({ accountNo: '' });
              }}
            />
            <span>{t('request.accountOther')}</span>
          </label>
        </fieldset>
      )}
      {search?.kind === 'none' && <p className="small-print">{t('request.accountsNone')}</p>}
      {(search?.kind === 'unreachable' || search?.kind === 'notAllowed') && <p className="small-print">{t('request.accountsUnknown')}</p>}
      {(isTyped || fields.faults.accountNo) && <FormText {...fields} name="accountNo" kind="line" label={t('request.accountNo')} />}
    </>
  );
}

function useCustomerAccounts(contactKey: string | null, packId: Pack['id']): AccountSearch | null {
  const [search, setSearch] = useState<AccountSearch | null>(null);
  useEffect(() => {
    let isOver = false;
    if (contactKey !== null) void findByContactKey(contactKey, packId).then((found) => void (isOver || setSearch(found)));
    return () => {
      isOver = true;
    };
  }, [contactKey, packId]);
  return search;
}
